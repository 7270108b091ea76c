import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { MetadataMatch, SearchResult } from '#core/ipc/payloads.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { Folder } from '#core/script/index.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { indexFingerprint } from '#core/search/index-fingerprint.ts';
import { Effort } from '#core/search/effort.ts';
import { termKey, type Query } from '#core/search/query/ast.ts';
import { fulfils, requireQuery } from '#core/search/query/query.ts';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import type { SearchText } from '#core/search/search-text.ts';
import { findTermPlaces } from '#core/search/term-places.ts';
import type { SearchDeps, SearchService } from '../library-types.ts';
import type { IndexedPackService } from '../packs/pack-service.ts';
import { Documents } from './documents.ts';
import { openLibraryIndex } from './library-index.ts';
import { findReports, type FoundReport } from './find-reports.ts';
import { passesFilter } from './passes-filter.ts';
import { SearchCorpus } from './search-corpus.ts';
import { SearchedNotes } from './searched-notes.ts';

/** Places that an answer shows of each report; the others come with `searchInReport`. */
const FIRST_PLACES = 5;

interface Engine {
  readonly folder: Folder;
  readonly documents: Documents;
  readonly corpus: SearchCorpus;
  readonly notes: SearchedNotes;
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
      const parts = await engine();
      const parsed = requireQuery(query, parts.folder);
      await parts.corpus.refresh();
      parts.notes.refresh();
      const { found, total, metadata, notes } = findReports(parsed, query, parts.corpus, parts.notes);
      const asked: Asked = { query: parsed, written: query, script };
      const results = [];
      for (const report of found.slice(0, limit)) {
        const result = await describeReport(report, asked, parts);
        if (result !== undefined) results.push(result);
      }
      return {
        query,
        total,
        tookMs: performance.now() - begun,
        results,
        metadata: await describeMetadata(metadata.slice(0, limit), asked, parts),
        notes: notes.slice(0, limit),
        apart: { metadata: metadata.length, notes: notes.length },
      };
    },
    searchInReport: async ({ query, reportId, script }) => {
      const parts = await engine();
      const parsed = requireQuery(query, parts.folder);
      await parts.corpus.refresh();
      parts.notes.refresh();
      const document = parts.documents.get(reportId);
      const asked: Asked = { query: parsed, written: query, script };
      return parts.documents.describe(
        document,
        wantedPlaces(asked, reportId, document.folded, parts),
        script,
      );
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
    offer: async (rows) => {
      try {
        await (await engine()).corpus.offer(rows);
      } catch {
        // They are made anew from their reports.
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
  const notes = new SearchedNotes(deps.notes, folder);
  const close = (): void => {
    library.close();
  };
  return { folder, documents, corpus, notes, close };
}

interface Asked {
  readonly query: Query;
  /** As typed. */
  readonly written: string;
  readonly script: ViewScript;
}

/** Undefined when the report was deleted while the search went on. */
async function describeReport(
  { reportId, score, hits }: FoundReport,
  asked: Asked,
  engine: Engine,
): Promise<SearchResult | undefined> {
  const { documents, corpus } = engine;
  const { script } = asked;
  const summary = corpus.reports.get(reportId);
  if (summary === undefined) return undefined;
  const title = (await documents.converter(summary.script, script)).convertPlain(summary.title);
  if (hits === 0) return { reportId, title, score, hits, places: [] };
  try {
    const document = documents.get(reportId);
    const places = wantedPlaces(asked, reportId, document.folded, engine).slice(0, FIRST_PLACES);
    return { reportId, title, score, hits, places: await documents.describe(document, places, script) };
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}

/** Metadata in the script asked for. */
async function describeMetadata(
  found: readonly MetadataMatch[],
  { script }: Asked,
  { documents, corpus }: Engine,
): Promise<MetadataMatch[]> {
  return Promise.all(
    found.map(async (match) => {
      const source = corpus.reports.get(match.reportId)?.script ?? 'none';
      return { ...match, text: (await documents.converter(source, script)).convertPlain(match.text) };
    }),
  );
}

/** Places of the terms that a query asks for, in order; none when the report does not fulfil it. */
function wantedPlaces(
  { query, written }: Asked,
  reportId: string,
  text: SearchText,
  { corpus, notes }: Engine,
): readonly TextRange[] {
  const summary = corpus.reports.get(reportId);
  if (query.inNotes || summary === undefined) return [];
  const effort = new Effort(written);
  const places = new Map<string, readonly TextRange[]>();
  const keys = query.terms.map(termKey);
  for (const [index, term] of query.terms.entries()) {
    const key = keys[index] ?? '';
    if (!places.has(key)) places.set(key, findTermPlaces(term, text, effort));
  }
  const stands = (index: number): boolean => (places.get(keys[index] ?? '')?.length ?? 0) > 0;
  const context = { fold: (metadata: string) => corpus.foldedMetadata(metadata), effort };
  const passes = (index: number): boolean => {
    const filter = query.filters[index];
    return filter !== undefined && passesFilter(filter, summary, notes.of(reportId), context);
  };
  if (!fulfils(query.root, stands, passes)) return [];
  return [...new Set(query.wanted.map((index) => keys[index] ?? ''))]
    .flatMap((key) => places.get(key) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
