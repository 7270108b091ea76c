import { createHash } from 'node:crypto';
import { sameContent, type NoteRecordChange } from '#core/annotations/commands.ts';
import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { Connection } from '../store/connection.ts';
import { foldTag } from '../store/fold-tag.ts';
import { rowsOfRecord } from '../store/journal.ts';

/** What becomes of one note of an archive in a library. */
export interface MergedNote {
  /** `kept` changes nothing. */
  readonly kind: 'added' | 'back' | 'updated' | 'kept' | 'both';
  readonly changes: readonly NoteRecordChange[];
}

/** A note with every state that the journal of its library says it had. */
export interface NoteSide {
  readonly note: Annotation | null;
  readonly states: readonly Annotation[];
}

/** A note of a library with its past; states of an unknown shape are left out. */
export function noteSide(connection: Connection, id: string, note: Annotation | null): NoteSide {
  const states = rowsOfRecord(connection, 'annotation', id).flatMap(({ change: { before, after } }) =>
    [before, after].flatMap((state) => (state === null ? [] : [migrateAnnotation(state)])),
  );
  return { note, states };
}

/**
 * Merges a note of an archive (`theirs`, whose report and code have their names of here) into a library. The later state of
 * the two wins where one side knows the other's as its past, which stays in the history. Where both sides were changed the
 * later one keeps the id and the other becomes a note beside it, whose id follows from its words, so that merging again adds
 * nothing. A note that is not here comes in, also when it had been deleted here. `knows` tells whether an id was ever used.
 */
export function mergeNote(
  ours: NoteSide,
  theirs: NoteSide & { readonly note: Annotation },
  knows: (id: string) => boolean,
): MergedNote {
  const { note } = theirs;
  const lastRevision = Math.max(0, ...ours.states.map(({ revision }) => revision));
  if (ours.note === null) {
    const after = { ...note, revision: Math.max(note.revision, lastRevision + 1) };
    const isBack = ours.states.length > 0;
    return { kind: isBack ? 'back' : 'added', changes: [{ id: note.id, before: null, after }] };
  }
  const mine = ours.note;
  if (isSame(mine, note)) return { kind: 'kept', changes: [] };
  const isPast = (state: Annotation, side: NoteSide): boolean =>
    side.states.some((one) => isSame(one, state));
  const [oursIsPast, theirsIsPast] = [isPast(mine, theirs), isPast(note, ours)];
  const update = (): NoteRecordChange => {
    const revision = Math.max(note.revision, lastRevision + 1, mine.revision + 1);
    return { id: note.id, before: mine, after: { ...note, revision } };
  };
  if (theirsIsPast && !(oursIsPast && isLater(note, mine))) return { kind: 'kept', changes: [] };
  if (oursIsPast) return { kind: 'updated', changes: [update()] };
  const [winner, loser] = isLater(note, mine) ? [note, mine] : [mine, note];
  const copy = copyOf(loser);
  if (knows(copy.id)) return { kind: 'kept', changes: [] };
  const copied: NoteRecordChange = { id: copy.id, before: null, after: copy };
  return { kind: 'both', changes: winner === mine ? [copied] : [update(), copied] };
}

/** Whether two notes say the same, whatever spelling their tags have in their libraries. */
function isSame(a: Annotation, b: Annotation): boolean {
  return sameContent(folded(a), folded(b));
}

function folded(note: Annotation): Annotation {
  // Which record it is about has been settled; two libraries may name the report of a text differently.
  return { ...note, reportId: '', tags: note.tags.map(foldTag).sort() };
}

/** By the user's own time of change; then by anything that both machines agree about. */
function isLater(a: Annotation, b: Annotation): boolean {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt;
  if (a.revision !== b.revision) return a.revision > b.revision;
  return wordsOf(a) > wordsOf(b);
}

function copyOf(note: Annotation): Annotation {
  const hash = createHash('sha256')
    .update(`${note.id}\n${wordsOf(note)}`)
    .digest('hex');
  const letters = BigInt(`0x${hash}`).toString(36).padStart(16, '0').slice(-16);
  return { ...note, id: `n${letters}`, revision: 1 };
}

function wordsOf(note: Annotation): string {
  const { kind, code, anchor, state, note: words, tags, createdAt } = folded(note);
  const { start, end, exact, sourceHash } = anchor;
  return JSON.stringify([kind, code, start, end, exact, sourceHash, state, words, tags, createdAt]);
}
