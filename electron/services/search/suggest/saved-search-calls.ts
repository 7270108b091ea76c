import type { SortingDeps } from '#services/codes/codes.ts';
import type { Library } from '#services/library-types.ts';
import { listSavedSearchRows } from '#services/store/saved-search-table.ts';
import { deleteSavedSearch, renameSavedSearch, saveSearch } from './saved-searches.ts';

/** The calls of saved searches; `changed` is called behind each that writes. */
export function savedSearchLibraryCalls(deps: SortingDeps, changed: () => void) {
  const told = <T>(answer: T): T => {
    changed();
    return answer;
  };
  return {
    listSavedSearches: () => listSavedSearchRows(deps.connection),
    saveSearch: (request) => told(saveSearch(deps, request)),
    renameSavedSearch: (request) => told(renameSavedSearch(deps, request)),
    deleteSavedSearch: ({ id }) => {
      deleteSavedSearch(deps, id);
      return told({});
    },
  } satisfies Partial<Library>;
}
