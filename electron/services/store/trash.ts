import type { TrashEntry } from '#core/ipc/payloads.ts';
import type { Actor } from '../library-types.ts';
import { recordAction } from './actions.ts';
import type { Connection } from './connection.ts';
import { appendGroup } from './journal.ts';
import type { Originals } from './originals.ts';
import { titleOf } from './report-table.ts';
import { dropEntriesOf } from './undo-stack.ts';
import type { TrashState, UndoableChange } from './undoable-change.ts';

/** How long a deleted report can be taken back: 30 days in milliseconds. */
const TRASH_TIME = 30 * 24 * 60 * 60 * 1000;

/** What is in the trash, last deleted first. */
export function listTrash(connection: Connection): TrashEntry[] {
  return connection
    .all<{ id: string; metadata: string; deletedAt: number; notes: number }>(
      `SELECT id, metadata, deleted_at AS deletedAt,
         (SELECT count(*) FROM annotation WHERE report_id = report.id) AS notes
       FROM report WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
    )
    .map((row) => ({
      reportId: row.id,
      title: titleOf(row.metadata),
      notes: row.notes,
      deletedAt: row.deletedAt,
    }));
}

/** Puts reports into the trash, inside the caller's transaction; those that are there already stay as they are. */
export function trashReports(
  connection: Connection,
  actor: Actor,
  now: number,
  reportIds: readonly string[],
): void {
  move(connection, actor, now, 'delete-reports', reportIds, { deletedAt: now });
}

/** Takes reports out of the trash, inside the caller's transaction. */
export function untrashReports(
  connection: Connection,
  actor: Actor,
  now: number,
  reportIds: readonly string[],
): void {
  move(connection, actor, now, 'restore-reports', reportIds, { deletedAt: null });
}

function move(
  connection: Connection,
  actor: Actor,
  now: number,
  label: 'delete-reports' | 'restore-reports',
  reportIds: readonly string[],
  after: TrashState,
): void {
  const changes = [...new Set(reportIds)].flatMap((id): readonly UndoableChange[] => {
    const before = connection.get<TrashState>('SELECT deleted_at AS deletedAt FROM report WHERE id = ?', id);
    if (before === undefined || (before.deletedAt === null) === (after.deletedAt === null)) return [];
    return [{ kind: 'report-trash', reportId: id, change: { id, before: { ...before }, after } }];
  });
  recordAction(connection, actor, now, label, changes);
}

/**
 * Lets go for good what has been in the trash for longer than {@link TRASH_TIME}: report, versions, notes (the journal
 * keeps their last state) and originals that no other version has. Of a pack's report the row stays, without its notes:
 * without it the report would be back in the library, since the pack still holds it. Answers the ids.
 */
export function purgeTrash(connection: Connection, originals: Originals, now: number): readonly string[] {
  const due = connection.all<{ id: string; origin: string; metadata: string }>(
    `SELECT id, origin, metadata FROM report WHERE deleted_at <= ?
       AND (origin = 'library' OR EXISTS (SELECT 1 FROM annotation WHERE report_id = report.id))`,
    now - TRASH_TIME,
  );
  for (const { id, origin, metadata } of due) {
    const hashes = connection.write(() => {
      const rows = connection.all<{ hash: string }>(
        'SELECT DISTINCT bytes_hash AS hash FROM source_version WHERE report_id = ?',
        id,
      );
      dropEntriesOf(connection, id);
      const change = { id, before: { title: titleOf(metadata) }, after: null };
      appendGroup(connection, 'purge', now, [{ kind: 'report', reportId: id, revision: 0, change }]);
      connection.run('DELETE FROM annotation WHERE report_id = ?', id);
      if (origin === 'pack') return [];
      connection.run('DELETE FROM report WHERE id = ?', id);
      return rows.map((row) => row.hash);
    });
    // After the commit, so that a failure leaves at most a file too many; under the lock that an import takes.
    for (const hash of hashes) connection.write(() => removeUnused(connection, originals, hash));
  }
  return due.map((row) => row.id);
}

function removeUnused(connection: Connection, originals: Originals, hash: string): void {
  const used = connection.get('SELECT 1 FROM source_version WHERE bytes_hash = ? LIMIT 1', hash);
  if (used === undefined) originals.remove(hash);
}
