import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { openConnection } from './connection.ts';

/**
 * What SQLite's integrity_check finds in the file, table by table on a connection of its own, so that other work gets
 * its turn between two tables. Empty = whole. Foreign keys are checked too.
 */
export async function integrityProblems(path: string, signal?: AbortSignal): Promise<readonly string[]> {
  const problems: string[] = [];
  try {
    const connection = openConnection(path, { readOnly: true });
    try {
      const tables = connection.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
      for (const { name } of tables) {
        await nextTurn();
        if (signal?.aborted === true) return problems;
        const rows = connection.all<{ integrity_check: string }>(
          `PRAGMA integrity_check("${name.replaceAll('"', '""')}")`,
        );
        problems.push(...rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'));
      }
      const broken = connection.all<{ table: string }>('PRAGMA foreign_key_check');
      problems.push(...broken.map((row) => `foreign key of ${row.table}`));
    } finally {
      connection.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof ZhupiError && thrown.code === 'store-damaged')) throw thrown;
    problems.push(thrown.cause instanceof Error ? thrown.cause.message : thrown.code);
  }
  return problems;
}
