import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parsedJson } from '#core/base/parsed-json.ts';
import { annotationSchema } from '#core/annotations/record.ts';
import { reportMetadataSchema } from '#core/report/report.ts';
import { findAnnotation } from './annotation-table.ts';
import type { Connection } from './connection.ts';
import { hashBytes } from './hashes.ts';
import { integrityProblems } from './integrity.ts';
import type { Originals } from './originals.ts';
import { PACK_ADAPTER } from './report-table.ts';
import { decodeText, encodeText } from './wtf8.ts';

/** How far a check is: texts, notes and originals are counted together. */
export type TellCheck = (done: number, total: number) => void;

/** Begins a problem of a note that can be read, but whose place does not fit its text: no recovery mends that. */
const PLACE = 'place of note ';

/** Whether a problem is one of the database, which a recovery mends; the others are paths of originals, and places. */
export function isDatabaseProblem(problem: string): boolean {
  return !path.isAbsolute(problem) && !problem.startsWith(PLACE);
}

/**
 * Everything that can be checked of a library: the database as SQLite sees it, then each text against its hash, each note
 * against its text, and each original against its name. Other work gets its turn after every one. Empty = whole; paths are
 * those of originals that are missing or damaged.
 */
export async function checkStore(
  connection: Connection,
  originals: Originals,
  tell: TellCheck = () => undefined,
): Promise<readonly string[]> {
  const problems = await integrityProblems(connection.path);
  if (problems.length > 0) return problems;
  const versions = connection.all<VersionName>(
    'SELECT report_id AS reportId, number, source_hash AS hash FROM source_version ORDER BY report_id, number',
  );
  const hashes = connection.all<{ hash: string }>(
    'SELECT DISTINCT bytes_hash AS hash FROM source_version WHERE adapter <> ?',
    PACK_ADAPTER,
  );
  const notes = connection.all<{ id: string }>('SELECT id FROM annotation');
  const works = [
    () => reportProblems(connection),
    ...versions.map((version) => () => versionProblems(connection, version)),
    ...notes.map(
      ({ id }) =>
        () =>
          noteProblems(connection, id),
    ),
    ...hashes.map(
      ({ hash }) =>
        () =>
          originals.isWhole(hash) ? [] : [originals.pathOf(hash)],
    ),
  ];
  const found: string[] = [];
  for (const [at, work] of works.entries()) {
    tell(at, works.length);
    await nextTurn();
    found.push(...work());
  }
  tell(works.length, works.length);
  return found;
}

interface VersionName {
  readonly reportId: string;
  readonly number: number;
  readonly hash: string;
}

function reportProblems(connection: Connection): readonly string[] {
  return connection
    .all<{ id: string; metadata: string; text: number | null }>(
      `SELECT id, metadata, number AS text FROM report
         LEFT JOIN source_version ON report_id = id AND number = current_version`,
    )
    .flatMap(({ id, metadata, text }) => [
      ...(reportMetadataSchema.safeParse(parsedJson(metadata)).success ? [] : [`report ${id}: details`]),
      ...(text === null ? [`report ${id}: no text`] : []),
    ]);
}

/** Lists beside a text: JSON, or NULL where there is nothing to say. */
const LISTS = ['edits', 'undecodable', 'blocks', 'shown_edits', 'repairs'] as const;

function versionProblems(connection: Connection, { reportId, number, hash }: VersionName): readonly string[] {
  const row = connection.get<Record<string, Uint8Array | null>>(
    `SELECT ${LISTS.join(', ')}, source FROM source_version WHERE report_id = ? AND number = ?`,
    reportId,
    number,
  );
  // Another process has taken it away meanwhile.
  if (row === undefined) return [];
  const problems: string[] = [];
  const name = `report ${reportId}, version ${String(number)}`;
  const source = row['source'] ?? new Uint8Array();
  if (hashBytes(source) !== hash) problems.push(`${name}: text`);
  for (const list of LISTS) {
    const value = row[list];
    if (
      value !== null &&
      value !== undefined &&
      !Array.isArray(parsedJson(Buffer.from(value).toString('utf8')))
    ) {
      problems.push(`${name}: ${list}`);
    }
  }
  return problems.length > 0 ? problems : placeProblems(connection, reportId, hash, decodeText(source));
}

/** Notes whose place counts in this text: inside it, on the words that they quote. */
function placeProblems(
  connection: Connection,
  reportId: string,
  hash: string,
  source: string,
): readonly string[] {
  return connection
    .all<{ id: string; start: number; end: number; exact: Uint8Array }>(
      'SELECT id, start, "end", exact FROM annotation WHERE report_id = ? AND source_hash = ?',
      reportId,
      hash,
    )
    .filter(({ start, end, exact }) => !Buffer.from(exact).equals(encodeText(source.slice(start, end))))
    .map(({ id }) => `${PLACE}${id}: report ${reportId}`);
}

function noteProblems(connection: Connection, id: string): readonly string[] {
  try {
    const note = findAnnotation(connection, id);
    return note === null || annotationSchema.safeParse(note).success ? [] : [`note ${id}`];
  } catch {
    return [`note ${id}`];
  }
}
