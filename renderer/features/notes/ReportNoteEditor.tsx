import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { useNotebookWords } from './notebook-words.ts';
import { saveNewNote } from './save-note.ts';
import styles from './notes.module.css';

/** Writes a note on the report as a whole, over the list; there while it was asked for. */
export function ReportNoteEditor({
  content,
}: {
  readonly content: ReportContent | null;
}): ReactElement | null {
  const words = useNotebookWords();
  const parts = useWindowParts();
  const writing = useWindow((state) => state.writingReportNote);
  const writeReportNote = useWindow((state) => state.writeReportNote);
  if (!writing || content === null) return null;
  const { reportId } = content.summary;
  return (
    <div className={styles.reportNote}>
      <h3 className={styles.reportNoteTitle}>{words.addReportNote}</h3>
      <NoteEditor
        // Another report is another note: what was typed is saved on the one it was typed for.
        key={reportId}
        initial={{ note: '', tags: [] }}
        onSave={(written) => {
          writeReportNote(false);
          void saveNewNote(parts, reportId, { start: 0, end: 0 }, written);
        }}
        onCancel={() => writeReportNote(false)}
      />
    </div>
  );
}
