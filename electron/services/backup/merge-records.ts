import type { Connection } from '../store/connection.ts';
import { plainTables } from '../store/plain-tables.ts';
import { insertRow, type Row } from './merge-reports.ts';

/** Tables that follow from notes or reports, or belong to one machine. */
const NOT_MERGED: ReadonlySet<string> = new Set(['decision', 'tag', 'pack', 'setting']);

interface Reference {
  readonly table: string;
  readonly column: string;
}

/**
 * Adds the rows of codes, projects, saved searches and the like that the library has not, inside the caller's transaction.
 * What is here stays as it is. `nameOf` gives the name here of a report or code of the archive. Answers how many came.
 */
export function mergeRecords(
  ours: Connection,
  theirs: Connection,
  nameOf: (table: string, id: string) => string,
): number {
  let added = 0;
  for (const table of plainTables(ours)) {
    if (NOT_MERGED.has(table)) continue;
    const references = ours.all<Reference>(
      `SELECT "table", "from" AS "column" FROM pragma_foreign_key_list('${table}')`,
    );
    for (const row of theirs.all<Row>(`SELECT * FROM "${table}"`)) {
      const renamed: Record<string, Row[string]> = { ...row };
      for (const { table: parent, column } of references) {
        const value = row[column];
        if (typeof value === 'string') renamed[column] = nameOf(parent, value);
      }
      // The same thing under another id, such as a code of the same name.
      if (typeof row['id'] === 'string' && nameOf(table, row['id']) !== row['id']) continue;
      try {
        added += insertRow(ours, table, renamed, true);
      } catch {
        // What it refers to stayed behind in the archive's trash.
      }
    }
  }
  return added;
}

/** Codes of the archive that have the name of another code of the same project here, by their ids there. */
export function sameCodes(ours: Connection, theirs: Connection): ReadonlyMap<string, string> {
  interface Code {
    readonly id: string;
    readonly fold: Uint8Array;
    readonly project: string | null;
  }
  const sql = 'SELECT id, fold, project_id AS project FROM code WHERE length(fold) > 0';
  const key = ({ fold, project }: Code): string => `${project ?? ''} ${Buffer.from(fold).toString('hex')}`;
  const known = new Map(ours.all<Code>(sql).map((code) => [key(code), code.id]));
  const isHere = new Set(ours.all<{ id: string }>('SELECT id FROM code').map(({ id }) => id));
  return new Map(
    theirs.all<Code>(sql).flatMap((code) => {
      const same = known.get(key(code));
      return same === undefined || isHere.has(code.id) ? [] : [[code.id, same] as const];
    }),
  );
}
