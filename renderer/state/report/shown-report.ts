import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { TextRange } from '#core/base/text-range.ts';
import type { WindowStore } from '../window/store.ts';
import { useWindowParts } from '../window/use-window.ts';

/** What the article tells the panes beside it. All ranges are source ranges. */
export interface ShownReport {
  /** The report whose article stands in the page; null while none does. */
  readonly reportId: string | null;
  /** Grows when other words are shown: another report, another script, other repairs. */
  readonly serial: number;
  /** Source offset of what the eye is at, when scrolling rests. */
  readonly inSight: number;
  /** How often the user has moved in the text: by wheel, by keys, by the scroll bar. */
  readonly moves: number;
  readonly selection: TextRange | null;
  /** The words that the article shows for a source range; null when it shows nothing of it. */
  readonly textOf: (source: TextRange) => string | null;
  /** Gives the text the focus, so that its keys select. */
  readonly focusText: () => void;
}

const NOTHING: ShownReport = {
  reportId: null,
  serial: 0,
  inSight: 0,
  moves: 0,
  selection: null,
  textOf: () => null,
  focusText: () => {},
};

const stores = new WeakMap<WindowStore, StoreApi<ShownReport>>();

/** The one article of a window as other panes see it; the reader writes it. */
export function shownReport(window: WindowStore): StoreApi<ShownReport> {
  const known = stores.get(window);
  if (known !== undefined) return known;
  const made = createStore<ShownReport>()(() => NOTHING);
  stores.set(window, made);
  return made;
}

export function useShownReport<T>(selector: (state: ShownReport) => T): T {
  return useStore(shownReport(useWindowParts().store), selector);
}
