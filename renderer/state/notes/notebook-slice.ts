import { NO_FILTER } from '#core/annotations/notebook.ts';
import type { NotebookFilter, NotebookSort } from '#core/annotations/notebook.ts';
import type { Slice } from '../window/slice.ts';

/** What the list of notes shows. */
export interface NotebookView {
  /** The whole library, or the report that is open. */
  readonly everywhere: boolean;
  /** `reportIds` counts everywhere only. */
  readonly filter: NotebookFilter;
  readonly sort: NotebookSort;
}

interface ExportedNotes {
  readonly noteIds: readonly string[];
  readonly reportIds: readonly string[];
}

export interface NotebookSlice {
  readonly notebookView: NotebookView;
  readonly narrowNotes: (change: Partial<NotebookFilter>) => void;
  readonly changeNotebook: (change: Partial<Pick<NotebookView, 'everywhere' | 'sort'>>) => void;
  /**
   * Opens the list with exactly this filter, for other panes: `reportIds` left out = the open report, null = everywhere, a
   * list = these reports.
   */
  readonly showNotes: (filter: Partial<NotebookFilter>) => void;
  /** The note whose history is shown. */
  readonly historyNoteId: string | null;
  readonly showNoteHistory: (id: string) => void;
  /** What the export dialog is asked for: these notes, and the reports that they are on. */
  readonly exportedNotes: ExportedNotes | null;
  readonly exportNotes: (notes: ExportedNotes) => void;
  /** A note on the whole report is being written. */
  readonly writingReportNote: boolean;
  readonly writeReportNote: (writing: boolean) => void;
}

export const createNotebookSlice: Slice<NotebookSlice> = () => (set, get) => ({
  notebookView: { everywhere: false, filter: NO_FILTER, sort: 'place' },
  narrowNotes: (change) => {
    const { notebookView } = get();
    set({ notebookView: { ...notebookView, filter: { ...notebookView.filter, ...change } } });
  },
  changeNotebook: (change) => set({ notebookView: { ...get().notebookView, ...change } }),
  showNotes: (filter) => {
    const { sort } = get().notebookView;
    const everywhere = filter.reportIds !== undefined;
    set({ notebookView: { everywhere, sort, filter: { ...NO_FILTER, ...filter } } });
    get().showRepairs(false);
    get().showPane('notes');
  },
  historyNoteId: null,
  showNoteHistory: (historyNoteId) => {
    set({ historyNoteId });
    get().showDialog('note-history');
  },
  exportedNotes: null,
  exportNotes: (exportedNotes) => {
    set({ exportedNotes });
    get().showDialog('export-notes');
  },
  writingReportNote: false,
  writeReportNote: (writingReportNote) => set({ writingReportNote }),
});
