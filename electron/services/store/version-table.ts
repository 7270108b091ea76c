import type { SourceVersion } from '#core/ipc/payloads.ts';
import type { SourceFormat } from '#core/report/report.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';
import type { UndecodableBytes } from '../report-types.ts';
import type { Connection } from './connection.ts';
import { decodeText } from './wtf8.ts';

/** The text of a source version and what was made of it. */
export interface VersionText {
  readonly number: number;
  readonly sourceHash: string;
  readonly source: string;
  readonly format: SourceFormat;
  readonly edits: readonly Edit[];
  readonly blocks: readonly Block[] | null;
}

/** How a source version was made of its file. */
export interface VersionOrigin {
  readonly bytesHash: string;
  readonly adapter: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly undecodable: readonly UndecodableBytes[];
}

/** All versions of a report, the oldest first, without regard to which is current. */
export function listSourceVersions(
  connection: Connection,
  reportId: string,
): readonly Omit<SourceVersion, 'isCurrent'>[] {
  return connection
    .all<Omit<SourceVersion, 'isCurrent' | 'length'> & { readonly source: Uint8Array }>(
      `SELECT number, time, adapter, encoding, encoding_confidence AS encodingConfidence, bytes_length AS bytes, source
       FROM source_version WHERE report_id = ? ORDER BY number`,
      reportId,
    )
    .map(({ source, ...row }) => ({ ...row, length: decodeText(source).length }));
}

/** The highest number that a version of a report has; 0 when there is none. */
export function lastVersionNumber(connection: Connection, reportId: string): number {
  const row = connection.get<{ number: number | null }>(
    'SELECT max(number) AS number FROM source_version WHERE report_id = ?',
    reportId,
  );
  return row?.number ?? 0;
}

/** The newest version of a report that has this source text. */
export function findVersionText(
  connection: Connection,
  reportId: string,
  sourceHash: string,
): VersionText | undefined {
  const row = connection.get<{
    readonly number: number;
    readonly format: SourceFormat;
    readonly edits: Uint8Array;
    readonly blocks: Uint8Array | null;
    readonly source: Uint8Array;
  }>(
    `SELECT number, format, edits, blocks, source FROM source_version
     WHERE report_id = ? AND source_hash = ? ORDER BY number DESC LIMIT 1`,
    reportId,
    sourceHash,
  );
  if (row === undefined) return undefined;
  return {
    number: row.number,
    sourceHash,
    source: decodeText(row.source),
    format: row.format,
    edits: fromJson<Edit[]>(row.edits),
    blocks: row.blocks && fromJson<Block[]>(row.blocks),
  };
}

/** How a version was made; undefined when there is no such version. */
export function versionOrigin(
  connection: Connection,
  reportId: string,
  number: number,
): VersionOrigin | undefined {
  const row = connection.get<Omit<VersionOrigin, 'undecodable'> & { readonly undecodable: Uint8Array }>(
    `SELECT bytes_hash AS bytesHash, adapter, format, encoding, undecodable FROM source_version
     WHERE report_id = ? AND number = ?`,
    reportId,
    number,
  );
  if (row === undefined) return undefined;
  const undecodable = fromJson<{ offset: number; bytes: string }[]>(row.undecodable);
  return {
    ...row,
    undecodable: undecodable.map(({ offset, bytes }) => ({ offset, bytes: Buffer.from(bytes, 'hex') })),
  };
}

function fromJson<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
}
