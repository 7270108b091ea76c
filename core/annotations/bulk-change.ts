import { changeNote, type NoteRecordChange } from './commands.ts';
import { changeAnchor } from './change-anchor.ts';
import type { Anchor, Annotation } from './record.ts';

/** What is done to many notes at once. Tags are compared as the caller's `sameTag` says. */
export interface BulkChange {
  readonly code?: string | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  /** Where a note's place is in doubt: `here` = it is right where it stands now, `nowhere` = it has none. */
  readonly settle?: 'here' | 'nowhere' | undefined;
}

/** What the notes' surroundings must tell. */
export interface BulkContext {
  /** Equal for two spellings of one tag. */
  readonly tagKey: (tag: string) => string;
  /** The last anchor of a note that was sure. */
  readonly sureAnchor: (note: Annotation) => Anchor;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Does a bulk change to one note; null when it leaves that one as it is. */
export function bulkChange(
  note: Annotation,
  change: BulkChange,
  { tagKey, sureAnchor, now }: BulkContext,
): NoteRecordChange | null {
  const { code, addTags, removeTags, settle } = change;
  const words = changeNote(
    note,
    {
      ...(code === undefined ? {} : { code }),
      ...(addTags === undefined && removeTags === undefined
        ? {}
        : { tags: changedTags(note.tags, addTags ?? [], removeTags ?? [], tagKey) }),
    },
    now,
  );
  const changed = words?.after ?? note;
  const place = settle === undefined ? null : settled(note, settle, sureAnchor);
  if (place === null) return words;
  // One change of one revision, whatever it is made of.
  const moved = changeAnchor({ ...changed, revision: note.revision }, { ...place, updatedAt: now });
  return moved === null ? words : { id: note.id, before: note, after: moved.after };
}

function settled(
  note: Annotation,
  settle: 'here' | 'nowhere',
  sureAnchor: BulkContext['sureAnchor'],
): Pick<Annotation, 'anchor' | 'state'> | null {
  if (note.state !== 'doubtful' && note.state !== 'moved') return null;
  return settle === 'here'
    ? { anchor: note.anchor, state: 'exact' }
    : { anchor: sureAnchor(note), state: 'orphan' };
}

function changedTags(
  tags: readonly string[],
  added: readonly string[],
  removed: readonly string[],
  tagKey: BulkContext['tagKey'],
): string[] {
  const gone = new Set(removed.map(tagKey));
  const kept = tags.filter((tag) => !gone.has(tagKey(tag)));
  const known = new Set(kept.map(tagKey));
  return [...kept, ...added.filter((tag) => !known.has(tagKey(tag)))];
}
