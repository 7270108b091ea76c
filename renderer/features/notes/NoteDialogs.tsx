import type { ReactElement } from 'react';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { DeletedNotesDialog } from './DeletedNotesDialog.tsx';
import { NoteHistoryDialog } from './NoteHistoryDialog.tsx';

/** The dialogs about notes. */
export function NoteDialogs(): ReactElement | null {
  const dialog = useWindow((state) => state.dialog);
  const noteId = useWindow((state) => state.historyNoteId);
  const closeDialog = useWindow((state) => state.closeDialog);
  if (dialog === 'note-history' && noteId !== null) {
    return <NoteHistoryDialog noteId={noteId} onClose={closeDialog} />;
  }
  return dialog === 'deleted-notes' ? <DeletedNotesDialog onClose={closeDialog} /> : null;
}
