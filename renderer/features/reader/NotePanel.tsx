import type { CSSProperties, ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '#core/annotations/record.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import {
  addTag,
  ColourPicker,
  NoteActions,
  NoteBody,
  NoteEditor,
  quoteOf,
  saveNewNote,
  TagsInput,
  useKnownTags,
} from '#renderer/features/notes/index.ts';
import type { NoteWords } from '#renderer/features/notes/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { NoteIcon } from '#renderer/ui/icons.tsx';
import { PassagePopover } from './PassagePopover.tsx';
import type { Reader } from './reader.ts';
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
  if (panel?.kind !== 'draft' && (panel?.kind !== 'notes' || notes.length === 0)) return null;
  const close = (): void => {
    reader.closePanel();
    reader.focus();
  };
  return (
    <PassagePopover
      label={panel.kind === 'draft' ? words.newNote : words.notesHere}
      box={panel.box}
      className={styles.panel}
      onClose={close}
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
    </PassagePopover>
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
    // What was written stands among the notes, whose place the list of repairs takes.
    parts.store.getState().showRepairs(false);
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
  const { notes, common } = useMessages();
  const known = useKnownTags();
  const quote = quoteOf(note, content).text;
  const tone = { '--tone': codeTone(note.code) } as CSSProperties;
  return (
    <div
      className={classes(styles.panelNote, !single && selected && styles.panelSelected)}
      style={tone}
      onFocus={() => selectNote(note.id)}
    >
      {single ? null : <p className={styles.panelQuote}>{quote}</p>}
      <NoteBody
        note={note}
        foot={(edit) => (
          <>
            <div className={styles.panelWrite}>
              <Button className={styles.panelButton} onClick={edit}>
                <NoteIcon size={15} />
                {note.note === '' ? notes.addNote : common.edit}
              </Button>
              <TagsInput
                // Those that it has stand above.
                tags={[]}
                known={known.filter((tag) => !note.tags.includes(tag))}
                onChange={(added) => void change(note.id, { tags: [...added.reduce(addTag, note.tags)] })}
              />
            </div>
            <div className={styles.panelFoot}>
              <ColourPicker value={note.code} onChange={(code) => void change(note.id, { code })} />
              <NoteActions note={note} quote={quote} />
            </div>
          </>
        )}
      />
    </div>
  );
}
