import { sameTags } from '#core/annotations/commands.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { Connection } from './connection.ts';
import { foldTag } from './fold-tag.ts';
import { decodeText, encodeText } from './wtf8.ts';

interface AnnotationRow {
  readonly id: string;
  readonly report_id: string;
  readonly schema_version: Annotation['schemaVersion'];
  readonly kind: Annotation['kind'];
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly source_hash: string;
  readonly state: Annotation['state'];
  readonly tags: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly revision: number;
  readonly prefix: Uint8Array;
  readonly suffix: Uint8Array;
  readonly exact: Uint8Array;
  readonly note: Uint8Array;
}

/** A note by its id, also of a report in the trash. */
export function findAnnotation(connection: Connection, id: string): Annotation | null {
  const row = connection.get<AnnotationRow>('SELECT * FROM annotation WHERE id = ?', id);
  return row === undefined ? null : fromRow(row);
}

/** Notes by their ids, also of reports in the trash; ids that are gone are left out. */
export function findAnnotations(
  connection: Connection,
  ids: readonly string[],
): ReadonlyMap<string, Annotation> {
  const rows = connection.all<AnnotationRow>(
    'SELECT * FROM annotation WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** Notes of one report in the order of their places, or of all reports out of the trash (null), by report. */
export function listAnnotations(connection: Connection, reportId: string | null): readonly Annotation[] {
  const rows =
    reportId === null
      ? connection.all<AnnotationRow>(
          `SELECT annotation.* FROM annotation JOIN report ON report.id = report_id
           WHERE deleted_at IS NULL ORDER BY report_id, start, "end", created_at, annotation.id`,
        )
      : connection.all<AnnotationRow>(
          `SELECT annotation.* FROM annotation JOIN report ON report.id = report_id
           WHERE report_id = ? AND deleted_at IS NULL ORDER BY start, "end", created_at, annotation.id`,
          reportId,
        );
  return rows.map(fromRow);
}

/** Notes of one code in reports out of the trash, in no order. */
export function listAnnotationsOfCode(connection: Connection, code: string): readonly Annotation[] {
  return connection
    .all<AnnotationRow>(
      `SELECT annotation.* FROM annotation JOIN report ON report.id = report_id
       WHERE code = ? AND deleted_at IS NULL`,
      code,
    )
    .map(fromRow);
}

/** Makes or replaces a note, with the index of its tags. Its tags must have the library's spelling (tags.ts). */
export function saveAnnotation(connection: Connection, note: Annotation): void {
  const { anchor } = note;
  connection.run(
    `INSERT INTO annotation (id, report_id, schema_version, kind, code, start, "end", source_hash, state, tags,
       created_at, updated_at, revision, prefix, suffix, exact, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET report_id = excluded.report_id, schema_version = excluded.schema_version,
       kind = excluded.kind, code = excluded.code, start = excluded.start, "end" = excluded."end",
       source_hash = excluded.source_hash, state = excluded.state, tags = excluded.tags,
       created_at = excluded.created_at, updated_at = excluded.updated_at, revision = excluded.revision,
       prefix = excluded.prefix, suffix = excluded.suffix, exact = excluded.exact, note = excluded.note`,
    note.id,
    note.reportId,
    note.schemaVersion,
    note.kind,
    note.code,
    anchor.start,
    anchor.end,
    anchor.sourceHash,
    note.state,
    JSON.stringify(note.tags),
    note.createdAt,
    note.updatedAt,
    note.revision,
    encodeText(anchor.prefix),
    encodeText(anchor.suffix),
    encodeText(anchor.exact),
    encodeText(note.note),
  );
  saveTags(connection, note);
}

/** Writes the index of a note's tags anew. */
function saveTags(connection: Connection, note: Annotation): void {
  connection.run('DELETE FROM tag_use WHERE annotation_id = ?', note.id);
  for (const tag of note.tags) {
    const fold = encodeText(foldTag(tag));
    connection.run('INSERT OR IGNORE INTO tag (fold, name) VALUES (?, ?)', fold, encodeText(tag));
    connection.run('INSERT OR IGNORE INTO tag_use (annotation_id, fold) VALUES (?, ?)', note.id, fold);
  }
}

/** Gives a note that is there other words and tags; all else of it but revision and time of change stays. */
export function rewriteAnnotation(connection: Connection, before: Annotation, note: Annotation): void {
  connection.run(
    'UPDATE annotation SET code = ?, tags = ?, note = ?, updated_at = ?, revision = ? WHERE id = ?',
    note.code,
    JSON.stringify(note.tags),
    encodeText(note.note),
    note.updatedAt,
    note.revision,
    note.id,
  );
  if (!sameTags(before.tags, note.tags)) saveTags(connection, note);
}

/** Gives notes that are there one code, each one revision more; all else of them but the time of change stays. */
export function recolourAnnotations(
  connection: Connection,
  ids: readonly string[],
  { code, updatedAt }: Pick<Annotation, 'code' | 'updatedAt'>,
): void {
  connection.run(
    `UPDATE annotation SET code = ?, updated_at = ?, revision = revision + 1
     WHERE id IN (SELECT value FROM json_each(?))`,
    code,
    updatedAt,
    JSON.stringify(ids),
  );
}

/** Puts a note that is there at another place; all else of it but revision and time of change stays. */
export function moveAnnotation(connection: Connection, note: Annotation): void {
  const { anchor } = note;
  connection.run(
    `UPDATE annotation SET start = ?, "end" = ?, source_hash = ?, state = ?, updated_at = ?, revision = ?,
       prefix = ?, suffix = ?, exact = ? WHERE id = ?`,
    anchor.start,
    anchor.end,
    anchor.sourceHash,
    note.state,
    note.updatedAt,
    note.revision,
    encodeText(anchor.prefix),
    encodeText(anchor.suffix),
    encodeText(anchor.exact),
    note.id,
  );
}

/** Takes a note out of its table; the journal keeps it. */
export function removeAnnotation(connection: Connection, id: string): void {
  removeAnnotations(connection, [id]);
}

export function removeAnnotations(connection: Connection, ids: readonly string[]): void {
  connection.run('DELETE FROM annotation WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
}

/** The states of a report's notes, in the order of their places. */
export function noteStates(
  connection: Connection,
  reportId: string,
): readonly Pick<Annotation, 'id' | 'state'>[] {
  return connection.all(
    'SELECT id, state FROM annotation WHERE report_id = ? ORDER BY start, "end", created_at, id',
    reportId,
  );
}

/** The revisions of a report's notes, in no order. */
export function noteRevisions(
  connection: Connection,
  reportId: string,
): readonly Pick<Annotation, 'id' | 'revision'>[] {
  return connection.all('SELECT id, revision FROM annotation WHERE report_id = ?', reportId);
}

/** Notes in each report that has any. */
export function countAnnotations(connection: Connection): ReadonlyMap<string, number> {
  const rows = connection.all<{ reportId: string; notes: number }>(
    'SELECT report_id AS reportId, count(*) AS notes FROM annotation GROUP BY report_id',
  );
  return new Map(rows.map((row) => [row.reportId, row.notes]));
}

function fromRow(row: AnnotationRow): Annotation {
  return {
    schemaVersion: row.schema_version,
    id: row.id,
    reportId: row.report_id,
    kind: row.kind,
    code: row.code,
    anchor: {
      start: row.start,
      end: row.end,
      exact: decodeText(row.exact),
      prefix: decodeText(row.prefix),
      suffix: decodeText(row.suffix),
      sourceHash: row.source_hash,
    },
    state: row.state,
    note: decodeText(row.note),
    tags: JSON.parse(row.tags) as string[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}
