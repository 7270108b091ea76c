import type { Slice } from './slice.ts';

export type DialogName =
  | 'settings'
  | 'shortcuts'
  | 'trash'
  | 'codes'
  | 'projects'
  | 'matrix'
  | 'tags'
  | 'filing'
  | 'packs'
  | 'backups'
  | 'import-results'
  | 'export'
  | 'export-all'
  | 'report-info'
  | 'encoding'
  | 'version-result'
  | 'note-history'
  | 'deleted-notes'
  | 'export-notes';

export interface DialogSlice {
  /** The one dialog that is open. `export` is for the current report, `export-all` for every report with notes. */
  readonly dialog: DialogName | null;
  readonly showDialog: (dialog: DialogName) => void;
  readonly closeDialog: () => void;
}

export const createDialogSlice: Slice<DialogSlice> = () => (set) => ({
  dialog: null,
  showDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
});
