import path from 'node:path';
import { INDEX_FINGERPRINT } from '#core/search/index-fingerprint.ts';
import type { QueryFolder } from '#core/search/query/parser.ts';
import { requireQuery } from '#core/search/query/query.ts';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import type { Folder } from '#core/script/index.ts';
import type { ReadableReport } from '../report-types.ts';
import type { SearchDeps, SearchRequest, SearchService } from '../search-types.ts';
import type { SearchAnswer } from '#core/ipc/payloads.ts';
import type { IndexedPackService } from '../packs/pack-service.ts';
import { createConcordance } from './concordance/concordance-service.ts';
import {
  describeMetadata,
  describeReports,
  labelsOf,
  wantedPlaces,
  type Asked,
  type Shown,
} from './run/describe-results.ts';
import { Documents } from './corpus/documents.ts';
import { pinyinOf } from './run/find-apart.ts';
import { createFind } from './find-service.ts';
import { openLibraryIndex } from './index/library-index.ts';
import { placeFinder } from './run/place-finder.ts';
import { SearchCorpus } from './corpus/search-corpus.ts';
import { SearchRun } from './run/search-run.ts';
import { SearchSessions } from './run/search-sessions.ts';
import { SearchedNotes } from './run/searched-notes.ts';
import { createSuggest } from './suggest/suggest-queries.ts';

/** Milliseconds that a window waits for reports that are not indexed yet; then it is told how many there are. */
const INDEXING_PATIENCE = 120;

/** Matches beside the texts that an answer lists. */
const MOST_BESIDE = 1000;

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
  const sessions = new SearchSessions();
  const engine = (): Promise<Engine> => (starting ??= startEngine(deps));
  const concordance = createConcordance(async () => placeFinder(await engine()), closing.signal);
  const suggest = createSuggest(() => engine(), deps.savedSearches, closing.signal);
  const find = createFind(async () => placeFinder(await engine(), INDEXING_PATIENCE), closing.signal);
  return {
    search: async (request) => {
      const { query: written, script, job, everyPlace } = request;
      const begun = performance.now();
      const parts = await engine();
      const query = requireQuery(written, parts.folder);
      const letters = await pinyinOf(query);
      const { corpus, notes } = parts;
      await corpus.refresh(job === undefined ? Infinity : INDEXING_PATIENCE);
      notes.refresh();
      const isSame = (run: SearchRun): boolean =>
        run.written === written && run.state === corpus.state && run.notesState === notes.state;
      const begin = (): SearchRun => new SearchRun(query, written, corpus, notes, letters);
      const run = await sessions.ask(job, isSame, begin);
      const shown = { ...shownOf(parts), state: run.state };
      const check = (): void => sessions.requireCurrent(job, run);
      check();
      const answer = await describe(run, request, { query, written, script, everyPlace }, shown, check);
      if (job !== undefined) goOn(parts, closing.signal);
      return { ...answer, tookMs: performance.now() - begun };
    },
    searchInReport: async ({ query, reportId, script }) => {
      const parts = await engine();
      const parsed = requireQuery(query, parts.folder);
      // One report needs no index.
      await parts.corpus.refresh(INDEXING_PATIENCE);
      parts.notes.refresh();
      const document = parts.documents.get(reportId);
      const asked: Asked = { query: parsed, written: query, script };
      const places = wantedPlaces(asked, reportId, document.folded, shownOf(parts));
      return parts.documents.describe(document, places, script);
    },
    placeLabels: async ({ places }) => {
      const { documents } = await engine();
      return places.map(({ reportId, starts }) => labelsOf(documents, reportId, starts));
    },
    cancel: (job) => {
      sessions.cancel(job);
    },
    concordance: () => Promise.resolve(concordance),
    find: () => Promise.resolve(find),
    suggest,
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
      sessions.close();
      const started = await starting?.catch(() => undefined);
      await started?.corpus.settled();
      started?.close();
    },
  };
}

/** Indexes on behind the answers. */
function goOn({ corpus }: Engine, signal: AbortSignal): void {
  if (corpus.state.missing > 0) void corpus.prepare(signal).catch(() => undefined);
}

async function startEngine(deps: SearchDeps<IndexedPackService>): Promise<Engine> {
  const folder: QueryFolder = {
    ...(await loadSearchFolder()),
    codesNamed: (name) => deps.notes?.codesNamed?.(name) ?? [],
  };
  const documents = new Documents(deps.readable ?? readableOf(deps), folder, deps.scriptOptions);
  const library = openLibraryIndex({
    path: path.join(deps.dataDir, 'index.db'),
    fingerprint: INDEX_FINGERPRINT,
    read: (reportId) => documents.indexable(reportId),
    isAlone: deps.isAlone ?? false,
  });
  const corpus = new SearchCorpus({ deps, folder, documents, library });
  const notes = new SearchedNotes(deps.notes, folder);
  const close = (): void => {
    library.close();
  };
  return { folder, documents, corpus, notes, close };
}

function shownOf({ documents, notes, corpus }: Engine): Shown {
  const copies: Shown['copies'] = (reportIds) => corpus.copies(reportIds);
  return { documents, notes, copies, state: corpus.state };
}

function readableOf({ reports }: SearchDeps<IndexedPackService>): (reportId: string) => ReadableReport {
  return (reportId) => {
    const { source, format, edits, blocks, summary } = reports.openReport(reportId);
    return { source, format, edits, blocks, script: summary.script };
  };
}

async function describe(
  run: SearchRun,
  { query, limit, offset = 0, sort = 'relevance' }: SearchRequest,
  asked: Asked,
  shown: Shown,
  check: () => void,
): Promise<Omit<SearchAnswer, 'tookMs'>> {
  const { total, metadata, notes, looked, state } = run;
  const reports = state.summaries.length;
  const isComplete = run.isComplete && state.missing === 0;
  const found = run.list(sort, offset, limit);
  return {
    ...{ query, total },
    results: await describeReports(found, asked, shown, check),
    metadata: await describeMetadata(metadata.slice(0, Math.min(limit, MOST_BESIDE)), asked, shown),
    notes: notes.slice(0, Math.min(limit, MOST_BESIDE)),
    apart: { metadata: metadata.length, notes: notes.length },
    listed: run.listed,
    // What is complete needs no telling.
    ...(isComplete ? {} : { progress: { looked, reports, missing: state.missing } }),
  };
}
