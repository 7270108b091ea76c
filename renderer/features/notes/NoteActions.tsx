import type { ReactElement } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import type { QuoteForm } from '#core/export/citation/cited-quote.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CiteIcon, CopyIcon, EditIcon, HistoryIcon, TrashIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { useNotebookWords } from './notebook-words.ts';
import styles from './notes.module.css';

interface NoteActionsProps {
  readonly note: Annotation;
  /** The passage in the reading text, to copy. */
  readonly quote: string;
  /** Left out where its words are written beside. */
  readonly onEdit?: () => void;
}

/** What can be done with a note besides its colour: edit, copy its quote, see its history, delete. */
export function NoteActions({ note, quote, onEdit }: NoteActionsProps): ReactElement {
  const { notes, common, exporting } = useMessages();
  const { client, store } = useWindowParts();
  const words = useNotebookWords();
  const showNoteHistory = useWindow((state) => state.showNoteHistory);
  const remove = useWindow((state) => state.removeAnnotations);
  const copy = async (): Promise<void> => {
    const answer = await client.copyText({ text: quote });
    if (answer.ok) store.getState().tell({ tone: 'good', text: (messages) => messages.notes.copied });
    else store.getState().tellError(answer.error);
  };
  const cite = async (form: QuoteForm): Promise<void> => {
    const { copyCited } = await import('#renderer/state/notes/copy-cited.ts');
    const { reportId, anchor, id } = note;
    await copyCited({ client, store }, { reportId, range: anchor, note: id }, form);
  };
  return (
    <span className={styles.actions}>
      {onEdit === undefined ? null : (
        <IconButton small label={note.note === '' ? notes.addNote : common.edit} onClick={onEdit}>
          <EditIcon size={15} />
        </IconButton>
      )}
      <IconButton small label={notes.copyQuote} onClick={() => void copy()}>
        <CopyIcon size={15} />
      </IconButton>
      {quote === '' ? null : (
        <Menu
          align="end"
          trigger={
            <IconButton small label={exporting.copyCited}>
              <CiteIcon size={15} />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => void cite('plain')}>{exporting.copyCited}</MenuItem>
          <MenuItem onSelect={() => void cite('markdown')}>{exporting.copyCitedMarkdown}</MenuItem>
        </Menu>
      )}
      <IconButton small label={words.history} onClick={() => showNoteHistory(note.id)}>
        <HistoryIcon size={15} />
      </IconButton>
      <IconButton small label={common.delete} onClick={() => void remove([note.id])}>
        <TrashIcon size={15} />
      </IconButton>
    </span>
  );
}
