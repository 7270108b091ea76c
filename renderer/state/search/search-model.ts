import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { AppError } from '#core/base/app-error.ts';
import type { NoteMatch, SearchAnswer } from '#core/ipc/payloads.ts';
import type { SearchSort } from '#core/ipc/settings-values.ts';
import { followSearch } from './search-request.ts';
import { HitsOfReports } from './search-hits.ts';
import { searchWalk } from './search-walk.ts';
import { searchPages } from './search-pages.ts';
import { failedWith, IDLE, type SearchPlace, type SearchState } from './search-state.ts';
import { keepQuery, keepRecent } from './recent-queries.ts';

import type { WindowState, WindowStore } from '../window/store.ts';
import { useWindowParts } from '../window/use-window.ts';
import type { WindowParts } from '../window/use-window.ts';

export interface SearchModel {
  readonly state: StoreApi<SearchState>;
  /** Takes what is being typed and searches as soon as the keys rest. What an input method composes is taken only. */
  readonly type: (query: string, isComposing?: boolean) => void;
  /** Searches now and shows the results. */
  readonly searchFor: (query: string) => void;
  readonly clear: () => void;
  /** Shows a place in the reader. False when there is no such place. */
  readonly openPlace: (place: SearchPlace) => Promise<boolean>;
  /** Shows a note that matched at its place, and chooses it; its report alone when it is gone. */
  readonly openNote: (match: NoteMatch) => Promise<void>;
  /** The place after (1) or before (-1) the current one, across reports and around the ends. */
  readonly step: (direction: 1 | -1) => Promise<boolean>;
  /** Asks for the next page of reports, where there is one. */
  readonly more: () => Promise<void>;
  readonly sortBy: (sort: SearchSort) => void;
}

/**
 * A key that comes within so many milliseconds behind another is searched for when the keys rest, any other at once: the next
 * key stops the search that is under way.
 */
const TYPING_REST = 15;
const FIRST_REPORTS = 50;

const models = new WeakMap<WindowStore, SearchModel>();

/** The one search of a window. */
export function searchModel(parts: WindowParts): SearchModel {
  const known = models.get(parts.store);
  if (known !== undefined) return known;
  const model: SearchModel = {
    ...createSearchModel(parts),
    openNote: (match) => openNote(parts, match),
  };
  models.set(parts.store, model);
  return model;
}

export function useSearchModel(): SearchModel {
  return searchModel(useWindowParts());
}

export function useSearch<T>(selector: (state: SearchState) => T): T {
  return useStore(useSearchModel().state, selector);
}

function createSearchModel(parts: WindowParts): Omit<SearchModel, 'openNote'> {
  const { client, store } = parts;
  const state = createStore<SearchState>()(() => IDLE);
  const hits = new HitsOfReports(parts);
  /** Names this window's box to the library process. */
  const job = `box ${Math.random().toString(36).slice(2)}`;
  let request = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isBehindRest = createRests();

  const asked = () => {
    const { readingScript: script, searchSort: sort } = store.getState().settings;
    return { query: state.getState().query.trim(), script, sort, job };
  };

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    request += 1;
    const mine = request;
    const { query } = state.getState();
    hits.clear();
    if (query.trim() === '') {
      keepQuery(parts, query);
      void client.cancelSearch({ job });
      return void state.setState({ ...IDLE, query });
    }
    state.setState({ status: 'searching', isLoadingMore: false });
    const onAnswer = (answer: SearchAnswer): void => {
      const { answer: before, place } = state.getState();
      const status = answer.progress === undefined ? 'done' : 'counting';
      const isSame = before?.query === answer.query;
      state.setState({ status, answer, error: null, place: isSame ? place : null });
      void showHits();
      if (status === 'done') void nameResults(answer.results);
    };
    const onError = (error: AppError): void => state.setState(failedWith(error));
    const following = { isOld: () => mine !== request, onAnswer, onError };
    const followed = followSearch(client, { ...asked(), limit: FIRST_REPORTS }, following);
    // Behind the question, so that the answer does not wait for it.
    keepQuery(parts, query);
    await followed;
  };

  const { nameResults, more } = searchPages({ client, store, state, asked, serial: () => request });

  const { showHits, openPlace, step } = searchWalk({ parts, state, hits, serial: () => request });

  store.subscribe((now, before) => {
    if (now.mainPane !== before.mainPane) keepQuery(parts, state.getState().query);
    if (state.getState().status === 'idle') return;
    if (asksAgain(now, before)) void run();
    else if (now.currentReportId !== before.currentReportId) void showHits();
  });

  // Behind the drawing that asks for the model: the panes follow.
  queueMicrotask(() => restore(parts, state, run));

  return {
    state,
    type: (typed, isComposing = false) => {
      state.setState({ query: typed });
      clearTimeout(timer);
      if (isComposing) return;
      if (isBehindRest() || typed.trim() === '') void run();
      else timer = setTimeout(() => void run(), TYPING_REST);
    },
    searchFor: (wanted) => {
      state.setState({ query: wanted });
      store.getState().showMainPane('search');
      keepRecent(parts, wanted);
      void run();
    },
    clear: () => {
      clearTimeout(timer);
      request += 1;
      hits.clear();
      if ((state.getState().answer?.total.reports ?? 0) > 0) keepRecent(parts, state.getState().query);
      void client.cancelSearch({ job });
      state.setState(IDLE);
      keepQuery(parts, '');
    },
    openPlace,
    step,
    more,
    sortBy: (searchSort) => {
      store.getState().changeSettings({ searchSort });
    },
  };
}

/** Tells of one key after the other whether it came behind a rest. */
function createRests(): () => boolean {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    const rest = now - last;
    last = now;
    return rest >= TYPING_REST;
  };
}

/** Puts back what stood in the box when the window was closed, and asks it anew where its results were shown. */
function restore({ store }: WindowParts, state: StoreApi<SearchState>, run: () => Promise<void>): void {
  const { query, shown } = store.getState().settings.lastSearch;
  if (query === '' || state.getState().query !== '') return;
  state.setState({ query });
  if (!shown) return;
  store.getState().showMainPane('search');
  void run();
}

async function openNote(
  { client, store }: WindowParts,
  { annotationId, reportId }: NoteMatch,
): Promise<void> {
  const answer = await client.listNotes({ reportId });
  const state = store.getState();
  if (!answer.ok) return state.tellError(answer.error);
  const found = answer.value.find(({ id }) => id === annotationId);
  if (found === undefined) return state.openReport(reportId);
  state.openReport(reportId, { start: found.anchor.start, end: found.anchor.end, flash: true });
  await state.loadAnnotations();
  store.getState().selectNote(annotationId);
}

/** Whether a change of the window makes the last answer old: another script or order, packs that have come, other reports. */
function asksAgain(now: WindowState, before: WindowState): boolean {
  if (now.settings.readingScript !== before.settings.readingScript) return true;
  if (now.settings.searchSort !== before.settings.searchSort) return true;
  if (now.reports !== before.reports && before.reports.length > 0 && now.mainPane === 'search') return true;
  return now.packsState !== before.packsState && now.packsState === 'ready';
}
