import type { Connection, SqlValue } from '../store/connection.ts';

export type SalvagedRow = Readonly<Record<string, SqlValue>>;

/** Rows that are looked for one by one between the last that can be read from either end. */
const MOST_SINGLE_READS = 200_000;

/**
 * Rows of a table of a damaged database that can still be read: from its beginning to the first bad page, from its end
 * back, and one by one in between. `keys` are values of the first column that other tables name. Never throws; no row
 * stands twice.
 */
export function salvageRows(
  connection: Connection,
  table: string,
  keys: Iterable<string> = [],
): readonly SalvagedRow[] {
  const columns = readAll(connection, `SELECT name, pk FROM pragma_table_info('${table}') ORDER BY pk`).rows;
  const key = columns.filter(({ pk }) => Number(pk) > 0).map(({ name }) => `"${String(name)}"`);
  const hasRowid = readAll(connection, `SELECT rowid FROM "${table}" LIMIT 0`).isWhole;
  const order = hasRowid ? ['rowid'] : key;
  if (order.length === 0) return [];
  const what = `SELECT ${hasRowid ? 'rowid AS "#", ' : ''}* FROM "${table}"`;
  const up = readAll(connection, `${what} ORDER BY ${order.join(', ')}`);
  if (up.isWhole) return up.rows;
  const down = readAll(connection, `${what} ORDER BY ${order.map((name) => `${name} DESC`).join(', ')}`);
  const found = new Map<string, SalvagedRow>();
  const identity = (row: SalvagedRow): string =>
    hasRowid ? String(row['#']) : JSON.stringify(key.map((name) => row[name.slice(1, -1)]));
  for (const row of [...up.rows, ...down.rows]) found.set(identity(row), row);
  if (hasRowid) {
    const first = Number(up.rows.at(-1)?.['#'] ?? 0) + 1;
    const last = Number(down.rows.at(-1)?.['#'] ?? first);
    for (let rowid = first; rowid < last && rowid - first < MOST_SINGLE_READS; rowid += 1) {
      for (const row of readAll(connection, `${what} WHERE rowid = ?`, rowid).rows) {
        found.set(identity(row), row);
      }
    }
  } else {
    for (const value of keys) {
      for (const row of readAll(connection, `${what} WHERE ${order[0] ?? ''} = ?`, value).rows) {
        found.set(identity(row), row);
      }
    }
  }
  return [...found.values()];
}

/** Rows up to the first that cannot be read; `isWhole` when there is no such row. Never throws. */
export function readAll(
  connection: Connection,
  sql: string,
  ...values: readonly SqlValue[]
): { readonly rows: readonly SalvagedRow[]; readonly isWhole: boolean } {
  const rows: SalvagedRow[] = [];
  try {
    for (const row of connection.raw.prepare(sql).iterate(...values)) rows.push(row as SalvagedRow);
    return { rows, isWhole: true };
  } catch {
    return { rows, isWhole: false };
  }
}
