import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { FilterName } from '#core/search/query/filters.ts';
import type { QueryOperator } from '#core/search/suggest/field-values.ts';
import type { WindowStore } from '../window/store.ts';

/** What can be taken from the list of the search box. */
export type SuggestOption =
  | QuerySuggestion
  | { readonly kind: 'operator'; readonly operator: QueryOperator }
  | { readonly kind: 'value'; readonly field: FilterName; readonly text: string };

export interface SuggestState {
  /** `popup` under the empty box, `strip` over the results while something is typed, null = no list. */
  readonly place: 'popup' | 'strip' | null;
  readonly options: readonly SuggestOption[];
  /** The option that Enter takes; -1 for none. */
  readonly active: number;
}

export const NO_SUGGESTIONS: SuggestState = { place: null, options: [], active: -1 };

const states = new WeakMap<WindowStore, StoreApi<SuggestState>>();

/** The list of a window's search box; small, for the box is in the first page. */
export function suggestState(store: WindowStore): StoreApi<SuggestState> {
  const known = states.get(store) ?? createStore<SuggestState>()(() => NO_SUGGESTIONS);
  states.set(store, known);
  return known;
}

/** Ids of the list and its options, by which the box names them. */
export const SUGGESTIONS_ID = 'search-suggestions';
export function suggestionId(index: number): string {
  return `${SUGGESTIONS_ID}-${String(index)}`;
}
