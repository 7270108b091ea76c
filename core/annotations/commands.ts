import {
  ANNOTATION_SCHEMA_VERSION,
  type Anchor,
  type Annotation,
  type AnnotationChange,
  type AnnotationKind,
} from './record.ts';
import type { RecordChange } from './record-change.ts';

export type NoteRecordChange = RecordChange<Annotation>;

/** What a new note is made of. Id and time (milliseconds since 1970) are given, so that this stays a pure function. */
export interface NewNote {
  readonly id: string;
  readonly reportId: string;
  readonly kind: AnnotationKind;
  readonly code: string;
  readonly anchor: Anchor;
  readonly note: string;
  readonly tags: readonly string[];
  readonly now: number;
}

/** Makes a note. */
export function createNote(fields: NewNote): NoteRecordChange & { readonly after: Annotation } {
  const { now, tags, ...rest } = fields;
  const after: Annotation = {
    schemaVersion: ANNOTATION_SCHEMA_VERSION,
    ...rest,
    state: 'exact',
    tags: [...tags],
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
  return { id: fields.id, before: null, after };
}

/** Changes what the user may change; null when that leaves the note as it is. */
export function changeNote(
  current: Annotation,
  change: AnnotationChange,
  now: number,
): (NoteRecordChange & { readonly after: Annotation }) | null {
  const after: Annotation = {
    ...current,
    ...definedFields(change),
    updatedAt: now,
    revision: current.revision + 1,
  };
  return sameContent(current, after) ? null : { id: current.id, before: current, after };
}

/**
 * Keeps the words of a writer who had not seen the note's current revision: a note of its own on the same place, beside
 * the one that the other writer left. null when the change says nothing else than the current note.
 */
export function keepCopy(
  current: Annotation,
  change: AnnotationChange,
  copyId: string,
  now: number,
): (NoteRecordChange & { readonly after: Annotation }) | null {
  const copy: Annotation = {
    ...current,
    ...definedFields(change),
    id: copyId,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
  return sameContent(current, { ...copy, id: current.id, createdAt: current.createdAt })
    ? null
    : { id: copyId, before: null, after: copy };
}

/** Takes a note away; the change holds all of it. */
export function removeNote(current: Annotation): NoteRecordChange {
  return { id: current.id, before: current, after: null };
}

/**
 * Does a change of the journal again (an inverse, or a change that was taken back) on the record as it is now.
 *
 * A record counts as unchanged when its content is; revision and time of change may differ, since undo itself raises
 * them. `lastRevision` is the highest revision the record ever had, so that no revision names two contents.
 * Answers `superseded` when the record's content is not the one that the change starts from.
 */
export function reapplyNoteChange(
  change: NoteRecordChange,
  current: Annotation | null,
  lastRevision: number,
  now: number,
): NoteRecordChange | 'superseded' {
  if (!sameContent(current, change.before)) return 'superseded';
  const after = change.after && { ...change.after, updatedAt: now, revision: lastRevision + 1 };
  return { id: change.id, before: current, after };
}

/** Whether two records say the same, whatever their revision and time of change. */
export function sameContent(a: Annotation | null, b: Annotation | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.id === b.id &&
    a.reportId === b.reportId &&
    a.kind === b.kind &&
    a.createdAt === b.createdAt &&
    samePlace(a, b) &&
    sameWords(a, b)
  );
}

/** Whether two states of a note have the same colour, words and tags. */
export function sameWords(a: Annotation, b: Annotation): boolean {
  return a.code === b.code && a.note === b.note && sameTags(a.tags, b.tags);
}

/** Whether the tags are the same, in the same order. */
export function sameTags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag, at) => tag === b[at]);
}

/** Whether two states of a note stand at the same place, as surely. */
export function samePlace(
  { state, anchor: a }: Annotation,
  { state: other, anchor: b }: Annotation,
): boolean {
  return (
    state === other &&
    a.start === b.start &&
    a.end === b.end &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.sourceHash === b.sourceHash
  );
}

/** A field that is there but undefined (zod's optional) must not overwrite. */
function definedFields(change: AnnotationChange): Partial<Pick<Annotation, 'code' | 'note' | 'tags'>> {
  return {
    ...(change.code === undefined ? {} : { code: change.code }),
    ...(change.note === undefined ? {} : { note: change.note }),
    ...(change.tags === undefined ? {} : { tags: change.tags }),
  };
}
