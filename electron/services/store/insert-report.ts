import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { HashedReport, NewReport } from '../report-types.ts';
import type { Connection } from './connection.ts';
import { hashBytes, hashText, reportIdOf } from './hashes.ts';
import { appendGroup } from './journal.ts';
import type { Originals } from './originals.ts';
import { findStoredDuplicate, PACK_ADAPTER, storedSummary } from './report-table.ts';
import { repairsAmong } from './repair-decisions.ts';
import { encodeText } from './wtf8.ts';

/** A source version as its row holds it. */
interface VersionValues extends Pick<NewReport, 'format' | 'adapter' | 'encoding' | 'encodingConfidence'> {
  readonly reportId: string;
  readonly number: number;
  readonly bytesHash: string;
  readonly bytesLength: number;
  readonly sourceHash: string;
  readonly source: Uint8Array;
  readonly time: number;
  readonly ruleSetVersion: number;
  readonly edits: NewReport['edits'];
  readonly repairs?: NewReport['edits'];
  readonly blocks: NewReport['blocks'];
  readonly undecodable: NewReport['undecodable'];
}

/**
 * Stores a report with its original in one transaction; when this returns both are on the disk. Undefined, and nothing
 * stored, when the same bytes or text are there already: the caller has asked, but another process may have been quicker.
 */
export function insertReport(
  connection: Connection,
  originals: Originals,
  report: NewReport,
  now: number,
): ReportSummary | undefined {
  const hashed = { ...report, bytesHash: hashBytes(report.bytes), sourceHash: hashText(report.source) };
  originals.save(hashed.bytesHash, report.bytes);
  return connection.write(() =>
    findStoredDuplicate(connection, hashed.bytesHash, hashed.sourceHash) === undefined
      ? storedSummary(connection, addReport(connection, originals, hashed, now))
      : undefined,
  );
}

/**
 * Writes a report that is new, inside the caller's transaction; answers its id. Its original has been saved; the trash of
 * another process may have let the same file go in between (it does so under this same lock), so that is looked at again.
 */
export function addReport(
  connection: Connection,
  originals: Originals,
  report: HashedReport,
  now: number,
): string {
  const { bytesHash, sourceHash } = report;
  const reportId = reportIdOf(bytesHash);
  originals.save(bytesHash, report.bytes);
  insertRow(connection, reportId, 'library', now, report);
  insertVersion(connection, {
    ...report,
    reportId,
    number: 1,
    bytesLength: report.bytes.length,
    // Most files are the bytes of their text.
    source: bytesHash === sourceHash ? report.bytes : encodeText(report.source),
    time: now,
  });
  connection.run(
    "INSERT INTO project_report (project_id, report_id, added_at) VALUES ('default', ?, ?)",
    reportId,
    now,
  );
  journalArrival(connection, reportId, report.metadata.title, sourceHash, now);
  return reportId;
}

/**
 * Copies a pack's report into the store, inside the caller's transaction, so that notes on it outlive the pack
 * (DESIGN 9.14). It has no original file: its bytes are its source text.
 */
export function copyPackReport(connection: Connection, content: ReportContent, now: number): void {
  const { reportId } = content.summary;
  const source = encodeText(content.source);
  insertRow(connection, reportId, 'pack', now, {
    script: content.summary.script,
    chars: content.summary.chars,
    metadata: content.metadata,
  });
  insertVersion(connection, {
    ...content,
    reportId,
    number: 1,
    bytesHash: hashBytes(source),
    bytesLength: source.length,
    source,
    adapter: PACK_ADAPTER,
    encoding: 'UTF-8',
    encodingConfidence: 1,
    time: now,
    undecodable: [],
  });
  journalArrival(connection, reportId, content.metadata.title, content.sourceHash, now);
}

function insertRow(
  connection: Connection,
  reportId: string,
  origin: ReportSummary['origin'],
  now: number,
  report: Pick<NewReport, 'script' | 'chars' | 'metadata'>,
): void {
  connection.run(
    `INSERT INTO report (id, origin, imported_at, current_version, script, chars, metadata)
     VALUES (?, ?, ?, 1, ?, ?, ?)`,
    reportId,
    origin,
    now,
    report.script,
    report.chars,
    JSON.stringify(report.metadata),
  );
}

/** Writes a source version, inside the caller's transaction. */
export function insertVersion(connection: Connection, version: VersionValues): void {
  const undecodable = version.undecodable.map(({ offset, bytes }) => ({
    offset,
    bytes: Buffer.from(bytes).toString('hex'),
  }));
  connection.run(
    `INSERT INTO source_version (report_id, number, bytes_hash, bytes_length, source_hash, format, adapter, encoding,
       encoding_confidence, time, rule_set_version, edits, repairs, blocks, undecodable, source)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    version.reportId,
    version.number,
    version.bytesHash,
    version.bytesLength,
    version.sourceHash,
    version.format,
    version.adapter,
    version.encoding,
    version.encodingConfidence,
    version.time,
    version.ruleSetVersion,
    toJson(version.edits),
    storedRepairs(version),
    version.blocks && toJson(version.blocks),
    toJson(undecodable),
    version.source,
  );
}

/** NULL where the edits themselves say which of them are repairs (see repairsOf). */
function storedRepairs({ edits, repairs }: VersionValues): Uint8Array | null {
  if (repairs === undefined) return null;
  const json = JSON.stringify(repairs);
  return json === JSON.stringify(repairsAmong(edits)) ? null : Buffer.from(json, 'utf8');
}

function toJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

function journalArrival(
  connection: Connection,
  reportId: string,
  title: string,
  sourceHash: string,
  now: number,
): void {
  const change = { id: reportId, before: null, after: { title, sourceHash } };
  appendGroup(connection, 'import', now, [{ kind: 'report', reportId, revision: 1, change }]);
}
