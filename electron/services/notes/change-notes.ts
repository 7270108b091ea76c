import { bulkChange, type BulkChange } from '#core/annotations/bulk-change.ts';
import { removeNote } from '#core/annotations/commands.ts';
import { requireNoteLimits } from '#core/annotations/note-limits.ts';
import { sureAnchor } from '../report-changes/sure-anchor.ts';
import { foldTag } from '../store/fold-tag.ts';
import { spellTags } from '../store/tags.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { inSteps, type BulkAnswer, type BulkWatch } from './bulk-steps.ts';
import { undoable, type NotesDeps } from './notes.ts';
import { presentNotes, requireAny } from './require-note.ts';

/** An action on more notes than this begins with a backup of the database. */
const BACKUP_FROM = 100;

export interface BulkDeps extends NotesDeps {
  /** Makes a backup; `reason` stands in its name. */
  readonly backUp: (reason: string) => Promise<unknown>;
}

/** What of a bulk change is the same for every step. */
export type ChangeRequest = { readonly ids: readonly string[]; readonly change: BulkChange };

/**
 * Changes many notes as one action: one group of the journal, one undo. Answers how many it changed. Throws
 * `annotation-unknown` when none of them is there; `note-limit`, and then nothing has changed.
 */
export function changeNotes(
  deps: NotesDeps,
  { ids, change }: ChangeRequest,
  watch: BulkWatch,
): Promise<BulkAnswer> {
  const { connection, now } = deps;
  connection.read(() => requireAny(connection, ids));
  const time = now();
  const context = {
    tagKey: foldTag,
    sureAnchor: (note: Annotation) => sureAnchor(connection, note),
    now: time,
  };
  const plan = (some: readonly string[]): UndoableChange[] => {
    const { addTags } = change;
    const spelled = addTags === undefined ? change : { ...change, addTags: spellTags(connection, addTags) };
    return presentNotes(connection, some).flatMap((note) => {
      const made = bulkChange(note, spelled, context);
      if (made === null) return [];
      if (made.after !== null) requireNoteLimits(note, made.after);
      return [undoable(note.reportId, made)];
    });
  };
  return inSteps(deps, [...new Set(ids)], { label: 'change-notes', plan }, watch);
}

/** Deletes many notes as one action, as {@link changeNotes} does. */
export function deleteNotes(deps: NotesDeps, ids: readonly string[], watch: BulkWatch): Promise<BulkAnswer> {
  const { connection } = deps;
  connection.read(() => requireAny(connection, ids));
  const plan = (some: readonly string[]): UndoableChange[] =>
    presentNotes(connection, some).map((note) => undoable(note.reportId, removeNote(note)));
  return inSteps(deps, [...new Set(ids)], { label: 'delete-notes', plan }, watch);
}

/** Makes a backup before an action on many notes. Throws what that throws: nothing has been changed then. */
export async function backUpBefore({ backUp }: BulkDeps, ids: readonly string[]): Promise<void> {
  if (needsBackup(ids)) await backUp('bulk');
}

export function needsBackup(ids: readonly string[]): boolean {
  return ids.length > BACKUP_FROM;
}
