import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TextRange } from '#core/base/text-range.ts';
import { findHighlights } from './find-highlights.ts';
import { findPlaces } from './find-places.ts';
import { CLOSED, NOTHING_FOUND } from './find-state.ts';
import type { FindState } from './find-state.ts';
import { reportModel } from '../report/report-model.ts';
import type { WindowStore } from '../window/store.ts';
import { useWindowParts } from '../window/use-window.ts';
import type { WindowParts } from '../window/use-window.ts';

/** Finding in the report that is read: what was found there, and where the walk through it is. */
export interface FindModel {
  readonly state: StoreApi<FindState>;
  /**
   * Shows the bar and gives it the focus; a query takes the place of what stands in it.
   * @param from offset of the source from which its first place is gone to
   */
  readonly open: (query?: string, from?: number) => void;
  readonly close: () => void;
  /** Takes what is being typed and looks for it as soon as the keys rest. What an input method composes is taken only. */
  readonly type: (query: string, isComposing?: boolean) => void;
  /** To the next place (1) or the one before (-1), around the ends. */
  readonly step: (direction: 1 | -1) => Promise<void>;
  /** The reader tells what is in the window, so that the places there are painted. */
  readonly look: (sight: TextRange) => void;
  /**
   * Makes a highlight of every place that has none of this code, as one action. Where they are many it asks first:
   * `isSure` says that the user has answered.
   */
  readonly highlightAll: (code: string, isSure?: boolean) => Promise<void>;
  readonly dropQuestion: () => void;
}

/** Milliseconds of rest after which typing is looked for. */
const TYPING_REST = 60;

const models = new WeakMap<WindowStore, FindModel>();

/** The one find bar of a window. */
export function findModel(parts: WindowParts): FindModel {
  const known = models.get(parts.store);
  if (known !== undefined) return known;
  const model = createFindModel(parts);
  models.set(parts.store, model);
  return model;
}

export function useFindModel(): FindModel {
  return findModel(useWindowParts());
}

export function useFind<T>(selector: (state: FindState) => T): T {
  return useStore(useFindModel().state, selector);
}

function createFindModel(parts: WindowParts): FindModel {
  const { client, store } = parts;
  const state = createStore<FindState>()(() => CLOSED);
  const job = `find-${Math.random().toString(36).slice(2)}`;
  let request = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the reader stood when the query was begun: from there the first place is looked for. */
  let origin = 0;

  const stopWaiting = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  const { ask, paint, walk, goToFirst, look } = findPlaces({
    ...{ parts, state },
    onLost: () => void run(null),
  });

  /** @param from offset of the source from which the first place is gone to; null leaves the reader where it stands */
  const run = async (from: number | null): Promise<void> => {
    stopWaiting();
    request += 1;
    const mine = request;
    const { query } = state.getState();
    const reportId = store.getState().currentReportId;
    if (query.trim() === '' || reportId === null) {
      return void state.setState({ ...NOTHING_FOUND, status: 'idle' });
    }
    state.setState({ status: 'finding', wrapped: null, asking: null });
    const answer = await client.findInReport({ job, query, reportId });
    if (mine !== request) return;
    if (!answer.ok) {
      return void state.setState({ ...NOTHING_FOUND, status: 'failed', error: answer.error });
    }
    const found = { reportId, ...answer.value };
    state.setState({ ...NOTHING_FOUND, status: 'done', found });
    if (from !== null) await goToFirst(from);
    if (mine === request) await paint();
  };

  followReport(parts, (isOther) => {
    if (isOther) state.setState(NOTHING_FOUND);
    if (state.getState().isOpen) void run(null);
  });

  const step: FindModel['step'] = async (direction) => {
    const { isOpen, status } = state.getState();
    const here = store.getState().placeNow();
    if (!isOpen) {
      state.setState({ isOpen: true });
      return run(here);
    }
    // What was typed has not been looked for yet: its first place comes by itself.
    if (timer !== undefined) return run(origin);
    if (status !== 'done') return;
    await walk(direction, here);
    origin = state.getState().target?.range.start ?? here;
  };

  return {
    state,
    ...findHighlights({ parts, state, ask }),
    dropQuestion: () => state.setState({ asking: null }),
    open: (wanted, from) => {
      const { query, isOpen, asked } = state.getState();
      const taken = wanted === undefined || wanted.trim() === '' ? query : wanted;
      if (!isOpen || taken !== query) origin = from ?? store.getState().placeNow();
      state.setState({ isOpen: true, asked: asked + 1, query: taken });
      if (taken !== query) void run(origin);
      else if (!isOpen) void run(null);
    },
    close: () => {
      stopWaiting();
      request += 1;
      const { query, target } = state.getState();
      // The query stays for the next time.
      state.setState({ ...CLOSED, query, target });
    },
    type: (query, isComposing = false) => {
      if (state.getState().query === '') origin = store.getState().placeNow();
      state.setState({ query });
      stopWaiting();
      if (!isComposing) timer = setTimeout(() => void run(origin), query.trim() === '' ? 0 : TYPING_REST);
    },
    step,
    look,
  };
}

/** Tells when another report is opened, and when the one that is open shows another text. */
function followReport({ client, store }: WindowParts, tell: (isOther: boolean) => void): void {
  store.subscribe((now, before) => {
    if (now.currentReportId !== before.currentReportId) tell(true);
  });
  reportModel({ client, store }).opened.subscribe((now, before) => {
    if (now.status === 'ready' && before.status === 'ready' && now.content !== before.content) tell(false);
  });
}
