import { useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import type { AnchorState } from '#core/annotations/record.ts';
import { assertNever } from '#core/base/assert-never.ts';
import { languageTag } from '#core/report/script.ts';
import type { SourceScript } from '#core/report/script.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import { ColourPicker } from './ColourPicker.tsx';
import type { ListedNote } from './filter-notes.ts';
import { NoteActions } from './NoteActions.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { saveWords } from './save-note.ts';
import styles from './notes.module.css';

interface NoteItemProps {
  readonly listed: ListedNote;
  readonly script: SourceScript;
  readonly selected: boolean;
}

/** One note of the list: its quote leads to the place, its words are edited where they stand. */
export function NoteItem({ listed, script, selected }: NoteItemProps): ReactElement {
  const { note, quote, label, shown } = listed;
  const messages = useMessages();
  const { notes } = messages;
  const [editing, setEditing] = useState(false);
  const openReport = useWindow((state) => state.openReport);
  const selectNote = useWindow((state) => state.selectNote);
  const change = useWindow((state) => state.changeAnnotation);
  const parts = useWindowParts();
  const badge = stateLabel(notes, note.state) ?? (shown ? null : notes.hidden);
  const goThere = (): void => {
    selectNote(note.id);
    const { start, end } = note.anchor;
    if (note.state !== 'orphan') openReport(note.reportId, { start, end, flash: true });
  };
  return (
    <div
      className={classes(styles.item, selected && styles.selected)}
      style={{ '--tone': codeTone(note.code) } as CSSProperties}
      data-note-id={note.id}
    >
      <button
        type="button"
        className={styles.quote}
        lang={languageTag('source', script)}
        aria-label={notes.goTo({ quote })}
        aria-current={selected ? 'true' : undefined}
        onClick={goThere}
      >
        {quote}
      </button>
      {editing ? (
        <NoteEditor
          initial={note}
          onSave={(words) => {
            setEditing(false);
            void saveWords(parts, note, words);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          {note.note === '' ? null : <p className={styles.words}>{note.note}</p>}
          {note.tags.length === 0 ? null : <TagList tags={note.tags} />}
          <div className={styles.foot}>
            <span className={styles.about}>
              {label === '' ? null : <span>{label}</span>}
              {badge === null ? null : <span className={styles.badge}>{badge}</span>}
            </span>
            <span className={styles.itemActions}>
              <NoteActions note={note} quote={quote} onEdit={() => setEditing(true)} />
            </span>
          </div>
          <div className={styles.recolour}>
            <ColourPicker value={note.code} onChange={(code) => void change(note.id, { code })} />
          </div>
        </>
      )}
    </div>
  );
}

/** The tags of a note, to read. */
export function TagList({ tags }: { readonly tags: readonly string[] }): ReactElement {
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

function stateLabel(notes: Messages['notes'], state: AnchorState): string | null {
  switch (state) {
    case 'exact':
      return null;
    case 'moved':
      return notes.stateMoved;
    case 'doubtful':
      return notes.stateDoubtful;
    case 'orphan':
      return notes.stateOrphan;
    default:
      return assertNever(state);
  }
}
