import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { MarkdownText } from './MarkdownText.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { saveWords } from './save-note.ts';
import styles from './notes.module.css';

interface NoteBodyProps {
  readonly note: Annotation;
  /** What stands below the words while they are not being edited; `edit` begins to edit them. */
  readonly foot: (edit: () => void) => ReactNode;
}

/** The words and tags of a note, to read or to edit where they stand. */
export function NoteBody({ note, foot }: NoteBodyProps): ReactElement {
  const parts = useWindowParts();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <NoteEditor
        initial={note}
        onSave={(words) => {
          setEditing(false);
          void saveWords(parts, note, words);
        }}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      {note.note === '' ? null : <MarkdownText className={styles.words} text={note.note} />}
      {note.tags.length === 0 ? null : <TagList tags={note.tags} />}
      {foot(() => setEditing(true))}
    </>
  );
}

/** The tags of a note, to read. */
function TagList({ tags }: { readonly tags: readonly string[] }): ReactElement {
  const { notes } = useMessages();
  return (
    <ul className={styles.tagList} aria-label={notes.tags}>
      {tags.map((tag) => (
        <li key={tag} className={styles.tag}>
          {tag}
        </li>
      ))}
    </ul>
  );
}
