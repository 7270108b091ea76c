import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import type { NoteWords } from './save-note.ts';
import { TagsInput } from './TagsInput.tsx';
import { useKnownTags } from './use-known-tags.ts';
import styles from './notes.module.css';

interface NoteEditorProps {
  readonly initial: NoteWords;
  readonly onSave: (words: NoteWords) => void;
  readonly onCancel: () => void;
}

/**
 * Writes the words of a note. Ctrl+Enter and the button save; so does taking the editor away with words in it that were
 * not cancelled, because nothing that was typed may get lost by a click beside it.
 */
export function NoteEditor({ initial, onSave, onCancel }: NoteEditorProps): ReactElement {
  const { notes, common } = useMessages();
  const [note, setNote] = useState(initial.note);
  const [tags, setTags] = useState(initial.tags);
  const known = useKnownTags();
  const pending = useRef<(() => void) | null>(null);
  const changed = note !== initial.note || tags.join('\n') !== initial.tags.join('\n');

  useEffect(() => {
    pending.current = changed ? () => onSave({ note, tags }) : null;
  });
  useEffect(() => () => pending.current?.(), []);

  const end = (action: () => void): void => {
    pending.current = null;
    action();
  };
  const save = (): void => end(() => (changed ? onSave({ note, tags }) : onCancel()));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      end(onCancel);
    }
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the fields inside; the group itself takes no focus
    <div className={styles.editor} role="group" aria-label={notes.noteText} onKeyDown={onKeyDown}>
      <TextArea
        label={notes.noteText}
        placeholder={notes.noteHint}
        className={styles.noteField}
        rows={4}
        value={note}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the editor opens because the user asked to write
        autoFocus
        onChange={(event) => setNote(event.target.value)}
      />
      <TagsInput tags={tags} known={known} onChange={setTags} />
      <div className={styles.editorFoot}>
        <span className={styles.hint}>{notes.saveHint}</span>
        <Button look="quiet" onClick={() => end(onCancel)}>
          {common.cancel}
        </Button>
        <Button look="primary" onClick={save}>
          {common.save}
        </Button>
      </div>
    </div>
  );
}
