import type { HistoryState } from '#core/ipc/payloads.ts';
import type { Connection } from './connection.ts';

/** One action of a window that can be undone (`done`) or redone. */
export interface UndoEntry {
  readonly position: number;
  readonly groupId: number;
  readonly label: string;
}

/** Puts an action on top; what could be redone is forgotten. */
export function pushUndo(connection: Connection, groupId: number, label: string): void {
  connection.run('DELETE FROM undo_entry WHERE done = 0');
  connection.run('INSERT INTO undo_entry (group_id, label, done) VALUES (?, ?, 1)', groupId, label);
}

/** What undo would take back. */
export function topUndo(connection: Connection): UndoEntry | undefined {
  return connection.get<UndoEntry>(
    'SELECT position, group_id AS groupId, label FROM undo_entry WHERE done = 1 ORDER BY position DESC LIMIT 1',
  );
}

/** What redo would do again. */
export function topRedo(connection: Connection): UndoEntry | undefined {
  return connection.get<UndoEntry>(
    'SELECT position, group_id AS groupId, label FROM undo_entry WHERE done = 0 ORDER BY position LIMIT 1',
  );
}

/** The entry of an action, done or taken back (0); undefined when it is not on the stack. */
export function entryOf(
  connection: Connection,
  groupId: number,
): (UndoEntry & { readonly done: 0 | 1 }) | undefined {
  return connection.get(
    'SELECT position, group_id AS groupId, label, done FROM undo_entry WHERE group_id = ?',
    groupId,
  );
}

/** Moves the pointer over an entry. */
export function markEntry(connection: Connection, entry: UndoEntry, done: boolean): void {
  connection.run('UPDATE undo_entry SET done = ? WHERE position = ?', done ? 1 : 0, entry.position);
}

/** Takes an entry off that can no longer be done, so that the next undo reaches the one below. */
export function dropEntry(connection: Connection, entry: UndoEntry): void {
  connection.run('DELETE FROM undo_entry WHERE position = ?', entry.position);
}

/** Takes off every action that touched a report which is gone for good. */
export function dropEntriesOf(connection: Connection, reportId: string): void {
  connection.run(
    'DELETE FROM undo_entry WHERE group_id IN (SELECT group_id FROM journal WHERE report_id = ?)',
    reportId,
  );
}

/** The labels on top of both stacks. */
export function historyState(connection: Connection): HistoryState {
  return { undo: topUndo(connection)?.label ?? null, redo: topRedo(connection)?.label ?? null };
}
