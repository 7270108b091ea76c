import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { NoteVersion } from '#core/ipc/calls/notebook-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { notebookWords, useNotebookWords } from './notebook-words.ts';
import styles from './notes.module.css';
import { VersionChange } from './VersionChange.tsx';

interface NoteHistoryDialogProps {
  readonly noteId: string;
  readonly onClose: () => void;
}

/** Every state of a note with its time, what it changed, and the way back to it. */
export function NoteHistoryDialog({ noteId, onClose }: NoteHistoryDialogProps): ReactElement {
  const words = useNotebookWords();
  const { locale } = useMessages();
  const parts = useWindowParts();
  const versions = useVersions(noteId);
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const bringBack = async ({ seq }: NoteVersion): Promise<void> => {
    const { store, client } = parts;
    store.getState().closeRevertingToasts();
    const answer = await client.restoreNoteVersion({ id: noteId, seq });
    if (!answer.ok) return store.getState().tellError(answer.error);
    onClose();
    const { loadAnnotations, loadHistory, tell } = store.getState();
    await Promise.all([loadAnnotations(), loadHistory()]);
    tell({
      tone: 'good',
      text: (messages) => notebookWords(messages.locale).restoredOne,
      action: { label: ({ common }) => common.undo, run: () => void store.getState().undo() },
      revertsLastChange: true,
    });
  };
  return (
    <Dialog open title={words.history} intro={words.historyBody} onClose={onClose}>
      <ol className={styles.versions} aria-label={words.history}>
        {versions.map((version, at) => (
          <li key={version.seq} className={styles.version}>
            <div className={styles.versionHead}>
              <span className={styles.versionWhat}>{words[version.what]}</span>
              <time dateTime={new Date(version.time).toISOString()}>{times.format(version.time)}</time>
              <span>{actorName(words, version.actor)}</span>
              {version.isCurrent ? (
                <span className={styles.versionNow}>{words.current}</span>
              ) : (
                <Button
                  className={styles.slim}
                  aria-label={`${words.bringBack} ${times.format(version.time)}`}
                  onClick={() => void bringBack(version)}
                >
                  {words.bringBack}
                </Button>
              )}
            </div>
            <VersionChange version={version} before={versions[at + 1] ?? null} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function actorName(words: ReturnType<typeof useNotebookWords>, actor: string): string {
  if (actor === 'command') return words.byCommand;
  return actor === 'import' ? words.byImport : words.byWindow;
}

function useVersions(noteId: string): readonly NoteVersion[] {
  const { client } = useWindowParts();
  const tellError = useWindow((state) => state.tellError);
  const annotations = useWindow((state) => state.annotations);
  const [versions, setVersions] = useState<readonly NoteVersion[]>([]);
  useEffect(() => {
    let wanted = true;
    void client.noteHistory({ id: noteId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setVersions(answer.value);
      else tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
    // The note may be changed while its history is looked at.
  }, [client, tellError, noteId, annotations]);
  return versions;
}
