import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { ZhupiError, type ErrorCode } from '#core/base/app-error.ts';
import { storeError } from './sqlite-error.ts';

/** What a statement takes. Texts that users or files bring go in as BLOBs (wtf8.ts); TEXT is for our own ids and JSON. */
export type SqlValue = string | number | null | Uint8Array;

/** Why a connection refuses to write. */
export type WriteBar = Extract<ErrorCode, 'store-newer' | 'store-damaged'>;

/** One connection to zhupi.db. All methods throw ZhupiError for what a user can do something about. */
export interface Connection {
  readonly path: string;
  readonly raw: InstanceType<typeof DatabaseSync>;
  /** Rows of a SELECT. The caller names their type; the migrations are the proof of it. */
  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[];
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  /** Answers how many rows changed. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  /** A short BEGIN IMMEDIATE transaction: all of it or nothing. Not nested. */
  write<T>(work: () => T): T;
  /** One state of the data for several reads. */
  read<T>(work: () => T): T;
  /** From now on every write throws this code. */
  barWrites(code: WriteBar): void;
  close(): void;
}

export interface ConnectionOptions {
  readonly readOnly?: boolean;
  /** Milliseconds that a statement waits for another process. */
  readonly busyTimeout?: number;
}

const BUSY_TIMEOUT = 5000;

/** Opens a database file; makes it when it is missing and `readOnly` is not set. */
export function openConnection(path: string, options: ConnectionOptions = {}): Connection {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      throw storeError(thrown, path);
    }
  };
  const raw = guard(
    () =>
      new DatabaseSync(path, {
        readOnly: options.readOnly ?? false,
        timeout: options.busyTimeout ?? BUSY_TIMEOUT,
        enableForeignKeyConstraints: true,
      }),
  );
  const statements = new Map<string, StatementSyncInstance>();
  const prepared = (sql: string): StatementSyncInstance => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = raw.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  let bar: WriteBar | null = null;
  const inTransaction = <T>(begin: string, work: () => T): T =>
    guard(() => {
      raw.exec(begin);
      try {
        const value = work();
        raw.exec('COMMIT');
        return value;
      } catch (thrown) {
        rollBack(raw);
        throw thrown;
      }
    });
  return {
    path,
    raw,
    all: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      guard(() => prepared(sql).all(...values) as readonly Row[]),
    get: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      guard(() => prepared(sql).get(...values) as Row | undefined),
    run: (sql, ...values) => guard(() => Number(prepared(sql).run(...values).changes)),
    write: (work) => {
      if (bar !== null) throw new ZhupiError(bar, { path });
      return inTransaction('BEGIN IMMEDIATE', work);
    },
    read: (work) => inTransaction('BEGIN', work),
    barWrites: (code) => {
      bar = code;
    },
    close: () => {
      statements.clear();
      if (!raw.isOpen) return;
      if (options.readOnly !== true) emptyLog(raw);
      raw.close();
    },
  };
}

/** After some failures (full disk) SQLite has rolled back by itself; then there is nothing to roll back. */
function rollBack(raw: InstanceType<typeof DatabaseSync>): void {
  if (raw.isTransaction) raw.exec('ROLLBACK');
}

/**
 * Moves the write-ahead log into the database file. The driver closes a connection whose statements were not collected
 * yet without that last checkpoint of SQLite's. Where another process reads, the log stays: it is whole.
 */
function emptyLog(raw: InstanceType<typeof DatabaseSync>): void {
  try {
    raw.exec('PRAGMA busy_timeout = 50; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // All is in the log and will be read from there.
  }
}
