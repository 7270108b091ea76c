import type { MetadataMatch, NoteMatch } from '#core/ipc/payloads.ts';
import type { Query } from '#core/search/query/ast.ts';
import type { SearchCorpus } from './search-corpus.ts';
import { SearchRun, type FoundReport } from './search-run.ts';
import type { SearchedNotes } from './searched-notes.ts';

export interface Found {
  /** Best first, equal ones by id; reports that only their title brings in come last, with no hits and no score. */
  readonly found: readonly FoundReport[];
  /** Of the reports that fulfil the query by their text and the filters, or in `in:notes` by a note. */
  readonly total: { readonly reports: number; readonly hits: number };
  /** What fulfils the query beside the texts. Titles are as in the source. */
  readonly metadata: readonly MetadataMatch[];
  readonly notes: readonly NoteMatch[];
}

/**
 * Looks for the reports that fulfil a query, counts their places and ranks them, without a stop.
 * @param written the query as typed; for the error when it takes too long
 */
export function findReports(
  query: Query,
  written: string,
  corpus: SearchCorpus,
  notes: SearchedNotes,
): Found {
  const run = new SearchRun(query, written, corpus, notes);
  const work = run.work();
  while (work.next().done !== true) {
    // No one else waits for a turn.
  }
  const { total, metadata, notes: found } = run;
  return { found: run.list('relevance', 0, Infinity), total, metadata, notes: found };
}
