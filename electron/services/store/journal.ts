import type { RecordChange } from '#core/annotations/record-change.ts';
import type { Actor } from '../library-types.ts';
import type { Connection } from './connection.ts';

/**
 * What a journal row is about. `report` = came or was purged; `report-trash` = into the trash or out of it;
 * `report-version` = another source version became the current one; `project-report` = came into a project or left it;
 * `tag` = is spelled in another way; `script-override` = how the user wants a phrase written;
 * `saved-search` = a query under a name.
 */
export type JournalKind =
  | 'annotation'
  | 'report'
  | 'report-trash'
  | 'report-metadata'
  | 'report-version'
  | 'repair-decisions'
  | 'script-override'
  | 'code'
  | 'project'
  | 'project-report'
  | 'tag'
  | 'saved-search'
  | 'template';

/** One row to be written. `before` and `after` are plain JSON values. */
export interface JournalEntry {
  readonly kind: JournalKind;
  /** null for what belongs to no report. */
  readonly reportId: string | null;
  /** Revision of `after`, or of `before` for a removal; 0 where records have none. */
  readonly revision: number;
  readonly change: RecordChange<object>;
}

export interface JournalRow {
  readonly seq: number;
  readonly time: number;
  readonly actor: Actor | 'purge';
  readonly groupId: number;
  readonly kind: JournalKind;
  readonly recordId: string;
  readonly reportId: string | null;
  readonly revision: number;
  /** JSON values; null = not there. */
  readonly change: RecordChange<unknown>;
}

interface RawRow extends Omit<JournalRow, 'change'> {
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

const COLUMNS =
  'seq, time, actor, group_id AS groupId, kind, record_id AS recordId, report_id AS reportId, revision, before, after';

/**
 * Writes one user action as one group, inside the transaction that does it; answers the group's number. An action that takes
 * several transactions names the group that it has begun.
 */
export function appendGroup(
  connection: Connection,
  actor: JournalRow['actor'],
  now: number,
  entries: readonly JournalEntry[],
  begun: number | null = null,
): number {
  const groupId = begun ?? nextGroup(connection);
  // One statement for many rows is slower here: the driver's binding of values is what counts.
  for (const { kind, reportId, revision, change } of entries) {
    connection.run(
      `INSERT INTO journal (time, actor, group_id, kind, record_id, report_id, revision, before, after)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      now,
      actor,
      groupId,
      kind,
      change.id,
      reportId,
      revision,
      toJson(change.before),
      toJson(change.after),
    );
  }
  return groupId;
}

function nextGroup(connection: Connection): number {
  const next = connection.get<{ id: number }>('SELECT coalesce(max(group_id), 0) + 1 AS id FROM journal');
  return next?.id ?? 1;
}

/** The rows of one group in the order they were done. */
export function rowsOfGroup(connection: Connection, groupId: number): readonly JournalRow[] {
  return connection
    .all<RawRow>(`SELECT ${COLUMNS} FROM journal WHERE group_id = ? ORDER BY seq`, groupId)
    .map(fromRaw);
}

/** Some rows of one group: from one number to another, both included, in the order they were done. */
export function someRowsOfGroup(
  connection: Connection,
  groupId: number,
  { first, last }: { readonly first: number; readonly last: number },
): readonly JournalRow[] {
  return connection
    .all<RawRow>(
      `SELECT ${COLUMNS} FROM journal WHERE group_id = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
      groupId,
      first,
      last,
    )
    .map(fromRaw);
}

/** All rows about one record, the newest first. */
export function rowsOfRecord(
  connection: Connection,
  kind: JournalKind,
  recordId: string,
): readonly JournalRow[] {
  return connection
    .all<RawRow>(
      `SELECT ${COLUMNS} FROM journal WHERE kind = ? AND record_id = ? ORDER BY seq DESC`,
      kind,
      recordId,
    )
    .map(fromRaw);
}

/** The highest revision that each of these records ever had; those that never were are left out. */
export function lastRevisions(
  connection: Connection,
  kind: JournalKind,
  recordIds: readonly string[],
): ReadonlyMap<string, number> {
  const rows = connection.all<{ id: string; revision: number }>(
    `SELECT record_id AS id, max(revision) AS revision FROM journal
     WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id`,
    kind,
    JSON.stringify(recordIds),
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** The number of the newest row; 0 when there is none. */
export function lastSeq(connection: Connection): number {
  return connection.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM journal')?.seq ?? 0;
}

/** Which reports (null: none, but a code, a project, a tag) were touched by rows after `seq`, by what kind of row. */
export function touchedSince(
  connection: Connection,
  seq: number,
): readonly { readonly kind: JournalKind; readonly reportId: string | null }[] {
  return connection.all('SELECT DISTINCT kind, report_id AS reportId FROM journal WHERE seq > ?', seq);
}

/**
 * The rows that took notes away which are not back, of reports out of the trash, since a time (milliseconds since 1970);
 * one for each note, the newest first.
 */
export function deletionsOfNotes(connection: Connection, since: number): readonly JournalRow[] {
  return connection
    .all<RawRow>(
      `SELECT ${COLUMNS} FROM journal
       WHERE seq IN (
         SELECT max(seq) FROM journal
         WHERE kind = 'annotation' AND after IS NULL AND before IS NOT NULL AND time >= ?
           AND NOT EXISTS (SELECT 1 FROM annotation WHERE id = record_id)
           AND EXISTS (SELECT 1 FROM report WHERE id = report_id AND deleted_at IS NULL)
         GROUP BY record_id)
       ORDER BY seq DESC`,
      since,
    )
    .map(fromRaw);
}

/** What rows after `seq` are about: notes by their own rows, and reports by any other. */
export function changedRecords(
  connection: Connection,
  seq: number,
): { readonly noteIds: readonly string[]; readonly reportIds: readonly string[] } {
  const rows = connection.all<{ kind: JournalKind; recordId: string; reportId: string | null }>(
    'SELECT DISTINCT kind, record_id AS recordId, report_id AS reportId FROM journal WHERE seq > ?',
    seq,
  );
  const ids = (isNote: boolean): readonly string[] => [
    ...new Set(
      rows.flatMap(({ kind, recordId, reportId }) => {
        if ((kind === 'annotation') !== isNote) return [];
        return isNote ? [recordId] : [reportId ?? recordId];
      }),
    ),
  ];
  return { noteIds: ids(true), reportIds: ids(false) };
}

/** JSON escapes NUL and lone surrogates, so UTF-8 holds it without loss. */
function toJson(value: object | null): Uint8Array | null {
  return value === null ? null : Buffer.from(JSON.stringify(value), 'utf8');
}

function fromRaw({ before, after, ...row }: RawRow): JournalRow {
  return { ...row, change: { id: row.recordId, before: fromJson(before), after: fromJson(after) } };
}

function fromJson(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null;
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
}
