import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { Result } from '#core/base/result.ts';
import { lateMessagesOf } from '#renderer/i18n/late-catalogue.ts';
import type { WindowStore } from '../window/store.ts';
import { useWindowParts } from '../window/use-window.ts';
import type { WindowParts } from '../window/use-window.ts';

export interface SavedSearchModel {
  /** The newest first; empty while they load. */
  readonly state: StoreApi<readonly SavedSearch[]>;
  /** Settled when they are there. */
  readonly loaded: () => Promise<void>;
  /** Each answers whether it was done; what went wrong is told. */
  readonly save: (name: string, query: string) => Promise<boolean>;
  readonly rename: (saved: SavedSearch, name: string) => Promise<boolean>;
  readonly remove: (saved: SavedSearch) => Promise<boolean>;
}

const models = new WeakMap<WindowStore, SavedSearchModel>();

/** The saved searches of a window: loaded when they are first asked for, and kept up to date from then on. */
export function savedSearchModel(parts: WindowParts): SavedSearchModel {
  const known = models.get(parts.store);
  if (known !== undefined) return known;
  const made = createModel(parts);
  models.set(parts.store, made);
  return made;
}

export function useSavedSearchModel(): SavedSearchModel {
  return savedSearchModel(useWindowParts());
}

export function useSavedSearches(): readonly SavedSearch[] {
  return useStore(useSavedSearchModel().state);
}

function createModel({ client, store }: WindowParts): SavedSearchModel {
  const state = createStore<readonly SavedSearch[]>()(() => []);
  let request = 0;
  const load = async (): Promise<void> => {
    request += 1;
    const mine = request;
    const answer = await client.listSavedSearches({});
    if (mine === request && answer.ok) state.setState(answer.value, true);
  };
  client.onSavedSearchesChanged(() => {
    void load();
    void store.getState().loadHistory();
  });
  const first = load();
  const done = async (change: Promise<Result<unknown>>): Promise<boolean> => {
    const answer = await change;
    if (!answer.ok) store.getState().tellError(answer.error);
    await load();
    void store.getState().loadHistory();
    return answer.ok;
  };
  return {
    state,
    loaded: () => first,
    save: (name, query) => {
      const sort = store.getState().settings.searchSort;
      return done(client.saveSearch({ name, query, sort }));
    },
    rename: ({ id, revision }, name) => done(client.renameSavedSearch({ id, revision, name })),
    remove: async ({ id, name }) => {
      store.getState().closeRevertingToasts();
      const removed = await done(client.deleteSavedSearch({ id }));
      if (removed) {
        store.getState().tell({
          text: ({ locale }) => lateMessagesOf(locale).savedSearches.removed({ name }),
          action: { label: ({ common }) => common.undo, run: () => void store.getState().undo() },
          revertsLastChange: true,
        });
      }
      return removed;
    },
  };
}
