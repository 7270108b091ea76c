import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import { rangesOverlap, type TextRange } from '#core/base/text-range.ts';
import { useNoteAloud, useNotebookWords } from '#renderer/features/notes/index.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import type { Reader } from './reader.ts';

/** Characters of a paragraph or a quote that are said; the rest is read on from the text. */
const SAID = 300;

/**
 * Tells a screen reader, which custom highlights tell nothing, what the keys come to: the paragraph with its notes, the
 * notes that a selection grows into, the note that was gone to. A live region; the paragraphs' descriptions stay beside it.
 */
export function NoteVoice({ reader }: { readonly reader: Reader }): ReactElement {
  const words = useNotebookWords();
  const aloud = useNoteAloud();
  const { store } = useWindowParts();
  const [said, setSaid] = useState('');
  const newest = useRef(aloud);
  useEffect(() => {
    newest.current = aloud;
  });

  useEffect(() => {
    const notesIn = (source: TextRange): readonly Annotation[] =>
      store.getState().annotations.filter((note) => note.state !== 'orphan' && touches(note, source));
    const sayParagraph = (): void => {
      const paragraph = reader.currentParagraph();
      if (paragraph === null) return;
      const notes = notesIn(paragraph.source).map((note) => newest.current(note));
      setSaid([paragraph.text.slice(0, SAID), ...notes].join(' '));
    };
    reader.onMovedByKey(sayParagraph);
    const stop = reader.state.subscribe(({ selection }, before) => {
      if (selection === null || selection === before.selection) return;
      const known = before.selection === null ? [] : notesIn(before.selection.source);
      const entered = notesIn(selection.source).filter((note) => !known.includes(note));
      if (entered.length > 0) setSaid(entered.map((note) => newest.current(note)).join(' '));
    });
    return () => {
      stop();
      reader.onMovedByKey(null);
    };
  }, [reader, store]);

  const selectedId = useWindow((state) => state.selectedNoteId);
  useEffect(() => {
    const note = store.getState().annotations.find(({ id }) => id === selectedId);
    if (note === undefined) return;
    const quote = (reader.shownTextOf(note.anchor) ?? note.anchor.exact).slice(0, SAID);
    const own = newest.current(note);
    setSaid(quote === '' ? own : words.aloudOn({ quote, note: own }));
  }, [reader, store, selectedId, words]);

  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}

/** Whether a note lies over a range, or, being a place, in it. */
function touches({ anchor, kind }: Annotation, source: TextRange): boolean {
  if (anchor.start < anchor.end) return rangesOverlap(anchor, source);
  return kind === 'bookmark' && source.start <= anchor.start && anchor.start < source.end;
}
