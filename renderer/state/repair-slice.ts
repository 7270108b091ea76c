import type { Slice } from './slice.ts';

/** What the window shows of a report's repairs. */
export interface RepairSlice {
  /** `source`: the text as it was imported, with what the repairs change marked. A report is opened in `reading`. */
  readonly textLayer: 'reading' | 'source';
  /** Whether the list of repairs stands in the right pane, before the notes. */
  readonly repairsShown: boolean;
  /** Grows whenever the text of the current report may have been changed elsewhere: an undo, another program. */
  readonly textChanges: number;
  readonly showTextLayer: (layer: RepairSlice['textLayer']) => void;
  readonly showRepairs: (shown: boolean) => void;
  readonly noteTextChange: () => void;
}

export const createRepairSlice: Slice<RepairSlice> = () => (set, get) => ({
  textLayer: 'reading',
  repairsShown: false,
  textChanges: 0,
  showTextLayer: (textLayer) => set({ textLayer }),
  showRepairs: (repairsShown) => set({ repairsShown }),
  noteTextChange: () => set({ textChanges: get().textChanges + 1 }),
});
