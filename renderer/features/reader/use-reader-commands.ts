import { isReportNote } from '#core/annotations/report-note.ts';
import type { AnnotationKind } from '#core/annotations/record.ts';
import { offeredCodes } from '#renderer/state/notes/codes-slice.ts';
import { useCommand } from '#renderer/state/window/commands.ts';
import { isPaneShown } from '#renderer/state/window/layout-slice.ts';
import type { WindowState } from '#renderer/state/window/store.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import type { Reader } from './reader.ts';

/** The commands of keys and menus that concern the text. Each says false where it has nothing to do. */
export function useReaderCommands(reader: Reader): void {
  const { store } = useWindowParts();
  const mark = useMark(reader);
  const colour = (index: number) => () => {
    const code = offeredCodes(store.getState())[index];
    return code !== undefined && mark('highlight', code.id);
  };

  useCommand('colour-1', colour(0));
  useCommand('colour-2', colour(1));
  useCommand('colour-3', colour(2));
  useCommand('colour-4', colour(3));
  useCommand('colour-5', colour(4));
  useCommand('colour-6', colour(5));
  useCommand('colour-7', colour(6));
  useCommand('colour-8', colour(7));
  useCommand('colour-9', colour(8));
  useCommand('highlight', () => mark('highlight'));
  useCommand('underline', () => mark('underline'));
  useCommand('add-note', () => reader.openDraft());
  useCommand('bookmark', () => toggleBookmark(reader, store.getState()));
  useCommand('report-note', () => {
    const { showRepairs, showPane, writeReportNote } = store.getState();
    showRepairs(false);
    showPane('notes');
    writeReportNote(true);
  });
  useCommand('correct', () => reader.openDraft('correction'));
  useCommand('source-layer', () => {
    const { textLayer, showTextLayer, showMainPane } = store.getState();
    showMainPane('reading');
    showTextLayer(textLayer === 'source' ? 'reading' : 'source');
  });
  useCommand('repairs', () => {
    const { repairsShown, showRepairs } = store.getState();
    showRepairs(!(repairsShown && isPaneShown(store.getState(), 'notes')));
  });

  const walkAsking = (direction: 1 | -1) => (): void => {
    if (!reader.walkAsking(direction)) store.getState().tell({ text: ({ repair }) => repair.noneAsking });
  };
  useCommand('next-asking', walkAsking(1));
  useCommand('previous-asking', walkAsking(-1));

  const step = (direction: 1 | -1) => (): boolean => {
    const { annotations, selectedNoteId, selectNote } = store.getState();
    const placed = annotations.filter((note) => note.state !== 'orphan' && !isReportNote(note));
    const at = placed.findIndex(({ id }) => id === selectedNoteId);
    const here = reader.notePlace();
    const from = placed.findIndex(({ anchor }) => anchor.start >= here);
    // Without a chosen note the walk begins at the place that is read.
    const unchosen = direction === 1 ? (from === -1 ? 0 : from) : (from === -1 ? placed.length : from) - 1;
    const next = placed[(at === -1 ? unchosen : at + direction + placed.length) % Math.max(1, placed.length)];
    const wrapped = next ?? placed.at(-1);
    if (wrapped === undefined) return false;
    reader.closePanel();
    selectNote(wrapped.id);
    reader.jumpTo(wrapped.anchor, true);
    reader.focus();
    return true;
  };
  useCommand('next-note', step(1));
  useCommand('previous-note', step(-1));

  useCommand('delete', () => {
    const { selectedNoteId, removeAnnotations } = store.getState();
    if (selectedNoteId === null || !reader.holdsFocus()) return false;
    reader.closePanel();
    void removeAnnotations([selectedNoteId]);
    return true;
  });
}

/** Puts a bookmark where the selection begins, else at the current paragraph; takes away the one that is there. */
function toggleBookmark(reader: Reader, state: WindowState): boolean {
  const selection = reader.selectionNow();
  const paragraph = selection?.source ?? reader.currentParagraph()?.source;
  if (paragraph === undefined) return false;
  const { start, end } = paragraph;
  const there = state.annotations.find(
    ({ kind, anchor, state: place }) =>
      kind === 'bookmark' &&
      place !== 'orphan' &&
      start <= anchor.start &&
      anchor.start < Math.max(end, start + 1),
  );
  if (there !== undefined) void state.removeAnnotations([there.id]);
  else void state.createAnnotation({ range: { start, end: start }, kind: 'bookmark' });
  return true;
}

/** Marks the selection in a colour, the last one unless told; false when nothing is selected. */
export function useMark(reader: Reader): (kind: AnnotationKind, code?: string) => boolean {
  const { store } = useWindowParts();
  return (kind, code) => {
    const selection = reader.selectionNow();
    if (selection === null) return false;
    const { createAnnotation, selectNote } = store.getState();
    void createAnnotation({ range: selection.source, kind, ...(code === undefined ? {} : { code }) }).then(
      (made) => {
        if (made !== null) selectNote(made.id);
      },
    );
    reader.dropSelection();
    reader.focus();
    return true;
  };
}
