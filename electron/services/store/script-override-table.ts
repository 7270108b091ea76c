import type { ScriptOverride } from '#core/ipc/calls/script-calls.ts';
import type { Connection } from './connection.ts';
import { decodeText, encodeText } from './wtf8.ts';

/** Every entry stands in the first table from Simplified. */
const DIRECTION = 's2t';

interface OverrideRow {
  readonly id: string;
  readonly phrase: Uint8Array;
  readonly replacement: Uint8Array;
  readonly reportId: string | null;
  readonly revision: number;
}

const COLUMNS =
  'script_override.id, phrase, replacement, report_id AS reportId, script_override.revision AS revision';

/** What the user chose for all reports and for those out of the trash, by phrase. */
export function listScriptOverrides(connection: Connection): readonly ScriptOverride[] {
  return connection
    .all<OverrideRow>(
      `SELECT ${COLUMNS} FROM script_override LEFT JOIN report ON report.id = report_id
       WHERE direction = ? AND deleted_at IS NULL ORDER BY phrase, script_override.id`,
      DIRECTION,
    )
    .map(fromRow);
}

export function findScriptOverride(connection: Connection, id: string): ScriptOverride | null {
  const row = connection.get<OverrideRow>(`SELECT ${COLUMNS} FROM script_override WHERE id = ?`, id);
  return row === undefined ? null : fromRow(row);
}

/** The one about a phrase in one report, or (null) in all. */
export function findOverrideOf(
  connection: Connection,
  phrase: string,
  reportId: string | null,
): ScriptOverride | null {
  const row = connection.get<OverrideRow>(
    `SELECT ${COLUMNS} FROM script_override WHERE direction = ? AND phrase = ? AND report_id IS ?`,
    ...[DIRECTION, encodeText(phrase), reportId],
  );
  return row === undefined ? null : fromRow(row);
}

/** Makes or replaces one. */
export function saveScriptOverride(connection: Connection, override: ScriptOverride): void {
  const { id, phrase, replacement, reportId, revision } = override;
  connection.run(
    `INSERT INTO script_override (id, direction, phrase, replacement, report_id, revision)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET replacement = excluded.replacement, revision = excluded.revision`,
    ...[id, DIRECTION, encodeText(phrase), encodeText(replacement), reportId, revision],
  );
}

export function removeScriptOverride(connection: Connection, id: string): void {
  connection.run('DELETE FROM script_override WHERE id = ?', id);
}

const OFFICIAL_PROSE = 'official-prose';

/** Whether our list for official prose is used; it is unless the user switched it off. */
export function isOfficialProseUsed(connection: Connection): boolean {
  const row = connection.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', OFFICIAL_PROSE);
  return row?.value !== 'off';
}

export function useOfficialProse(connection: Connection, on: boolean): void {
  connection.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    OFFICIAL_PROSE,
    on ? 'on' : 'off',
  );
}

function fromRow({ phrase, replacement, ...row }: OverrideRow): ScriptOverride {
  return { ...row, phrase: decodeText(phrase), replacement: decodeText(replacement) };
}
