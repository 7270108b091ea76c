import type { Annotation } from '#core/annotations/record.ts';
import { EMPTY_METADATA } from '#core/report/report.ts';
import type { Connection, SqlValue } from '../store/connection.ts';
import { hashBytes } from '../store/hashes.ts';
import { PACK_ADAPTER } from '../store/report-table.ts';
import { decodeText, encodeText } from '../store/wtf8.ts';
import type { SalvagedRow } from './salvage-rows.ts';

/** Units of a text that name a report which has lost its own title. */
const TITLE_LENGTH = 40;

/** Gives a text that has lost its report one of its own name; true when it had to. */
export function standInForDetails(whole: Connection, version: SalvagedRow): boolean {
  const id = version['report_id'] ?? '';
  if (isThere(whole, 'report', 'id', id)) return false;
  const text = decodeText(version['source'] as Uint8Array);
  insertReport(whole, id, version['time'] ?? 0, text.trimStart().split('\n', 1)[0] ?? '', text.length);
  return true;
}

/** Makes an empty report for a note whose own is lost, so that its words are there. */
export function standInForReport(whole: Connection, { reportId, anchor, createdAt }: Annotation): void {
  if (!isThere(whole, 'report', 'id', reportId)) insertReport(whole, reportId, createdAt, anchor.exact, 0);
}

/** Gives every report that has lost its text an empty one; answers their ids. */
export function standInForTexts(whole: Connection): readonly string[] {
  const lost = whole.all<{ id: string; time: number }>(
    `SELECT id, imported_at AS time FROM report
     WHERE NOT EXISTS (SELECT 1 FROM source_version WHERE report_id = report.id)`,
  );
  const source = encodeText('');
  for (const { id, time } of lost) {
    whole.run(
      `INSERT INTO source_version (report_id, number, bytes_hash, bytes_length, source_hash, format, adapter, encoding,
         encoding_confidence, time, rule_set_version, edits, undecodable, source)
       VALUES (?, 1, ?, 0, ?, 'txt', ?, 'UTF-8', 0, ?, 0, CAST('[]' AS BLOB), CAST('[]' AS BLOB), ?)`,
      ...[id, hashBytes(source), hashBytes(source), PACK_ADAPTER, time, source],
    );
  }
  return lost.map(({ id }) => id);
}

function insertReport(whole: Connection, id: SqlValue, time: SqlValue, title: string, chars: number): void {
  const metadata = JSON.stringify({ ...EMPTY_METADATA, title: title.slice(0, TITLE_LENGTH) });
  whole.run(
    `INSERT INTO report (id, origin, imported_at, current_version, script, chars, metadata)
     VALUES (?, 'library', ?, 1, 'none', ?, ?)`,
    ...[id, time, chars, metadata],
  );
}

function isThere(whole: Connection, table: string, column: string, value: SqlValue): boolean {
  return whole.get(`SELECT 1 FROM "${table}" WHERE "${column}" = ?`, value) !== undefined;
}
