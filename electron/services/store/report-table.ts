import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ReportMetadata, ReportSummary } from '#core/report/report.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';
import type { DuplicateReport, IndexKey, ReadableReport } from '../report-types.ts';
import type { Connection } from './connection.ts';
import { parseEdits } from './edits-json.ts';
import type { VersionState } from './undoable-change.ts';
import { decodeText } from './wtf8.ts';

interface ReportRow {
  readonly id: string;
  readonly origin: ReportSummary['origin'];
  readonly imported_at: number;
  readonly deleted_at: number | null;
  readonly current_version: number;
  readonly script: ReportSummary['script'];
  readonly chars: number;
  readonly metadata: string;
  readonly revision: number;
}

interface VersionRow {
  readonly number: number;
  readonly format: ReportContent['format'];
  readonly source_hash: string;
  readonly rule_set_version: number;
  readonly adapter: string;
  readonly encoding: string;
  readonly encoding_confidence: number;
  readonly edits: Uint8Array;
  readonly shown_edits: Uint8Array | null;
  readonly blocks: Uint8Array | null;
  readonly source: Uint8Array;
}

/** The adapter of a version that was copied from a pack: it has no file of its own. */
export const PACK_ADAPTER = 'pack';

/** Where a report of the store is. */
export type ReportPlace = 'library' | 'trash' | 'absent';

/** Of these ids the reports out of the trash, in no order, and those that are in it. */
export function reportsAmong(
  connection: Connection,
  ids: readonly string[],
): { readonly stored: readonly ReportSummary[]; readonly trashed: ReadonlySet<string> } {
  if (ids.length === 0) return { stored: [], trashed: new Set() };
  const wanted = JSON.stringify(ids);
  const rows = connection.all<ReportRow>(
    'SELECT * FROM report WHERE id IN (SELECT value FROM json_each(?))',
    wanted,
  );
  const notes = new Map(
    connection
      .all<{ id: string; notes: number }>(
        `SELECT report_id AS id, count(*) AS notes FROM annotation
         WHERE report_id IN (SELECT value FROM json_each(?)) GROUP BY report_id`,
        wanted,
      )
      .map((row) => [row.id, row.notes]),
  );
  return {
    stored: rows
      .filter(({ deleted_at: deletedAt }) => deletedAt === null)
      .map((row) => summaryOf(row, notes.get(row.id) ?? 0)),
    trashed: new Set(rows.flatMap(({ id, deleted_at: deletedAt }) => (deletedAt === null ? [] : id))),
  };
}

/** Reports out of the trash. */
export function countStoredReports(connection: Connection): number {
  return connection.get<{ n: number }>('SELECT count(*) AS n FROM report WHERE deleted_at IS NULL')?.n ?? 0;
}

/** Ids of the reports in the trash. */
export function listTrashedIds(connection: Connection): ReadonlySet<string> {
  const rows = connection.all<{ id: string }>('SELECT id FROM report WHERE deleted_at IS NOT NULL');
  return new Set(rows.map((row) => row.id));
}

export function placeOfReport(connection: Connection, reportId: string): ReportPlace {
  const row = connection.get<{ deletedAt: number | null }>(
    'SELECT deleted_at AS deletedAt FROM report WHERE id = ?',
    reportId,
  );
  if (row === undefined) return 'absent';
  return row.deletedAt === null ? 'library' : 'trash';
}

/** The line of the library for one report out of the trash. Throws `report-unknown`. */
export function storedSummary(connection: Connection, reportId: string): ReportSummary {
  const row = liveRow(connection, reportId);
  const notes = connection.get<{ n: number }>(
    'SELECT count(*) AS n FROM annotation WHERE report_id = ?',
    reportId,
  );
  return summaryOf(row, notes?.n ?? 0);
}

/** The edits that the reading text of a report's current version shows; empty for a report that is not there. */
export function shownEditsOf(connection: Connection, reportId: string): readonly Edit[] {
  const row = connection.get<{ edits: Uint8Array }>(
    `SELECT coalesce(shown_edits, edits) AS edits FROM report
       JOIN source_version ON report_id = id AND number = current_version WHERE id = ?`,
    reportId,
  );
  return row === undefined ? [] : parseEdits(row.edits);
}

/**
 * Reports out of the trash that have notes, newest date first as the library lists them, and the ids of all codes in their
 * order.
 */
export function notedReports(connection: Connection): {
  readonly reports: readonly { readonly reportId: string; readonly title: string }[];
  readonly codes: readonly string[];
} {
  const rows = connection.all<Pick<ReportRow, 'id' | 'metadata' | 'imported_at'>>(
    `SELECT id, metadata, imported_at FROM report
     WHERE deleted_at IS NULL AND id IN (SELECT DISTINCT report_id FROM annotation)`,
  );
  const reports = rows
    .map(({ id, metadata, imported_at: importedAt }) => {
      const { title, date } = JSON.parse(metadata) as ReportMetadata;
      return { reportId: id, title, date, importedAt };
    })
    .sort(
      (a, b) =>
        (a.date === b.date ? 0 : a.date < b.date ? 1 : -1) ||
        b.importedAt - a.importedAt ||
        (a.reportId < b.reportId ? -1 : 1),
    );
  const codes = connection.all<{ id: string }>('SELECT id FROM code ORDER BY position, id');
  return { reports, codes: codes.map(({ id }) => id) };
}

/** The current version of a report out of the trash. Throws `report-unknown`. */
export function openStoredReport(connection: Connection, reportId: string): ReportContent {
  return connection.read(() => readStoredReport(connection, reportId));
}

/** The same inside the caller's transaction. */
export function readStoredReport(connection: Connection, reportId: string): ReportContent {
  const row = liveRow(connection, reportId);
  const version = connection.get<VersionRow>(
    `SELECT number, format, source_hash, rule_set_version, adapter, encoding, encoding_confidence, edits,
         shown_edits, blocks, source
       FROM source_version WHERE report_id = ? AND number = ?`,
    reportId,
    row.current_version,
  );
  if (version === undefined) throw new ZhupiError('report-unknown', { reportId });
  return {
    summary: storedSummary(connection, reportId),
    metadata: JSON.parse(row.metadata) as ReportMetadata,
    format: version.format,
    version: version.number,
    source: decodeText(version.source),
    sourceHash: version.source_hash,
    ruleSetVersion: version.rule_set_version,
    edits: [...parseEdits(version.edits)],
    shownEdits: version.shown_edits && [...parseEdits(version.shown_edits)],
    blocks: version.blocks && fromJson<Block[]>(version.blocks),
    encoding: version.encoding,
    encodingConfidence: version.encoding_confidence,
    revision: row.revision,
    hasOriginal: version.adapter !== PACK_ADAPTER,
  };
}

/** What of the current version of a report out of the trash its reading text is made of; undefined when there is none. */
export function openReadable(connection: Connection, reportId: string): ReadableReport | undefined {
  const row = connection.get<
    Pick<VersionRow, 'format' | 'edits' | 'blocks' | 'source'> & Pick<ReportRow, 'script'>
  >(
    `SELECT script, format, edits, blocks, source FROM report JOIN source_version
       ON report_id = report.id AND number = current_version
     WHERE report.id = ? AND deleted_at IS NULL`,
    reportId,
  );
  return (
    row && {
      ...{ script: row.script, format: row.format, source: decodeText(row.source) },
      edits: parseEdits(row.edits),
      blocks: row.blocks && fromJson<Block[]>(row.blocks),
    }
  );
}

/** Source text of the current version of each of these reports that is out of the trash, and which version that is. */
export function readSources(
  connection: Connection,
  reportIds: readonly string[],
): readonly (IndexKey & { readonly source: string })[] {
  return connection
    .all<IndexKey & { readonly source: Uint8Array }>(
      `SELECT report.id AS reportId, number AS version, source_hash AS sourceHash, rule_set_version AS ruleSetVersion,
         source
       FROM json_each(?) AS asked CROSS JOIN report ON report.id = asked.value
         JOIN source_version ON report_id = report.id AND number = current_version
       WHERE deleted_at IS NULL`,
      JSON.stringify(reportIds),
    )
    .map((row) => ({ ...row, source: decodeText(row.source) }));
}

/**
 * The metadata of at least those reports out of the trash that say more than their summaries show, by report; of copies from packs all,
 * for what a copy leaves empty its pack may have.
 */
export function listOtherMetadata(connection: Connection): ReadonlyMap<string, ReportMetadata> {
  // To look for empty fields as they are written takes a third of the time that reading the JSON does; quotes in texts are escaped.
  const rows = connection.all<{ id: string; metadata: string }>(
    `SELECT id, metadata FROM report
     WHERE deleted_at IS NULL AND (origin = 'pack' OR instr(metadata, '"documentNumber":"","source":""') = 0
       OR instr(metadata, '"author":""') = 0)`,
  );
  return new Map(rows.map(({ id, metadata }) => [id, JSON.parse(metadata) as ReportMetadata]));
}

/** What a report out of the trash has now of what its source version brings. Throws `report-unknown`. */
export function versionState(connection: Connection, reportId: string): VersionState {
  const { current_version: version, script, chars, metadata } = liveRow(connection, reportId);
  return { version, script, chars, metadata: JSON.parse(metadata) as ReportMetadata };
}

/** Hash of a version's source text; empty when there is no such version. */
export function sourceHashOf(connection: Connection, reportId: string, version: number): string {
  const row = connection.get<{ hash: string }>(
    'SELECT source_hash AS hash FROM source_version WHERE report_id = ? AND number = ?',
    reportId,
    version,
  );
  return row?.hash ?? '';
}

function fromJson<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
}

/**
 * A report, in the trash or not, one of whose versions has these bytes or this source text; `except` is not looked at.
 */
export function findStoredDuplicate(
  connection: Connection,
  bytesHash: string,
  sourceHash: string,
  except = '',
): DuplicateReport | undefined {
  const row = connection.get<ReportRow>(
    `SELECT report.* FROM source_version JOIN report ON report.id = report_id
     WHERE (bytes_hash = ? OR source_hash = ?) AND report.id <> ?
     ORDER BY deleted_at IS NOT NULL, imported_at LIMIT 1`,
    bytesHash,
    sourceHash,
    except,
  );
  if (row === undefined) return undefined;
  const where = row.deleted_at === null ? 'library' : 'trash';
  return { reportId: row.id, title: titleOf(row.metadata), chars: row.chars, where };
}

/** Title in a report's metadata as stored. */
export function titleOf(metadata: string): string {
  return (JSON.parse(metadata) as ReportMetadata).title;
}

function liveRow(connection: Connection, reportId: string): ReportRow {
  const row = connection.get<ReportRow>('SELECT * FROM report WHERE id = ?', reportId);
  if (row === undefined || row.deleted_at !== null) {
    throw new ZhupiError('report-unknown', { reportId });
  }
  return row;
}

function summaryOf(row: ReportRow, notes: number): ReportSummary {
  const { title, issuer, region, date } = JSON.parse(row.metadata) as ReportMetadata;
  return {
    reportId: row.id,
    title,
    issuer,
    region,
    date,
    script: row.script,
    chars: row.chars,
    notes,
    origin: row.origin,
    importedAt: row.origin === 'pack' ? 0 : row.imported_at,
  };
}
