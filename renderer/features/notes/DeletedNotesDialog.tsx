import { useEffect, useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { isReportNote } from '#core/annotations/report-note.ts';
import type { DeletedNote } from '#core/ipc/calls/notebook-calls.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { notebookWords, useNotebookWords } from './notebook-words.ts';
import styles from './notes.module.css';

/** Notes that are listed at a time. */
const LISTED = 200;

interface Deleted {
  readonly total: number;
  readonly notes: readonly DeletedNote[];
}

/** The notes that were deleted in the last thirty days, to bring back. */
export function DeletedNotesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const words = useNotebookWords();
  const { deleted, restore } = useDeletedNotes();
  const all = deleted?.notes.map(({ annotation }) => annotation.id) ?? [];
  const older = (deleted?.total ?? 0) - all.length;
  return (
    <Dialog
      open
      title={words.trash}
      intro={words.trashBody}
      onClose={onClose}
      foot={
        all.length > 1 ? (
          <Button onClick={() => void restore(all)}>{words.restoreAll({ count: all.length })}</Button>
        ) : undefined
      }
    >
      {deleted?.total === 0 ? <p className={styles.nothing}>{words.trashEmpty}</p> : null}
      <ul aria-label={words.trash}>
        {deleted?.notes.map((entry) => (
          <DeletedLine key={entry.annotation.id} entry={entry} onRestore={restore} />
        ))}
      </ul>
      {older > 0 ? <p className={styles.nothing}>{words.moreDeleted({ count: older })}</p> : null}
    </Dialog>
  );
}

interface DeletedLineProps {
  readonly entry: DeletedNote;
  readonly onRestore: (ids: readonly string[]) => Promise<void>;
}

function DeletedLine({ entry, onRestore }: DeletedLineProps): ReactElement {
  const { locale } = useMessages();
  const words = useNotebookWords();
  const { annotation: note, title, deletedAt } = entry;
  const quote = isReportNote(note) ? words.onReport : entry.quote || words.bookmarkAt;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(deletedAt);
  return (
    <li className={styles.deletedLine} style={{ '--tone': codeTone(note.code) } as CSSProperties}>
      <span className={styles.deletedWords}>
        <span className={styles.deletedQuote} lang="zh">
          {quote}
        </span>
        {note.note === '' ? null : <span className={styles.deletedNote}>{note.note}</span>}
        <span className={styles.about}>
          {[title || words.untitled, words.deletedOn({ date })].join(' · ')}
        </span>
      </span>
      <Button aria-label={words.restoreNamed({ quote })} onClick={() => void onRestore([note.id])}>
        {words.restore}
      </Button>
    </li>
  );
}

function useDeletedNotes(): {
  readonly deleted: Deleted | null;
  readonly restore: (ids: readonly string[]) => Promise<void>;
} {
  const { client, store } = useWindowParts();
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const [serial, setSerial] = useState(0);
  useEffect(() => {
    let wanted = true;
    void client.listDeletedNotes({ limit: LISTED }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setDeleted(answer.value);
      else store.getState().tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, store, serial]);
  const restore = async (ids: readonly string[]): Promise<void> => {
    store.getState().closeRevertingToasts();
    const answer = await client.restoreNotes({ ids: [...ids] });
    if (answer.ok) {
      const count = answer.value.length;
      store
        .getState()
        .tell({ tone: 'good', text: ({ locale }) => notebookWords(locale).restoredCount({ count }) });
    } else store.getState().tellError(answer.error);
    const { loadAnnotations, loadHistory, loadReports } = store.getState();
    setSerial((last) => last + 1);
    await Promise.all([loadAnnotations(), loadHistory(), loadReports()]);
  };
  return { deleted, restore };
}
