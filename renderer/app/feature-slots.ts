import type { ComponentType } from 'react';
import type { Messages } from '../i18n/catalogue.ts';

/** Keys that a feature listens to by itself (caret browsing, …), told in the `?` dialog with the shell's own. */
export interface KeyHelp {
  readonly group: 'reading' | 'notes' | 'search';
  /** One combination each, as it is drawn: [['Shift', '→']]. */
  readonly keys: readonly (readonly string[])[];
  readonly label: (messages: Messages) => string;
}

/**
 * Where the features stand in the shell; renderer/main.tsx fills it. The shell knows no feature's insides. Features
 * listen for commands (`useCommand`), read the shared state (`useWindow`) and are told nothing by props, but for
 * `ExportDialog`, which is in the page only while it is open.
 */
export interface FeatureSlots {
  /** Middle pane while `mainPane` is `reading`; it is asked for its own empty state where no report is open. */
  readonly ReaderPane: ComponentType;
  /** Middle pane while `mainPane` is `search`. */
  readonly SearchPane: ComponentType;
  /** Left pane, beside the list of reports. */
  readonly OutlinePane: ComponentType;
  /** Dialogs about the report that is open; each shows itself where it is asked for. */
  readonly ReportDialogs: ComponentType;
  /** Backups, and what must be read about the data as a whole; each shows itself where it is asked for. */
  readonly BackupDialogs: ComponentType;
  /** Dialogs about notes; each shows itself where it is asked for. */
  readonly NoteDialogs: ComponentType;
  /** Codes, projects, their table, tags; in the page only while one of them is open. */
  readonly CodeDialogs: ComponentType;
  /** Right pane. */
  readonly NotesPane: ComponentType;
  /** In the top bar. */
  readonly SearchBox: ComponentType;
  readonly ScriptSwitch: ComponentType;
  /** `reportIds` null = every report that has notes. */
  readonly ExportDialog: ComponentType<{
    readonly reportIds: readonly string[] | null;
    /** Left out = every note of these reports. */
    readonly noteIds?: readonly string[];
    readonly onClose: () => void;
  }>;
  readonly keyHelp: readonly KeyHelp[];
}
