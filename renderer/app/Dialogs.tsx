import { useState } from 'react';
import type { ReactElement } from 'react';
import { ImportResultsDialog } from '../features/library/ImportResultsDialog.tsx';
import { PacksDialog } from '../features/library/PacksDialog.tsx';
import { TrashDialog } from '../features/library/TrashDialog.tsx';
import type { DialogName } from '../state/window/dialog-slice.ts';
import { useWindow } from '../state/window/use-window.ts';
import type { FeatureSlots } from './feature-slots.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** Those of the feature codes. */
const CODE_DIALOGS: ReadonlySet<DialogName> = new Set(['codes', 'projects', 'matrix', 'tags', 'filing']);

/**
 * Every dialog of the window; each shows itself where it is asked for. Nothing stands in the page before the first one is:
 * a start does not pay for them, and one that closes can still move out.
 */
export function Dialogs({
  slots: { CodeDialogs, BackupDialogs, ExportDialog, NoteDialogs, ReportDialogs, keyHelp },
}: {
  readonly slots: FeatureSlots;
}): ReactElement | null {
  const dialog = useWindow((state) => state.dialog);
  const closeDialog = useWindow((state) => state.closeDialog);
  const exportedNotes = useWindow((state) => state.exportedNotes);
  const reportId = useWindow((state) => state.currentReportId);
  const isAsked = useWindow((state) => state.dialog !== null || state.notices.length > 0);
  const [wasAsked, setWasAsked] = useState(false);
  if (isAsked && !wasAsked) setWasAsked(true);
  if (!isAsked && !wasAsked) return null;
  return (
    <>
      <ShortcutsDialog keyHelp={keyHelp} />
      <TrashDialog />
      <PacksDialog />
      <ImportResultsDialog />
      <ReportDialogs />
      {dialog !== null && CODE_DIALOGS.has(dialog) ? <CodeDialogs /> : null}
      <BackupDialogs />
      {dialog === 'note-history' || dialog === 'deleted-notes' ? <NoteDialogs /> : null}
      {dialog === 'export' && reportId !== null ? (
        <ExportDialog reportIds={[reportId]} onClose={closeDialog} />
      ) : null}
      {dialog === 'export-notes' && exportedNotes !== null ? (
        <ExportDialog {...exportedNotes} onClose={closeDialog} />
      ) : null}
      {dialog === 'export-all' ? <ExportDialog reportIds={null} onClose={closeDialog} /> : null}
    </>
  );
}
