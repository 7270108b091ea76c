import { sameTags } from '#core/annotations/commands.ts';
import { isReportNote, UNCHOSEN_CODE } from '#core/annotations/report-note.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { WindowParts } from '#renderer/state/window/use-window.ts';

/** What the user wrote. */
export interface NoteWords {
  readonly note: string;
  readonly tags: readonly string[];
}

/** A note as it was when its words began to be changed, and as it is now. */
interface ChangedNote {
  readonly begun: Annotation;
  readonly current: Annotation;
}

/**
 * Stores changed words. Where somebody else has changed the words meanwhile, theirs stay and these become a note beside it; a
 * new colour or place of the note is no hindrance. An editor may be taken away because another report is opened; the note
 * is then no longer in the window's state, and is changed all the same.
 */
export async function saveWords(
  { client, store }: WindowParts,
  { begun, current }: ChangedNote,
  words: NoteWords,
): Promise<void> {
  const { id } = begun;
  const change = { note: words.note, tags: [...words.tags] };
  const { annotations, changeAnnotation, tell, tellError } = store.getState();
  const known = annotations.find((note) => note.id === id);
  const { revision } = sameWords(begun, known ?? current) ? (known ?? current) : begun;
  if (known !== undefined) {
    await changeAnnotation(id, change, revision);
    return;
  }
  const answer = await client.changeNote({ id, revision, change });
  if (!answer.ok) tellError(answer.error);
  else if (answer.value.keptCopy !== null) tell({ text: ({ app }) => app.bothKept });
}

function sameWords(a: Annotation, b: Annotation): boolean {
  return a.note === b.note && sameTags(a.tags, b.tags);
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
  const note = { reportId, start, end, kind: 'note' as const };
  const code = isReportNote({ ...note, anchor: range }) ? UNCHOSEN_CODE : settings.lastCode;
  const answer = await client.createNote({ ...note, code, note: words.note, tags: [...words.tags] });
  if (!answer.ok) tellError(answer.error);
}
