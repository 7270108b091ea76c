import type { Connection } from '../store/connection.ts';
import { insertRow, type Row } from './merge-reports.ts';

/** The highest revision that the journal knows of a note; 0 when it never was. */
export function pastOf(connection: Connection, id: string): number {
  const row = connection.get<{ revision: number | null }>(
    "SELECT max(revision) AS revision FROM journal WHERE kind = 'annotation' AND record_id = ?",
    id,
  );
  return row?.revision ?? 0;
}

/**
 * Copies what the archive's journal says of a note behind a revision, but for removals, as a group that no undo takes back,
 * inside the caller's transaction. Answers whether there was anything.
 */
export function copyPast(ours: Connection, theirs: Connection, id: string, behind: number): boolean {
  const rows = theirs.all<Row>(
    `SELECT time, actor, kind, record_id, report_id, revision, before, after FROM journal
     WHERE kind = 'annotation' AND record_id = ? AND revision > ? AND after IS NOT NULL ORDER BY seq`,
    id,
    behind,
  );
  if (rows.length === 0) return false;
  const next = ours.get<{ id: number }>('SELECT coalesce(max(group_id), 0) + 1 AS id FROM journal');
  for (const row of rows) insertRow(ours, 'journal', { ...row, group_id: next?.id ?? 1 });
  return true;
}
