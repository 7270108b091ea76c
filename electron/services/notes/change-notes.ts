import { bulkChange, type BulkChange } from '#core/annotations/bulk-change.ts';
import { sureAnchor } from '../report-changes/sure-anchor.ts';
import { recordAction } from '../store/actions.ts';
import { foldTag } from '../store/fold-tag.ts';
import { spellTags } from '../store/tags.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { undoable, type NotesDeps } from './notes.ts';
import { requireSome } from './require-note.ts';

/** An action on more notes than this begins with a backup of the database. */
const BACKUP_FROM = 100;

export interface BulkDeps extends NotesDeps {
  /** Makes a backup; `reason` stands in its name. */
  readonly backUp: (reason: string) => Promise<unknown>;
}

/**
 * Changes many notes as one action: one group of the journal, one undo. Answers how many it changed. Throws
 * `annotation-unknown` when none of them is there.
 */
export function changeNotes(
  { connection, actor, now }: NotesDeps,
  { ids, change }: { readonly ids: readonly string[]; readonly change: BulkChange },
): number {
  return connection.write(() => {
    const notes = requireSome(connection, ids);
    const spelled: BulkChange = {
      ...change,
      ...(change.addTags === undefined ? {} : { addTags: spellTags(connection, change.addTags) }),
    };
    const time = now();
    const context = {
      tagKey: foldTag,
      sureAnchor: (note: Annotation) => sureAnchor(connection, note),
      now: time,
    };
    const changes = notes.flatMap((note) => {
      const made = bulkChange(note, spelled, context);
      return made === null ? [] : [undoable(note.reportId, made)];
    });
    recordAction(connection, actor, time, 'change-notes', changes);
    return changes.length;
  });
}

/** Makes a backup before an action on many notes. Throws what that throws: nothing has been changed then. */
export async function backUpBefore({ backUp }: BulkDeps, ids: readonly string[]): Promise<void> {
  if (needsBackup(ids)) await backUp('bulk');
}

export function needsBackup(ids: readonly string[]): boolean {
  return ids.length > BACKUP_FROM;
}
