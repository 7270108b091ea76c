import { useState } from 'react';
import type { CSSProperties, MouseEvent, ReactElement } from 'react';
import { isReportNote } from '#core/annotations/report-note.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { NotebookRow } from '#core/ipc/calls/notebook-calls.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { labelOfPlace, reportOutline } from '#renderer/state/report/report-outline.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import { BookmarkIcon, UnderlineIcon } from '#renderer/ui/icons.tsx';
import { recolourNotes } from './bulk-actions.ts';
import { ColourPicker } from './ColourPicker.tsx';
import { NoteActions } from './NoteActions.tsx';
import { NoteBody } from './NoteBody.tsx';
import { useNotebookWords } from './notebook-words.ts';
import { quoteOf } from './quote.ts';
import { ResolvePlace } from './ResolvePlace.tsx';
import { stateLabel } from './state-label.ts';
import { useNotebook, useNotebookModel } from './use-notebook.ts';
import styles from './notes.module.css';

interface NoteItemProps {
  readonly row: NotebookRow;
  readonly index: number;
  /** The report that the note is on, where it is the open one. */
  readonly content: ReportContent | null;
  /** In a long list what can be done with a note is made when the pointer or the focus comes to it. */
  readonly light: boolean;
}

/** One note of the list: its quote leads to the place, its words are edited where they stand. */
export function NoteItem({ row, index, content, light }: NoteItemProps): ReactElement {
  const { annotation: note } = row;
  const parts = useWindowParts();
  const model = useNotebookModel();
  const chosen = useNotebook((state) => state.chosen.has(note.id));
  const selected = useWindow((state) => state.selectedNoteId === note.id);
  const [reached, setReached] = useState(false);
  const full = !light || selected || chosen || reached;
  const { quote } = describePlace(row, content);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what comes near makes the buttons; they are what is used
    <div
      className={classes(styles.item, selected && styles.selected, chosen && styles.chosen)}
      style={{ '--tone': codeTone(note.code) } as CSSProperties}
      data-note-id={note.id}
      data-note-index={index}
      onPointerEnter={() => setReached(true)}
      onFocus={() => setReached(true)}
    >
      <ChooseBox note={note} index={index} chosen={chosen} />
      <QuoteButton row={row} index={index} content={content} />
      <NoteBody
        note={note}
        foot={(edit) => (
          <>
            <div className={styles.foot}>
              <About row={row} content={content} />
              <span className={styles.itemActions}>
                {full ? <NoteActions note={note} quote={quote} onEdit={edit} /> : null}
              </span>
            </div>
            {note.state === 'exact' ? null : <Settle note={note} content={content} />}
            <div className={styles.recolour}>
              {full ? (
                <ColourPicker
                  value={note.code}
                  onChange={(code) => void recolourNotes(parts, model, [note.id], code)}
                />
              ) : null}
            </div>
          </>
        )}
      />
    </div>
  );
}

interface ChooseBoxProps {
  readonly note: Annotation;
  readonly index: number;
  readonly chosen: boolean;
}

function ChooseBox({ note, index, chosen }: ChooseBoxProps): ReactElement {
  const words = useNotebookWords();
  const model = useNotebookModel();
  return (
    <input
      type="checkbox"
      className={styles.choose}
      aria-label={words.choose}
      checked={chosen}
      onChange={(event) => {
        const { shiftKey } = event.nativeEvent as unknown as { readonly shiftKey?: boolean };
        if (shiftKey === true) void model.chooseTo(index);
        else model.toggle(note.id, index);
      }}
    />
  );
}

function QuoteButton({ row, index, content }: Omit<NoteItemProps, 'light'>): ReactElement {
  const { notes } = useMessages();
  const words = useNotebookWords();
  const model = useNotebookModel();
  const { annotation: note } = row;
  const selected = useWindow((state) => state.selectedNoteId === note.id);
  const openReport = useWindow((state) => state.openReport);
  const selectNote = useWindow((state) => state.selectNote);
  const { quote } = describePlace(row, content);
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey) return void model.chooseTo(index);
    if (event.ctrlKey || event.metaKey) return model.toggle(note.id, index);
    model.begin(index);
    selectNote(note.id);
    const { start, end } = note.anchor;
    if (note.state !== 'orphan') openReport(note.reportId, { start, end, flash: start < end });
    else if (content === null) openReport(note.reportId);
    selectNote(note.id);
  };
  const shown = isReportNote(note) ? words.onReport : quote;
  return (
    <button
      type="button"
      className={classes(styles.quote, isReportNote(note) && styles.wholeReport)}
      lang={content === null ? 'zh' : reportLanguage('source', content)}
      aria-label={notes.goTo({ quote: shown })}
      aria-current={selected ? 'true' : undefined}
      data-note-quote=""
      onClick={onClick}
    >
      <KindMark note={note} />
      {shown}
    </button>
  );
}

/** What kind of note it is, where the words do not say it. */
function KindMark({ note }: { readonly note: Annotation }): ReactElement | null {
  const words = useNotebookWords();
  if (note.kind !== 'bookmark' && note.kind !== 'underline') return null;
  const isBookmark = note.kind === 'bookmark';
  return (
    <span
      className={styles.kindMark}
      role="img"
      aria-label={isBookmark ? words.kindBookmark : words.kindUnderline}
    >
      {isBookmark ? <BookmarkIcon size={14} /> : <UnderlineIcon size={14} />}
    </span>
  );
}

function About({ row, content }: Pick<NoteItemProps, 'row' | 'content'>): ReactElement {
  const messages = useMessages();
  const { annotation: note } = row;
  const { label, shown } = describePlace(row, content);
  const badge =
    note.state === 'exact' ? (shown ? null : messages.notes.hidden) : stateLabel(messages, note.state);
  return (
    <span className={styles.about}>
      {label === '' ? null : <span>{label}</span>}
      {badge === null ? null : (
        <span className={styles.badge} data-state-name={note.state}>
          {badge}
        </span>
      )}
    </span>
  );
}

/** Settling a place needs the text, so the report is opened first. */
function Settle({
  note,
  content,
}: {
  readonly note: Annotation;
  readonly content: ReportContent | null;
}): ReactElement {
  const words = useNotebookWords();
  const openReport = useWindow((state) => state.openReport);
  if (content !== null) return <ResolvePlace note={note} content={content} />;
  return (
    <div className={styles.resolve}>
      <button type="button" className={styles.resolveHead} onClick={() => openReport(note.reportId)}>
        {words.otherReport}
      </button>
    </div>
  );
}

interface PlaceWords {
  readonly quote: string;
  readonly label: string;
  readonly shown: boolean;
}

/** What the open report's text says of a note's place; of another report's what the list was told. */
function describePlace({ annotation: note, quote }: NotebookRow, content: ReportContent | null): PlaceWords {
  if (content === null || isReportNote(note)) return { quote, label: '', shown: true };
  const label = note.state === 'orphan' ? '' : labelOfPlace(reportOutline(content), note.anchor);
  if (note.anchor.start === note.anchor.end) return { quote, label, shown: true };
  const { text, shown } = quoteOf(note, content);
  return { quote: text, label, shown };
}
