import type { Connection } from './connection.ts';

/** Tables whose rows belong together with others and are written by code of their own, or by triggers. */
const BY_OTHER_CODE: ReadonlySet<string> = new Set([
  'report',
  'source_version',
  'annotation',
  'tag_use',
  'journal',
  'undo_entry',
  'reports_token',
]);

interface TableRow {
  readonly name: string;
  readonly parents: string;
}

/**
 * Every other table of a database, parents before the tables that refer to them, so that rows can be copied in this order.
 * What a later migration adds is among them.
 */
export function plainTables(connection: Connection): readonly string[] {
  const rows = connection.all<TableRow>(
    `SELECT name, (SELECT json_group_array("table") FROM pragma_foreign_key_list(sqlite_schema.name)) AS parents
     FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  const parents = new Map(rows.map((row) => [row.name, JSON.parse(row.parents) as string[]]));
  const sorted = new Set<string>();
  const visit = (name: string): void => {
    if (sorted.has(name)) return;
    // A table may refer to itself.
    for (const parent of parents.get(name) ?? []) if (parent !== name) visit(parent);
    sorted.add(name);
  };
  for (const { name } of rows) visit(name);
  return [...sorted].filter((name) => !BY_OTHER_CODE.has(name));
}
