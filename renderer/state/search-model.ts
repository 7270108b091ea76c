import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { AppError } from '#core/base/app-error.ts';
import type { Hit, NoteMatch, SearchAnswer } from '#core/ipc/payloads.ts';
import type { WindowState, WindowStore } from './store.ts';
import { useWindowParts } from './use-window.ts';
import type { WindowParts } from './use-window.ts';

/** A place of the current search: number `index` (from 0) of a report's hits. */
export interface SearchPlace {
  readonly reportId: string;
  readonly index: number;
}

export interface SearchState {
  /** As typed. */
  readonly query: string;
  readonly status: 'idle' | 'searching' | 'done' | 'failed';
  /** Of the last query that was answered; stays while the next one runs. */
  readonly answer: SearchAnswer | null;
  readonly error: AppError | null;
  readonly place: SearchPlace | null;
  /** All hits in the report that is open, for the article to paint; null when there is no search. */
  readonly openHits: { readonly reportId: string; readonly hits: readonly Hit[] } | null;
}

export interface SearchModel {
  readonly state: StoreApi<SearchState>;
  /** Takes what is being typed and searches when the typing rests. */
  readonly type: (query: string) => void;
  /** Searches now and shows the results. */
  readonly searchFor: (query: string) => void;
  readonly clear: () => void;
  /** Shows a place in the reader. False when there is no such place. */
  readonly openPlace: (place: SearchPlace) => Promise<boolean>;
  /** Shows a note that matched at its place, and chooses it; its report alone when it is gone. */
  readonly openNote: (match: NoteMatch) => Promise<void>;
  /** The place after (1) or before (-1) the current one, across reports and around the ends. */
  readonly step: (direction: 1 | -1) => Promise<boolean>;
  /** Asks for more reports than the first answer held. */
  readonly more: () => void;
}

const IDLE: SearchState = {
  query: '',
  status: 'idle',
  answer: null,
  error: null,
  place: null,
  openHits: null,
};

/** Milliseconds of rest after which typing is searched. */
export const TYPING_REST = 180;
const FIRST_REPORTS = 100;
const MOST_REPORTS = 1000;

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

function createSearchModel({ client, store }: WindowParts): Omit<SearchModel, 'openNote'> {
  const state = createStore<SearchState>()(() => IDLE);
  const hits = new HitsOfReports({ client, store });
  let limit = FIRST_REPORTS;
  let request = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const script = () => store.getState().settings.readingScript;

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    request += 1;
    const mine = request;
    const query = state.getState().query.trim();
    hits.clear();
    if (query === '') return void state.setState({ ...IDLE, query: state.getState().query });
    state.setState({ status: 'searching' });
    const answer = await client.search({ query, script: script(), limit });
    if (mine !== request) return;
    if (!answer.ok) return void state.setState(failedWith(answer.error));
    const place = state.getState().answer?.query === answer.value.query ? state.getState().place : null;
    state.setState({ status: 'done', answer: answer.value, error: null, place });
    await showHits();
  };

  const hitsOf = (reportId: string): Promise<readonly Hit[]> =>
    hits.of(reportId, state.getState().answer?.query ?? '');

  /** Gives the article of the open report its hits. */
  const showHits = async (): Promise<void> => {
    const reportId = store.getState().currentReportId;
    const { answer } = state.getState();
    if (answer === null || reportId === null) return void state.setState({ openHits: null });
    const known = answer.results.some((result) => result.reportId === reportId);
    const complete = answer.results.length >= answer.total.reports;
    const found = known || !complete ? await hitsOf(reportId) : [];
    const stillOpen = store.getState().currentReportId === reportId && state.getState().answer === answer;
    if (stillOpen) state.setState({ openHits: { reportId, hits: found } });
  };

  const openPlace = async (place: SearchPlace): Promise<boolean> => {
    const mine = request;
    const hit = (await hitsOf(place.reportId))[place.index];
    if (hit === undefined || mine !== request) return false;
    state.setState({ place });
    store.getState().openReport(place.reportId, { start: hit.start, end: hit.end });
    return true;
  };

  const step = async (direction: 1 | -1): Promise<boolean> => {
    const next = neighbour(state.getState(), direction);
    return next !== null && openPlace(next);
  };

  store.subscribe((now, before) => {
    if (state.getState().status === 'idle') return;
    if (asksAgain(now, before)) void run();
    else if (now.currentReportId !== before.currentReportId) void showHits();
  });

  return {
    state,
    type: (query) => {
      state.setState({ query });
      clearTimeout(timer);
      limit = FIRST_REPORTS;
      if (query.trim() === '') void run();
      else timer = setTimeout(() => void run(), TYPING_REST);
    },
    searchFor: (query) => {
      state.setState({ query });
      limit = FIRST_REPORTS;
      store.getState().showMainPane('search');
      void run();
    },
    clear: () => {
      clearTimeout(timer);
      request += 1;
      hits.clear();
      state.setState(IDLE);
    },
    openPlace,
    step,
    more: () => {
      limit = MOST_REPORTS;
      void run();
    },
  };
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

function failedWith(error: AppError): Partial<SearchState> {
  return { status: 'failed', error, answer: null, place: null, openHits: null };
}

/** Whether a change of the window makes the last answer old: another script, or packs that have come. */
function asksAgain(now: WindowState, before: WindowState): boolean {
  if (now.settings.readingScript !== before.settings.readingScript) return true;
  return now.packsState !== before.packsState && now.packsState === 'ready';
}

/** All hits of the current query by report, each asked for once. */
class HitsOfReports {
  readonly #parts: WindowParts;
  readonly #known = new Map<string, Promise<readonly Hit[]>>();

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  /** To be called when the query or the script changes. */
  clear(): void {
    this.#known.clear();
  }

  of(reportId: string, query: string): Promise<readonly Hit[]> {
    const known = this.#known.get(reportId);
    if (known !== undefined) return known;
    const { client, store } = this.#parts;
    const script = store.getState().settings.readingScript;
    const asked = client.searchInReport({ query, reportId, script }).then((answer) => {
      if (answer.ok) return answer.value;
      store.getState().tellError(answer.error);
      return [];
    });
    this.#known.set(reportId, asked);
    return asked;
  }
}

/** The place after or before the current one, around the ends; the first or the last where there is none. */
function neighbour({ answer, place }: SearchState, direction: 1 | -1): SearchPlace | null {
  // Reports without a place are no station of the walk.
  const results = (answer?.results ?? []).filter(({ hits }) => hits > 0);
  const at = results.findIndex((result) => result.reportId === place?.reportId);
  const current = results[at];
  const edge = direction === 1 ? results[0] : results.at(-1);
  if (edge === undefined) return null;
  if (place === null || current === undefined) return edgePlace(edge, direction);
  const index = place.index + direction;
  if (index >= 0 && index < current.hits) return { reportId: current.reportId, index };
  return edgePlace(results[at + direction] ?? edge, direction);
}

/** The place at which a walk enters a report. */
function edgePlace(result: SearchAnswer['results'][number], direction: 1 | -1): SearchPlace {
  return { reportId: result.reportId, index: direction === 1 ? 0 : Math.max(0, result.hits - 1) };
}
