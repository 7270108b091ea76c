import type { ZhupiApi } from '#core/ipc/api.ts';
import { fakeHits, fakeSearch } from './fake-search.ts';
import type { FakeWorld } from './fake-world.ts';

type SearchMethods = Pick<ZhupiApi, 'search' | 'searchInReport' | 'cancelSearch' | 'placeLabels'>;

/** Search over everything and in one report. */
export function fakeSearchCalls({ answer, store }: FakeWorld): SearchMethods {
  return {
    search: (request) => answer('search', () => fakeSearch(store, request)),
    searchInReport: ({ query, reportId }) =>
      answer('searchInReport', () => fakeHits(store.content(reportId).source, query)),
    cancelSearch: () => answer('cancelSearch', () => ({})),
    // The fake knows no numbered headings: a place is in the paragraph of its line.
    placeLabels: ({ places }) =>
      answer('placeLabels', () =>
        places.map(({ reportId, starts }) => {
          const { source } = store.content(reportId);
          return starts.map((start) => `¶${String(source.slice(0, start).split('\n').length)}`);
        }),
      ),
  };
}
