import type { Annotation } from '#core/annotations/record.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { WindowParts } from '#renderer/state/window/use-window.ts';

/** What the user wrote. */
export interface NoteWords {
  readonly note: string;
  readonly tags: readonly string[];
}

/**
 * Stores changed words. An editor may be taken away because another report is opened; the note is then no longer in the
 * window's state, and is changed all the same.
 */
export async function saveWords(
  { client, store }: WindowParts,
  { id, revision }: Annotation,
  words: NoteWords,
): Promise<void> {
  const change = { note: words.note, tags: [...words.tags] };
  const { annotations, changeAnnotation, tellError } = store.getState();
  if (annotations.some((note) => note.id === id)) {
    await changeAnnotation(id, change);
    return;
  }
  const answer = await client.changeNote({ id, revision, change });
  if (!answer.ok) tellError(answer.error);
}

/** Stores a new note on the report that it was begun on, even where another one is open by now. */
export async function saveNewNote(
  { client, store }: WindowParts,
  reportId: string,
  range: TextRange,
  words: NoteWords,
): Promise<void> {
  const { currentReportId, createAnnotation, selectNote, settings, tellError } = store.getState();
  if (currentReportId === reportId) {
    const made = await createAnnotation({ range, kind: 'note', ...words });
    if (made !== null) selectNote(made.id);
    return;
  }
  const { start, end } = range;
  const note = { reportId, start, end, kind: 'note' as const, code: settings.lastCode };
  const answer = await client.createNote({ ...note, note: words.note, tags: [...words.tags] });
  if (!answer.ok) tellError(answer.error);
}
