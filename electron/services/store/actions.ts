import type { HistoryLabel } from '#core/annotations/history-label.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import type { Actor } from '../library-types.ts';
import { anchorsFit } from './anchors-fit.ts';
import type { Connection } from './connection.ts';
import { appendGroup, rowsOfGroup } from './journal.ts';
import { currentRecords, reapplyRow } from './reapply-change.ts';
import { revertUnderWay } from './reverting.ts';
import {
  dropEntry,
  entryOf,
  historyState,
  markEntry,
  pushUndo,
  topRedo,
  topUndo,
  type UndoEntry,
} from './undo-stack.ts';
import { writeChanges, type UndoableChange } from './undoable-change.ts';

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

/**
 * Does a part of an action that takes several transactions, inside one of them: all parts are one group (`begun`, null for the
 * first part) and one undo. Answers the group. Throws `cancelled` when the user has undone the action meanwhile.
 */
export function recordPart(
  connection: Connection,
  actor: Actor,
  now: number,
  { label, begun }: { readonly label: HistoryLabel; readonly begun: number | null },
  changes: readonly UndoableChange[],
): number | null {
  if (changes.length === 0) return begun;
  if (begun !== null && actor === 'window') {
    const isUndone =
      entryOf(connection, begun)?.done !== 1 || revertUnderWay(connection, begun) !== undefined;
    if (isUndone) throw new ZhupiError('cancelled');
  }
  const groupId = applyChanges(connection, actor, now, changes, begun);
  if (actor === 'window' && begun === null) pushUndo(connection, groupId, label);
  return groupId;
}

/**
 * Records what an import brings: the history names the import, whoever asked for it, and a window can undo it.
 */
export function recordImport(
  connection: Connection,
  askedBy: Actor,
  now: number,
  label: HistoryLabel,
  changes: readonly UndoableChange[],
): void {
  if (changes.length === 0) return;
  const groupId = applyChanges(connection, 'import', now, changes);
  if (askedBy === 'window') pushUndo(connection, groupId, label);
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
      reportIds: [...new Set(changes.flatMap((change) => change.reportId ?? []))],
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
  const current = currentRecords(connection, rows);
  const changes: UndoableChange[] = [];
  for (const row of direction === 'undo' ? rows.toReversed() : rows) {
    const again = reapplyRow(connection, current, row, direction, now);
    if (again === 'superseded') return again;
    changes.push(again);
  }
  return anchorsFit(connection, changes) ? changes : 'superseded';
}

/** Makes the records what the changes say and writes them as one group, or as a part of the group that was begun. */
export function applyChanges(
  connection: Connection,
  actor: Actor,
  now: number,
  changes: readonly UndoableChange[],
  begun: number | null = null,
): number {
  return appendGroup(connection, actor, now, writeChanges(connection, changes), begun);
}
