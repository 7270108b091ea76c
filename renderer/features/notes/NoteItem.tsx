import type { CSSProperties, ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { languageTag } from '#core/report/script.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import { ColourPicker } from './ColourPicker.tsx';
import type { ListedNote } from './filter-notes.ts';
import { NoteActions } from './NoteActions.tsx';
import { NoteBody } from './NoteBody.tsx';
import { ResolvePlace } from './ResolvePlace.tsx';
import { stateLabel } from './state-label.ts';
import styles from './notes.module.css';

interface NoteItemProps {
  readonly listed: ListedNote;
  readonly content: ReportContent;
  readonly selected: boolean;
}

/** One note of the list: its quote leads to the place, its words are edited where they stand. */
export function NoteItem({ listed, content, selected }: NoteItemProps): ReactElement {
  const { note, quote, label, shown } = listed;
  const messages = useMessages();
  const { notes } = messages;
  const openReport = useWindow((state) => state.openReport);
  const selectNote = useWindow((state) => state.selectNote);
  const change = useWindow((state) => state.changeAnnotation);
  const badge = note.state === 'exact' ? (shown ? null : notes.hidden) : stateLabel(messages, note.state);
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
        lang={languageTag('source', content.summary.script)}
        aria-label={notes.goTo({ quote })}
        aria-current={selected ? 'true' : undefined}
        onClick={goThere}
      >
        {quote}
      </button>
      <NoteBody
        note={note}
        foot={(edit) => (
          <>
            <div className={styles.foot}>
              <span className={styles.about}>
                {label === '' ? null : <span>{label}</span>}
                {badge === null ? null : (
                  <span className={styles.badge} data-state-name={note.state}>
                    {badge}
                  </span>
                )}
              </span>
              <span className={styles.itemActions}>
                <NoteActions note={note} quote={quote} onEdit={edit} />
              </span>
            </div>
            {note.state === 'exact' ? null : <ResolvePlace note={note} content={content} />}
            <div className={styles.recolour}>
              <ColourPicker value={note.code} onChange={(code) => void change(note.id, { code })} />
            </div>
          </>
        )}
      />
    </div>
  );
}
