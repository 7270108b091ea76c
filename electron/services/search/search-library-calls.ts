import type { Library } from '../library-types.ts';
import type { SearchService } from '../search-types.ts';

/** The library's calls about search. */
export function searchLibraryCalls(search: SearchService) {
  return {
    search: (request) => search.search(request),
    searchEveryPlace: (request) => search.search({ ...request, everyPlace: true }),
    searchInReport: (request) => search.searchInReport(request),
    placeLabels: (request) => search.placeLabels(request),
    suggestQueries: (request) => search.suggest(request),
    cancelSearch: ({ job }) => {
      search.cancel(job);
      return {};
    },
  } satisfies Partial<Library>;
}
