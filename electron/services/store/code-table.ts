import type { Code } from '#core/annotations/codes-record.ts';
import type { Connection } from './connection.ts';
import { foldTag } from './fold-tag.ts';
import { decodeText, encodeText } from './wtf8.ts';

interface CodeRow {
  readonly id: string;
  readonly name: Uint8Array;
  readonly color: string;
  readonly parent_id: string | null;
  readonly project_id: string | null;
  readonly position: number;
  readonly built_in: number;
  readonly revision: number;
}

/** Every code of the library, in no order. */
export function listCodes(connection: Connection): Code[] {
  return connection.all<CodeRow>('SELECT * FROM code').map(fromRow);
}

/** A code by its id. */
export function findCode(connection: Connection, id: string): Code | null {
  const row = connection.get<CodeRow>('SELECT * FROM code WHERE id = ?', id);
  return row === undefined ? null : fromRow(row);
}

/** Ids of the codes of this name (whatever its script, width and case), or with this id, and of the codes under them. */
export function codesNamed(connection: Connection, name: string): readonly string[] {
  const codes = listCodes(connection);
  const fold = foldTag(name);
  const named = codes.filter((code) => code.id === name || (code.name !== '' && foldTag(code.name) === fold));
  const ids = new Set(named.map(({ id }) => id));
  return codes.filter(({ id, parentId }) => ids.has(id) || ids.has(parentId ?? '')).map(({ id }) => id);
}

/** Makes or replaces a code. */
export function saveCode(connection: Connection, code: Code): void {
  connection.run(
    `INSERT INTO code (id, name, fold, color, parent_id, project_id, position, built_in, revision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, fold = excluded.fold, color = excluded.color,
       parent_id = excluded.parent_id, project_id = excluded.project_id, position = excluded.position,
       built_in = excluded.built_in, revision = excluded.revision`,
    code.id,
    encodeText(code.name),
    encodeText(code.name === '' ? '' : foldTag(code.name)),
    code.color,
    code.parentId,
    code.projectId,
    code.position,
    code.builtIn ? 1 : 0,
    code.revision,
  );
}

/** Takes a code out of its table; notes that name it keep its id. */
export function removeCodeRow(connection: Connection, id: string): void {
  connection.run('DELETE FROM code WHERE id = ?', id);
}

function fromRow(row: CodeRow): Code {
  return {
    id: row.id,
    name: decodeText(row.name),
    color: row.color,
    parentId: row.parent_id,
    projectId: row.project_id,
    position: row.position,
    builtIn: row.built_in === 1,
    revision: row.revision,
  };
}
