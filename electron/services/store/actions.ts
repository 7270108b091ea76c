import { reapplyNoteChange, type NoteRecordChange } from '#core/annotations/commands.ts';
import type { HistoryLabel } from '#core/annotations/history-label.ts';
import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import { inverse, type RecordChange } from '#core/annotations/record-change.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import type { Actor } from '../library-types.ts';
import { findAnnotation, removeAnnotation, saveAnnotation } from './annotation-table.ts';
import type { Connection } from './connection.ts';
import { appendGroup, lastRevision, rowsOfGroup, type JournalEntry, type JournalRow } from './journal.ts';
import { placeOfReport } from './report-table.ts';
import {
  dropEntry,
  historyState,
  markEntry,
  pushUndo,
  topRedo,
  topUndo,
  type UndoEntry,
} from './undo-stack.ts';

/** In the trash since `deletedAt` (milliseconds since 1970), or null. */
export interface TrashState {
  readonly deletedAt: number | null;
}

/** A change of one record that can be undone. */
export type UndoableChange =
  | { readonly kind: 'annotation'; readonly reportId: string; readonly change: NoteRecordChange }
  | { readonly kind: 'report-trash'; readonly reportId: string; readonly change: RecordChange<TrashState> };

/**
 * Does a user's action inside the caller's transaction: changes the records, writes one journal group, and, for a
 * window, puts it on the undo stack. No changes = no group.
 */
export function recordAction(
  connection: Connection,
  actor: Actor,
  now: number,
  label: HistoryLabel,
  changes: readonly UndoableChange[],
): void {
  if (changes.length === 0) return;
  const groupId = applyChanges(connection, actor, now, changes);
  if (actor === 'window') pushUndo(connection, groupId, label);
}

/** Takes the last action of any window back. Throws `undo-nothing`, `undo-superseded`. */
export function undoAction(connection: Connection, now: number): HistoryAnswer {
  return step(connection, now, 'undo');
}

/** Does again what was last undone. Throws `redo-nothing`, `undo-superseded`. */
export function redoAction(connection: Connection, now: number): HistoryAnswer {
  return step(connection, now, 'redo');
}

function step(connection: Connection, now: number, direction: 'undo' | 'redo'): HistoryAnswer {
  const answer = connection.write(() => {
    const entry = direction === 'undo' ? topUndo(connection) : topRedo(connection);
    if (entry === undefined) throw new ZhupiError(direction === 'undo' ? 'undo-nothing' : 'redo-nothing');
    const changes = plan(connection, entry, direction, now);
    if (changes === 'superseded') {
      // Left on top it would bar the way to everything below.
      dropEntry(connection, entry);
      return null;
    }
    applyChanges(connection, 'window', now, changes);
    markEntry(connection, entry, direction === 'redo');
    return {
      ...historyState(connection),
      reportIds: [...new Set(changes.map((change) => change.reportId))],
    };
  });
  if (answer === null) throw new ZhupiError('undo-superseded');
  return answer;
}

/** The changes that undo or redo an entry on the records as they are now; all of them or none. */
function plan(
  connection: Connection,
  entry: UndoEntry,
  direction: 'undo' | 'redo',
  now: number,
): readonly UndoableChange[] | 'superseded' {
  const rows = rowsOfGroup(connection, entry.groupId);
  const changes: UndoableChange[] = [];
  for (const row of direction === 'undo' ? rows.toReversed() : rows) {
    const again = reapply(connection, row, direction, now);
    if (again === 'superseded') return again;
    changes.push(again);
  }
  return changes;
}

function reapply(
  connection: Connection,
  row: JournalRow,
  direction: 'undo' | 'redo',
  now: number,
): UndoableChange | 'superseded' {
  const turn = <T>(change: RecordChange<T>): RecordChange<T> =>
    direction === 'undo' ? inverse(change) : change;
  const reportId = row.reportId ?? row.recordId;
  switch (row.kind) {
    case 'annotation': {
      // Its report may have gone to the trash, or for good, by another hand.
      if (placeOfReport(connection, reportId) !== 'library') return 'superseded';
      const change = reapplyNoteChange(
        turn({ id: row.recordId, before: noteOf(row.before), after: noteOf(row.after) }),
        findAnnotation(connection, row.recordId),
        lastRevision(connection, 'annotation', row.recordId),
        now,
      );
      return change === 'superseded' ? change : { kind: 'annotation', reportId, change };
    }
    case 'report-trash': {
      const change = turn({
        id: row.recordId,
        before: row.before as TrashState | null,
        after: row.after as TrashState | null,
      });
      const place = placeOfReport(connection, reportId);
      if (place !== (isTrashed(change.before) ? 'trash' : 'library')) return 'superseded';
      // The thirty days count from now.
      const after: TrashState = { deletedAt: isTrashed(change.after) ? now : null };
      return { kind: 'report-trash', reportId, change: { ...change, after } };
    }
    case 'report':
      return 'superseded';
  }
}

function applyChanges(
  connection: Connection,
  actor: Actor,
  now: number,
  changes: readonly UndoableChange[],
): number {
  for (const { kind, change } of changes) {
    if (kind === 'annotation') {
      if (change.after === null) removeAnnotation(connection, change.id);
      else saveAnnotation(connection, change.after);
    } else {
      connection.run(
        'UPDATE report SET deleted_at = ?, revision = revision + 1 WHERE id = ?',
        change.after?.deletedAt ?? null,
        change.id,
      );
    }
  }
  return appendGroup(connection, actor, now, changes.map(entryOf));
}

function entryOf({ kind, reportId, change }: UndoableChange): JournalEntry {
  const revision = kind === 'annotation' ? ((change.after ?? change.before)?.revision ?? 0) : 0;
  return { kind, reportId, revision, change };
}

function noteOf(json: unknown): NoteRecordChange['before'] {
  return json === null ? null : migrateAnnotation(json);
}

function isTrashed(state: TrashState | null): boolean {
  return state !== null && state.deletedAt !== null;
}
