import type { Connection } from './connection.ts';

/** A setting that travels with the library, as JSON; undefined where it was never set. The caller checks its shape. */
export function readSetting(connection: Connection, key: string): unknown {
  const row = connection.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key);
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** JSON escapes NUL and lone surrogates, so TEXT holds it without loss. */
export function writeSetting(connection: Connection, key: string, value: unknown): void {
  connection.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  );
}
