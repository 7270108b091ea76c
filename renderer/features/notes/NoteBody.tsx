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
  /** As it was when the user began to write: what others make of it meanwhile is not what she has seen. */
  const [begun, setBegun] = useState<Annotation | null>(null);
  if (begun !== null) {
    return (
      <NoteEditor
        initial={begun}
        onSave={(words) => {
          setBegun(null);
          void saveWords(parts, { begun, current: note }, words);
        }}
        onCancel={() => setBegun(null)}
      />
    );
  }
  return (
    <>
      {note.note === '' ? null : <MarkdownText className={styles.words} text={note.note} />}
      {note.tags.length === 0 ? null : <TagList tags={note.tags} />}
      {foot(() => setBegun(note))}
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
