import type { Slice } from './slice.ts';

export type SidePane = 'library' | 'notes';

/** Which panes stand beside the text. In a wide window the settings say it, in a narrow one at most one lies over the text. */
export interface LayoutSlice {
  readonly leftTab: 'reports' | 'outline';
  /** Too narrow for three panes. */
  readonly narrow: boolean;
  /** The pane that lies over the text of a narrow window. */
  readonly overlay: SidePane | null;
  /** The contents were asked for, to be typed into as soon as they stand in the page. */
  readonly outlineWanted: boolean;
  readonly showLeftTab: (tab: LayoutSlice['leftTab']) => void;
  readonly wantOutline: (wanted: boolean) => void;
  readonly setNarrow: (narrow: boolean) => void;
  readonly closeOverlay: () => void;
  readonly togglePane: (pane: SidePane) => void;
  readonly showPane: (pane: SidePane) => void;
}

const SETTING = { library: 'libraryPane', notes: 'notesPane' } as const;

export const createLayoutSlice: Slice<LayoutSlice> = () => (set, get) => ({
  leftTab: 'reports',
  narrow: false,
  overlay: null,
  outlineWanted: false,
  wantOutline: (outlineWanted) => set({ outlineWanted }),
  showLeftTab: (leftTab) => set({ leftTab }),
  setNarrow: (narrow) => set({ narrow, overlay: null }),
  closeOverlay: () => set({ overlay: null }),
  togglePane: (pane) => {
    const { narrow, overlay, settings, changeSettings } = get();
    if (narrow) set({ overlay: overlay === pane ? null : pane });
    else changeSettings({ [SETTING[pane]]: !settings[SETTING[pane]] });
  },
  showPane: (pane) => {
    const { narrow, settings, changeSettings } = get();
    if (narrow) set({ overlay: pane });
    else if (!settings[SETTING[pane]]) changeSettings({ [SETTING[pane]]: true });
  },
});

/** Whether a pane is to be seen. */
export function isPaneShown(
  state: LayoutSlice & { readonly settings: Readonly<Record<(typeof SETTING)[SidePane], boolean>> },
  pane: SidePane,
): boolean {
  return state.narrow ? state.overlay === pane : state.settings[SETTING[pane]];
}
