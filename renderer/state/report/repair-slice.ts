import type { Slice } from '../window/slice.ts';

/** The id of the button that shows the list of repairs: the focus returns to it. */
export const REPAIRS_BUTTON = 'show-repairs';

/** What the window shows of a report's repairs. */
export interface RepairSlice {
  /** `source`: the text as it was imported, with what the repairs change marked. A report is opened in `reading`. */
  readonly textLayer: 'reading' | 'source';
  /** Whether the list of repairs stands in the right pane, before the notes. */
  readonly repairsShown: boolean;
  readonly showTextLayer: (layer: RepairSlice['textLayer']) => void;
  readonly showRepairs: (shown: boolean) => void;
}

export const createRepairSlice: Slice<RepairSlice> = () => (set, get) => ({
  textLayer: 'reading',
  repairsShown: false,
  showTextLayer: (textLayer) => set({ textLayer }),
  showRepairs: (repairsShown) => {
    set({ repairsShown });
    if (repairsShown) get().showPane('notes');
  },
});
