import { useMemo, useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '#core/annotations/record.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import {
  ColourPicker,
  NoteActions,
  NoteEditor,
  quoteOf,
  saveNewNote,
  saveWords,
  TagList,
} from '#renderer/features/notes/index.ts';
import type { NoteWords } from '#renderer/features/notes/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Popover } from '#renderer/ui/Popover.tsx';
import type { Box, Reader } from './reader.ts';
import styles from './reader.module.css';

interface NotePanelProps {
  readonly reader: Reader;
  readonly content: ReportContent;
}

/** The panel at a passage: the notes there, or the one that is being written. */
export function NotePanel({ reader, content }: NotePanelProps): ReactElement | null {
  const { reader: words } = useMessages();
  const panel = useStore(reader.state, (state) => state.panel);
  const annotations = useWindow((state) => state.annotations);
  const noteIds = panel?.kind === 'notes' ? panel.noteIds : [];
  const notes = noteIds.flatMap((id) => annotations.find((note) => note.id === id) ?? []);
  const open = panel !== null && (panel.kind === 'draft' || notes.length > 0);
  const anchor = useMemo(() => ({ current: { getBoundingClientRect: () => rectOf(panel?.box) } }), [panel]);
  if (panel === null || !open) return null;
  const close = (): void => {
    reader.closePanel();
    reader.focus();
  };
  return (
    <Popover
      open
      onOpenChange={(next) => (next ? undefined : close())}
      label={panel.kind === 'draft' ? words.newNote : words.notesHere}
      anchor={anchor}
      side="bottom"
      align="start"
      className={styles.panel}
      onOpenAutoFocus={(event) => {
        // A note that is being written takes the focus by itself; a list of notes is looked at first.
        event.preventDefault();
      }}
      onCloseAutoFocus={(event) => event.preventDefault()}
      onInteractOutside={(event) => {
        // The article decides by itself: its click leads on to the next note here, or closes.
        if (event.target instanceof Element && event.target.closest('article') !== null) {
          event.preventDefault();
        }
      }}
    >
      {panel.kind === 'draft' ? (
        <Draft reportId={content.summary.reportId} source={panel.source} onDone={close} />
      ) : (
        <ul className={styles.panelList}>
          {notes.map((note) => (
            <li key={note.id}>
              <PanelNote note={note} content={content} single={notes.length === 1} />
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

interface DraftProps {
  readonly reportId: string;
  readonly source: TextRange;
  readonly onDone: () => void;
}

function Draft({ reportId, source, onDone }: DraftProps): ReactElement {
  const parts = useWindowParts();
  const save = (words: NoteWords): void => {
    void saveNewNote(parts, reportId, source, words);
    onDone();
  };
  return (
    <div className={styles.panelNote}>
      <NoteEditor initial={NO_WORDS} onSave={save} onCancel={onDone} />
    </div>
  );
}

const NO_WORDS: NoteWords = { note: '', tags: [] };

interface PanelNoteProps {
  readonly note: Annotation;
  readonly content: ReportContent;
  /** Whether it is the only one here, so that its quote needs no telling. */
  readonly single: boolean;
}

function PanelNote({ note, content, single }: PanelNoteProps): ReactElement {
  const selected = useWindow((state) => state.selectedNoteId === note.id);
  const selectNote = useWindow((state) => state.selectNote);
  const change = useWindow((state) => state.changeAnnotation);
  const parts = useWindowParts();
  const [editing, setEditing] = useState(false);
  const quote = quoteOf(note, readingOf(content)).text;
  const tone = { '--tone': codeTone(note.code) } as CSSProperties;
  return (
    <div
      className={classes(styles.panelNote, !single && selected && styles.panelSelected)}
      style={tone}
      onFocus={() => selectNote(note.id)}
    >
      {single ? null : <p className={styles.panelQuote}>{quote}</p>}
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
          {note.note === '' ? null : <p className={styles.panelWords}>{note.note}</p>}
          {note.tags.length === 0 ? null : <TagList tags={note.tags} />}
          <div className={styles.panelFoot}>
            <ColourPicker value={note.code} onChange={(code) => void change(note.id, { code })} />
            <NoteActions note={note} quote={quote} onEdit={() => setEditing(true)} />
          </div>
        </>
      )}
    </div>
  );
}

function rectOf(box: Box | undefined): DOMRect {
  if (box === undefined) return new DOMRect();
  return new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
}
