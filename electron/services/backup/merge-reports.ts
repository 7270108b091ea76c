import type { ReportMetadata } from '#core/report/report.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Connection, SqlValue } from '../store/connection.ts';
import { rowsOfRecord } from '../store/journal.ts';
import { findStoredDuplicate, placeOfReport, type ReportPlace } from '../store/report-table.ts';

/** A report of an archive, and the one of the library that it is. */
export interface ReportPair {
  readonly theirId: string;
  /** The same id, or that of the report which has the same file or text here. */
  readonly ourId: string;
  readonly place: ReportPlace;
}

/** Pairs every report of an archive that is out of its trash with one of the library. */
export function pairReports(ours: Connection, theirs: Connection): readonly ReportPair[] {
  return theirs
    .all<{ id: string }>('SELECT id FROM report WHERE deleted_at IS NULL ORDER BY id')
    .map(({ id }) => {
      const place = placeOfReport(ours, id);
      if (place !== 'absent') return { theirId: id, ourId: id, place };
      const same = sameReport(ours, theirs, id);
      return same === undefined
        ? { theirId: id, ourId: id, place }
        : { theirId: id, ourId: same, place: placeOfReport(ours, same) };
    });
}

function sameReport(ours: Connection, theirs: Connection, id: string): string | undefined {
  const versions = theirs.all<{ bytesHash: string; sourceHash: string }>(
    'SELECT bytes_hash AS bytesHash, source_hash AS sourceHash FROM source_version WHERE report_id = ?',
    id,
  );
  for (const { bytesHash, sourceHash } of versions) {
    const found = findStoredDuplicate(ours, bytesHash, sourceHash);
    if (found !== undefined) return found.reportId;
  }
  return undefined;
}

/** Copies a report that is new here with every version and decision, inside the caller's transaction, into the trash. */
export function copyReport(ours: Connection, theirs: Connection, id: string, now: number): void {
  for (const row of theirs.all<Row>('SELECT * FROM report WHERE id = ?', id)) {
    insertRow(ours, 'report', { ...row, imported_at: now, deleted_at: now });
  }
  copyRows(ours, theirs, 'source_version', id);
  copyRows(ours, theirs, 'decision', id);
}

/** Adds the versions of a report whose texts the library has not, inside the caller's transaction. */
export function copyVersions(ours: Connection, theirs: Connection, { theirId, ourId }: ReportPair): void {
  const versions = theirs.all<{ number: number; hash: string }>(
    'SELECT number, source_hash AS hash FROM source_version WHERE report_id = ? ORDER BY number',
    theirId,
  );
  for (const { number, hash } of versions) {
    const known = 'SELECT 1 FROM source_version WHERE report_id = ? AND source_hash = ?';
    if (ours.get(known, ourId, hash) !== undefined) continue;
    const [row] = theirs.all<Row>(
      'SELECT * FROM source_version WHERE report_id = ? AND number = ?',
      ...[theirId, number],
    );
    const last = ours.get<{ n: number }>(
      'SELECT max(number) AS n FROM source_version WHERE report_id = ?',
      ourId,
    );
    if (row !== undefined) {
      insertRow(ours, 'source_version', { ...row, report_id: ourId, number: (last?.n ?? 0) + 1 });
    }
  }
}

/** What the archive says of a report where its word is the later one; null where the library's stays. */
export function laterMetadata(
  ours: Connection,
  theirs: Connection,
  { theirId, ourId }: ReportPair,
): { readonly before: ReportMetadata; readonly after: ReportMetadata } | null {
  const [before, after] = [metadataOf(ours, ourId), metadataOf(theirs, theirId)];
  if (isDeepStrictEqual(before, after)) return null;
  const knew = (connection: Connection, id: string, value: ReportMetadata): boolean =>
    rowsOfRecord(connection, 'report-metadata', id).some(
      ({ change }) => isDeepStrictEqual(change.before, value) || isDeepStrictEqual(change.after, value),
    );
  return knew(theirs, theirId, before) && !knew(ours, ourId, after) ? { before, after } : null;
}

function metadataOf(connection: Connection, id: string): ReportMetadata {
  const row = connection.get<{ metadata: string }>('SELECT metadata FROM report WHERE id = ?', id);
  return JSON.parse(row?.metadata ?? '{}') as ReportMetadata;
}

export type Row = Readonly<Record<string, SqlValue>>;

/** Columns of both have the same names: an archive is brought to this program's schema before it is read. */
export function insertRow(connection: Connection, table: string, row: Row, orIgnore = false): number {
  const names = Object.keys(row);
  const values = names.map((name) => row[name] ?? null);
  return connection.run(
    `INSERT ${orIgnore ? 'OR IGNORE ' : ''}INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
     VALUES (${names.map(() => '?').join(', ')})`,
    ...values,
  );
}

function copyRows(ours: Connection, theirs: Connection, table: string, reportId: string): void {
  for (const row of theirs.all<Row>(`SELECT * FROM "${table}" WHERE report_id = ?`, reportId)) {
    insertRow(ours, table, row);
  }
}
