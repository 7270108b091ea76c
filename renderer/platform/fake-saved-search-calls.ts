import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { FakeWorld } from './fake-world.ts';

type SavedSearchMethods = Pick<
  ZhupiApi,
  'listSavedSearches' | 'saveSearch' | 'renameSavedSearch' | 'deleteSavedSearch'
>;

/** Queries under names. */
export function fakeSavedSearchCalls({ answer, store, events }: FakeWorld): SavedSearchMethods {
  let made = 0;
  const write = (searches: readonly SavedSearch[]): void => {
    store.writeSavedSearches('change-searches', searches);
    events.savedSearchesChanged.send({});
  };
  const requireFree = (name: string, id: string | null): void => {
    if (store.savedSearches.some((saved) => saved.name === name && saved.id !== id)) {
      throw new ZhupiError('saved-search-name-taken', { name });
    }
  };
  const find = (id: string): SavedSearch => {
    const saved = store.savedSearches.find((each) => each.id === id);
    if (saved === undefined) throw new ZhupiError('saved-search-unknown', { id });
    return saved;
  };
  return {
    listSavedSearches: () => answer('listSavedSearches', () => [...store.savedSearches]),
    saveSearch: (fields) =>
      answer('saveSearch', () => {
        requireFree(fields.name, null);
        made += 1;
        const saved = { id: `s${String(made)}`, ...fields, createdAt: made, revision: 1 };
        write([saved, ...store.savedSearches]);
        return saved;
      }),
    renameSavedSearch: ({ id, name }) =>
      answer('renameSavedSearch', () => {
        requireFree(name, id);
        const renamed = { ...find(id), name, revision: find(id).revision + 1 };
        write(store.savedSearches.map((saved) => (saved.id === id ? renamed : saved)));
        return renamed;
      }),
    deleteSavedSearch: ({ id }) =>
      answer('deleteSavedSearch', () => {
        const gone = find(id);
        write(store.savedSearches.filter((saved) => saved !== gone));
        return {};
      }),
  };
}
