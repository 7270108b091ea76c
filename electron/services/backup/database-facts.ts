import { schemaVersion, APPLICATION_ID } from '../store/migrate.ts';
import { openConnection } from '../store/connection.ts';
import { PACK_ADAPTER } from '../store/report-table.ts';
import { integrityProblems } from '../store/integrity.ts';

/** What a copy of zhupi.db holds. */
export interface DatabaseFacts {
  readonly schemaVersion: number;
  /** Out of the trash. */
  readonly reports: number;
  readonly notes: number;
  /** SHA-256 of the files that were imported, each once, in order. */
  readonly originals: readonly string[];
}

/**
 * Looks at a database that nobody else has open. Answers what is wrong with it as a text: another program's file, damage.
 * Throws what SQLite throws for a file that is no database at all.
 */
export async function readDatabaseFacts(file: string): Promise<DatabaseFacts | string> {
  const [problem] = await integrityProblems(file);
  if (problem !== undefined) return problem;
  const connection = openConnection(file, { readOnly: true });
  try {
    const id = connection.get<{ application_id: number }>('PRAGMA application_id')?.application_id;
    const version = schemaVersion(connection);
    if (id !== APPLICATION_ID || version < 1) return 'the database is not of Zhupi';
    const count = (sql: string): number => connection.get<{ n: number }>(sql)?.n ?? 0;
    return {
      schemaVersion: version,
      reports: count('SELECT count(*) AS n FROM report WHERE deleted_at IS NULL'),
      notes: count('SELECT count(*) AS n FROM annotation'),
      originals: connection
        .all<{ hash: string }>(
          'SELECT DISTINCT bytes_hash AS hash FROM source_version WHERE adapter <> ? ORDER BY hash',
          PACK_ADAPTER,
        )
        .map(({ hash }) => hash),
    };
  } finally {
    connection.close();
  }
}
