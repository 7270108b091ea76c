import { Effort } from '#core/search/effort.ts';
import type { Folder } from '#core/script/index.ts';
import type { PlaceFinder } from './place-finder-types.ts';
import { wantedPlaces } from './describe-results.ts';
import type { Documents } from '../corpus/documents.ts';
import { pinyinOf } from './find-apart.ts';
import { passesFilter } from './passes-filter.ts';
import type { SearchCorpus } from '../corpus/search-corpus.ts';
import { SearchRun } from './search-run.ts';
import type { SearchedNotes } from './searched-notes.ts';

interface FinderParts {
  readonly folder: Folder;
  readonly documents: Documents;
  readonly corpus: SearchCorpus;
  readonly notes: SearchedNotes;
}

/**
 * The search over the reports and notes that are there now.
 * @param patience milliseconds to wait for reports that are not indexed yet; a concordance waits for all of them
 */
export async function placeFinder(parts: FinderParts, patience = Infinity): Promise<PlaceFinder> {
  const { folder, documents, corpus, notes } = parts;
  await corpus.refresh(patience);
  notes.refresh();
  const { state } = corpus;
  const shown = { notes, state };
  return {
    folder,
    documents,
    reports: state.reports,
    find: async (query, written, pause) => {
      const run = new SearchRun(query, written, corpus, notes, await pinyinOf(query));
      for (const _stop of run.work()) await pause();
      return run.list('relevance', 0, Infinity).filter(({ hits }) => hits > 0);
    },
    placesIn: (query, written, reportId, text) =>
      wantedPlaces({ query, written, script: 'source' }, reportId, text, shown),
    passes: (query, written, index, report) => {
      const filter = query.filters[index];
      if (filter === undefined) return false;
      const fold = (text: string) => state.metadata.fold(text);
      const context = { fold, effort: new Effort(written) };
      return passesFilter(filter, report, notes.of(report.reportId), context);
    },
  };
}
