import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { SearchResult } from '#core/ipc/payloads.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { Folder } from '#core/script/index.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { indexFingerprint } from '#core/search/index-fingerprint.ts';
import { findPlaces } from '#core/search/matches.ts';
import { fulfils, parseQuery, type Query } from '#core/search/query.ts';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import type { SearchText } from '#core/search/search-text.ts';
import type { SearchDeps, SearchService } from '../library-types.ts';
import type { IndexedPackService } from '../packs/pack-service.ts';
import { Documents } from './documents.ts';
import { openLibraryIndex } from './library-index.ts';
import { findReports, type FoundReport } from './find-reports.ts';
import { SearchCorpus } from './search-corpus.ts';

/** Places that an answer shows of each report; the others come with `searchInReport`. */
const FIRST_PLACES = 5;

interface Engine {
  readonly folder: Folder;
  readonly documents: Documents;
  readonly corpus: SearchCorpus;
  readonly close: () => void;
}

/** The search over packs and library. index.db is opened, and made where it is missing, at the first search. */
export function createSearch(deps: SearchDeps<IndexedPackService>): SearchService {
  let starting: Promise<Engine> | undefined;
  const closing = new AbortController();
  const engine = (): Promise<Engine> => (starting ??= startEngine(deps));
  return {
    search: async ({ query, script, limit }) => {
      const begun = performance.now();
      const { folder, documents, corpus } = await engine();
      const parsed = parseQuery(query, folder);
      await corpus.refresh();
      const { found, total } = findReports(parsed, corpus);
      const results = [];
      for (const report of found.slice(0, limit)) {
        const result = await describeReport(report, parsed, documents, corpus, script);
        if (result !== undefined) results.push(result);
      }
      return { query, total, tookMs: performance.now() - begun, results };
    },
    searchInReport: async ({ query, reportId, script }) => {
      const { folder, documents, corpus } = await engine();
      const parsed = parseQuery(query, folder);
      await corpus.refresh();
      const document = documents.get(reportId);
      return documents.describe(document, wantedPlaces(parsed, document.folded), script);
    },
    invalidate: () => {
      starting?.then(
        ({ corpus }) => {
          corpus.invalidate();
        },
        () => undefined,
      );
    },
    prepare: async (signal) => {
      try {
        await (await engine()).corpus.prepare(AbortSignal.any([signal, closing.signal]));
      } catch {
        // The next search meets the same, and says so.
      }
    },
    close: async () => {
      closing.abort();
      const started = await starting?.catch(() => undefined);
      await started?.corpus.settled();
      started?.close();
    },
  };
}

async function startEngine(deps: SearchDeps<IndexedPackService>): Promise<Engine> {
  const folder = await loadSearchFolder();
  const documents = new Documents(deps.reports, folder);
  const library = openLibraryIndex({
    path: path.join(deps.dataDir, 'index.db'),
    fingerprint: indexFingerprint(folder),
    fold: (reportId) => documents.fold(reportId),
  });
  const corpus = new SearchCorpus({ deps, folder, documents, library });
  const close = (): void => {
    library.close();
  };
  return { folder, documents, corpus, close };
}

/** Undefined when the report was deleted while the search went on. */
async function describeReport(
  { reportId, score, hits }: FoundReport,
  query: Query,
  documents: Documents,
  corpus: SearchCorpus,
  script: ViewScript,
): Promise<SearchResult | undefined> {
  const summary = corpus.reports.get(reportId);
  if (summary === undefined) return undefined;
  const title = (await documents.converter(summary.script, script)).convertPlain(summary.title);
  if (hits === 0) return { reportId, title, score, hits, places: [] };
  try {
    const document = documents.get(reportId);
    const places = wantedPlaces(query, document.folded).slice(0, FIRST_PLACES);
    return { reportId, title, score, hits, places: await documents.describe(document, places, script) };
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}

/** Places of the phrases that a query asks for, in order; none when the text as a whole does not fulfil it. */
function wantedPlaces(query: Query, text: SearchText): readonly TextRange[] {
  const starts = new Map<string, readonly number[]>();
  for (const { text: phrase } of query.phrases) {
    if (!starts.has(phrase)) starts.set(phrase, findPlaces(text, phrase));
  }
  const stands = (phrase: number): boolean =>
    (starts.get(query.phrases[phrase]?.text ?? '')?.length ?? 0) > 0;
  if (!fulfils(query.root, stands)) return [];
  const wanted = new Set(query.wanted.map((index) => query.phrases[index]?.text ?? ''));
  return [...wanted]
    .flatMap((phrase) => (starts.get(phrase) ?? []).map((start) => ({ start, end: start + phrase.length })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
