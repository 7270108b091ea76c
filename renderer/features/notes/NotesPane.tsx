import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Annotation, AnchorState } from '#core/annotations/record.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCommand } from '#renderer/state/commands.ts';
import { useOpenedReport } from '#renderer/state/report-model.ts';
import { labelOfPlace, reportOutline } from '#renderer/state/report-outline.ts';
import { useWindow } from '#renderer/state/use-window.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CloseIcon, NoteIcon } from '#renderer/ui/icons.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { colourName } from './colour-name.ts';
import { filterNotes, sortNotes } from './filter-notes.ts';
import type { ListedNote, NoteSort } from './filter-notes.ts';
import { NoteList } from './NoteList.tsx';
import { SortMenu, StateFilter } from './NoteStates.tsx';
import styles from './notes.module.css';
import { quoteOf } from './quote.ts';

/** The notes of the current report. */
export function NotesPane(): ReactElement {
  const { notes } = useMessages();
  const opened = useOpenedReport();
  const annotations = useWindow((state) => state.annotations);
  if (opened.status !== 'ready') {
    return <EmptyState icon={<NoteIcon size={30} />} title={notes.title} body={notes.noReport} />;
  }
  if (annotations.length === 0) {
    return <EmptyState icon={<NoteIcon size={30} />} title={notes.emptyTitle} body={notes.emptyBody} />;
  }
  return <ReportNotes content={opened.content} annotations={annotations} />;
}

interface ReportNotesProps {
  readonly content: ReportContent;
  readonly annotations: readonly Annotation[];
}

function ReportNotes({ content, annotations }: ReportNotesProps): ReactElement {
  const { notes } = useMessages();
  const [text, setText] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [sort, setSort] = useState<NoteSort>('place');
  const states = useNoteStates(annotations);
  const wanted = useDeferredValue(text);
  const selectedId = useWindow((state) => state.selectedNoteId);
  const removeAnnotations = useWindow((state) => state.removeAnnotations);
  const pane = useRef<HTMLDivElement>(null);
  const listed = useMemo(() => listNotes(content, annotations), [content, annotations]);
  const shown = useMemo(
    () => sortNotes(filterNotes(listed, { text: wanted, codes, states }), sort),
    [listed, wanted, codes, states, sort],
  );
  const used = useMemo(() => [...new Set(annotations.map(({ code }) => code))], [annotations]);

  useCommand('delete', () => {
    const focused = document.activeElement?.closest('[data-note-id]');
    if (!focused || pane.current?.contains(focused) !== true) return false;
    void removeAnnotations([focused.getAttribute('data-note-id') ?? '']);
    return true;
  });

  return (
    <div ref={pane} className={styles.pane}>
      <div className={styles.head}>
        <h2 className={styles.title}>{notes.title}</h2>
        <span className={styles.count} role="status">
          {notes.shown({ shown: shown.length, all: annotations.length })}
        </span>
        <SortMenu sort={sort} onSort={setSort} />
      </div>
      <div className={styles.filters}>
        <SearchField
          label={notes.filter}
          placeholder={notes.filterHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          end={
            text === '' ? null : (
              <IconButton small label={notes.clearFilter} onClick={() => setText('')}>
                <CloseIcon size={13} />
              </IconButton>
            )
          }
        />
        <StateFilter annotations={annotations} states={states} />
        {used.length > 1 ? <ColourFilter used={used} codes={codes} onChange={setCodes} /> : null}
      </div>
      {shown.length === 0 ? (
        <p className={styles.nothing}>{notes.noMatch}</p>
      ) : (
        <NoteList listed={shown} content={content} selectedId={selectedId} />
      )}
    </div>
  );
}

/** The states that the list is narrowed to, of those that the report's notes have. */
function useNoteStates(annotations: readonly Annotation[]): readonly AnchorState[] {
  const wanted = useWindow((state) => state.noteStates);
  return useMemo(
    () => wanted.filter((state) => annotations.some((note) => note.state === state)),
    [wanted, annotations],
  );
}

interface ColourFilterProps {
  readonly used: readonly string[];
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

function ColourFilter({ used, codes, onChange }: ColourFilterProps): ReactElement {
  const messages = useMessages();
  const toggle = (code: string): void =>
    onChange(codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]);
  return (
    <div className={styles.colours} role="group" aria-label={messages.notes.colours}>
      {used.map((code) => (
        <button
          key={code}
          type="button"
          className={styles.swatch}
          aria-pressed={codes.includes(code)}
          aria-label={colourName(messages, code)}
          title={colourName(messages, code)}
          style={{ color: codeTone(code) }}
          onClick={() => toggle(code)}
        />
      ))}
    </div>
  );
}

function listNotes(content: ReportContent, annotations: readonly Annotation[]): readonly ListedNote[] {
  const outline = reportOutline(content);
  return annotations
    .filter((note) => note.reportId === content.summary.reportId)
    .map((note) => {
      const quote = quoteOf(note, content);
      const label = note.state === 'orphan' ? '' : labelOfPlace(outline, note.anchor);
      return { note, quote: quote.text, label, shown: quote.shown };
    });
}
