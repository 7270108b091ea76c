import type { Slice } from './slice.ts';

/** Where the reader is asked to go. Offsets are UTF-16 units of the report's source text. */
export interface Jump {
  readonly reportId: string;
  readonly start: number;
  readonly end: number;
  /** Whether the passage is lit for a moment. */
  readonly flash: boolean;
  /** Grows with each jump, so that a jump to the same place is a jump. */
  readonly serial: number;
}

export type JumpTarget = Pick<Jump, 'start' | 'end'> & { readonly flash?: boolean };

/** A place in the reading history. */
export interface Place {
  readonly reportId: string;
  readonly offset: number;
}

export interface NavigationSlice {
  /** What the middle pane shows. */
  readonly mainPane: 'reading' | 'search';
  readonly currentReportId: string | null;
  /** The last jump asked for. The reader follows it when the report is shown, then calls `jumpDone`. */
  readonly jump: Jump | null;
  readonly pastPlaces: readonly Place[];
  readonly futurePlaces: readonly Place[];
  /** Shows a report, at a passage if one is given, else where the reader was last; the place left goes into the history. */
  readonly openReport: (reportId: string, target?: JumpTarget) => void;
  readonly goBack: () => void;
  readonly goForward: () => void;
  /** The reader tells where it stands (source offset of the first visible character), as the history needs it. */
  readonly notePlace: (offset: number) => void;
  /** Where the reader stands, as it told last. */
  readonly placeNow: () => number;
  readonly jumpDone: (serial: number) => void;
  readonly showMainPane: (pane: NavigationSlice['mainPane']) => void;
  /** Forgets a report that is no longer there. */
  readonly closeReport: () => void;
}

const MOST_PLACES = 100;

export const createNavigationSlice: Slice<NavigationSlice> = () => (set, get) => {
  let here = 0;
  let lastSerial = 0;

  const place = (): readonly Place[] => {
    const { currentReportId } = get();
    return currentReportId === null ? [] : [{ reportId: currentReportId, offset: here }];
  };

  const show = (reportId: string, target: JumpTarget | null): void => {
    lastSerial += 1;
    const jump = target && { flash: false, ...target, reportId, serial: lastSerial };
    here = target?.start ?? 0;
    const changed = reportId !== get().currentReportId;
    set({ currentReportId: reportId, jump, mainPane: 'reading', ...(changed && { textLayer: 'reading' }) });
    if (changed) void get().loadAnnotations();
  };

  return {
    mainPane: 'reading',
    currentReportId: null,
    jump: null,
    pastPlaces: [],
    futurePlaces: [],
    openReport: (reportId, target) => {
      // Who asks for what is open turns to the text, which a pane may lie over.
      if (reportId === get().currentReportId && target === undefined) {
        return set({ mainPane: 'reading', overlay: null });
      }
      set({ pastPlaces: [...get().pastPlaces, ...place()].slice(-MOST_PLACES), futurePlaces: [] });
      show(reportId, target ?? null);
    },
    goBack: () => {
      const last = get().pastPlaces.at(-1);
      if (last === undefined) return;
      set({ pastPlaces: get().pastPlaces.slice(0, -1), futurePlaces: [...place(), ...get().futurePlaces] });
      show(last.reportId, { start: last.offset, end: last.offset });
    },
    goForward: () => {
      const next = get().futurePlaces[0];
      if (next === undefined) return;
      set({ pastPlaces: [...get().pastPlaces, ...place()], futurePlaces: get().futurePlaces.slice(1) });
      show(next.reportId, { start: next.offset, end: next.offset });
    },
    notePlace: (offset) => {
      here = offset;
    },
    placeNow: () => here,
    jumpDone: (serial) => {
      if (get().jump?.serial === serial) set({ jump: null });
    },
    showMainPane: (mainPane) => set({ mainPane }),
    closeReport: () => {
      const gone = get().currentReportId;
      const stays = (each: Place): boolean => each.reportId !== gone;
      set({
        currentReportId: null,
        jump: null,
        pastPlaces: get().pastPlaces.filter(stays),
        futurePlaces: get().futurePlaces.filter(stays),
      });
      void get().loadAnnotations();
    },
  };
};
