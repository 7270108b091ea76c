import { ZhupiError } from '#core/base/app-error.ts';
import type { Connection } from './connection.ts';
import type { Migration } from './migrations/migration.ts';

/** `ZHUP`, in the header of the file, tells our database from any other. */
export const APPLICATION_ID = 0x5a485550;

export interface MigrationContext {
  readonly migrations: readonly Migration[];
  /** Copies the database before a step that changes existing data. */
  readonly backUp: (reason: string) => Promise<unknown>;
  /** Processes that have the data open now; a step on existing data needs the library alone. */
  readonly others: () => readonly string[];
}

/** The number of the schema that the file has; 0 for a new file. */
export function schemaVersion(connection: Connection): number {
  return connection.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/**
 * Brings the schema up to the last migration, each step in a transaction of its own after a backup. Throws
 * `store-locked` (with its holder) when others have existing data open. A new file gets all steps in one transaction, so
 * that processes which open it at once find nothing or the whole. A file newer than the last step is left alone.
 */
export async function migrate(connection: Connection, context: MigrationContext): Promise<void> {
  connection.write(() => {
    if (schemaVersion(connection) > 0) return;
    for (const migration of context.migrations) apply(connection, migration);
  });
  for (const migration of context.migrations) {
    if (schemaVersion(connection) >= migration.number) continue;
    const [holder] = context.others();
    if (holder !== undefined) {
      throw new ZhupiError('store-locked', { path: connection.path, holder, reason: 'holder' });
    }
    await context.backUp(`before-${String(migration.number)}`);
    connection.write(() => {
      // Another process may have done it while this one waited for the lock.
      if (schemaVersion(connection) < migration.number) apply(connection, migration);
    });
  }
}

function apply(connection: Connection, migration: Migration): void {
  connection.raw.exec(migration.sql);
  connection.raw.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
  connection.raw.exec(`PRAGMA user_version = ${String(migration.number)}`);
}
