import * as fs from 'node:fs';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { listBackups, makeBackup, newestGoodBackup } from './backups.ts';
import { checkStore, type TellCheck } from './check-store.ts';
import { openConnection, type Connection } from './connection.ts';
import { integrityProblems } from './integrity.ts';
import { APPLICATION_ID, migrate, schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { prepareTagFolding } from './fold-tag.ts';
import { makeFolders } from './make-folders.ts';
import { openOriginals, type Originals } from './originals.ts';
import { markRunning, type RunningMarker } from './running-marker.ts';
import { storeError } from './sqlite-error.ts';

export interface StoreOptions {
  /** Absolute; made when it is missing. */
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The steps of the schema; the program's own unless a test brings others. */
  readonly migrations?: readonly Migration[];
  /** Milliseconds after opening until the check that follows a crash. */
  readonly checkDelay?: number;
}

/** An open data folder: zhupi.db, originals/, backups/. */
export interface Store {
  readonly dataDir: string;
  readonly connection: Connection;
  readonly originals: Originals;
  /** `newer` = written by a newer Zhupi: it can be read, every write throws `store-newer`. */
  readonly mode: 'read-write' | 'newer';
  /**
   * Ends when it is known whether the data came through the last exit: `clean` when that exit was, else what the check
   * behind the first answers found. After `damaged` every write throws `store-damaged`.
   */
  readonly lastExit: Promise<'clean' | 'whole' | 'damaged'>;
  /** Path of a new backup. */
  backUp(reason: string): Promise<string>;
  /** Problems of the database, of places of notes, and of the originals; empty = whole. See {@link checkStore}. */
  check(tell?: TellCheck): Promise<readonly string[]>;
  close(): Promise<void>;
}

const CHECK_DELAY = 2000;

/**
 * Opens the data, migrating it first if needed. Throws `store-damaged` (with the newest good backup, and without having
 * written to the file), `store-locked`, `store-unwritable`, `disk-full`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir } = options;
  const file = path.join(dataDir, 'zhupi.db');
  const backupFolder = path.join(dataDir, 'backups');
  const migrations = options.migrations ?? MIGRATIONS;
  await prepareTagFolding();
  try {
    makeFolders(dataDir);
  } catch (thrown) {
    throw storeError(thrown, dataDir);
  }
  const found = withBackup(backupFolder, () => inspect(file, dataDir));
  const newest = migrations.at(-1)?.number ?? 0;
  const newer = found > newest;
  const marker = markRunning(dataDir);
  let connection: Connection | undefined;
  try {
    connection = withBackup(backupFolder, () => connect(file, newer));
    const backUp = (reason: string): Promise<string> =>
      makeBackup(connection as Connection, backupFolder, options.now(), reason);
    if (newer) connection.barWrites('store-newer');
    else await migrate(connection, { migrations, backUp, others: marker.others });
    return compose(options, connection, marker, newer ? 'newer' : 'read-write', backUp);
  } catch (thrown) {
    connection?.close();
    marker.remove();
    throw thrown;
  }
}

function compose(
  { dataDir, checkDelay }: StoreOptions,
  connection: Connection,
  marker: RunningMarker,
  mode: Store['mode'],
  backUp: Store['backUp'],
): Store {
  const originals = openOriginals(dataDir);
  const closing = new AbortController();
  const lastExit =
    marker.crashed.length === 0
      ? Promise.resolve('clean' as const)
      : checkAfterCrash(connection, marker, checkDelay ?? CHECK_DELAY, closing.signal);
  // A check that cannot be done (no memory, no descriptors) must not end the process; the markers stay for next time.
  lastExit.catch(() => undefined);
  return {
    dataDir,
    connection,
    originals,
    mode,
    lastExit,
    backUp,
    check: (tell) => checkStore(connection, originals, tell),
    close: async () => {
      closing.abort();
      await lastExit.catch(() => undefined);
      connection.close();
      marker.remove();
    },
  };
}

/** Looks at the file without writing to it; answers the number of its schema. */
function inspect(file: string, dataDir: string): number {
  if (!fs.existsSync(file)) {
    // A library that was backed up, or that took files in, has been there.
    const isKnown = listBackups(path.join(dataDir, 'backups')).length > 0;
    if (isKnown || openOriginals(dataDir).list().length > 0) {
      throw new ZhupiError('store-damaged', { path: file });
    }
    return 0;
  }
  if (fs.statSync(file).size === 0) {
    // Nothing was ever in it, or all of it is lost: what stands beside it tells.
    const lost = ['originals', 'backups'].some((name) => fs.existsSync(path.join(dataDir, name)));
    if (lost) throw new ZhupiError('store-damaged', { path: file });
    return 0;
  }
  const connection = openConnection(file, { readOnly: true });
  try {
    const version = schemaVersion(connection);
    const id = connection.get<{ application_id: number }>('PRAGMA application_id')?.application_id;
    const tables = connection.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n ?? 0;
    if (tables > 0 && id !== APPLICATION_ID) {
      throw new ZhupiError('store-damaged', { path: file });
    }
    if (isCut(file)) throw new ZhupiError('store-damaged', { path: file });
    return version;
  } finally {
    connection.close();
  }
}

/**
 * Whether the file is shorter than its header says, which SQLite itself notices only when it comes to the missing pages
 * (https://www.sqlite.org/fileformat.html, in-header database size). With a log beside it the rest may be in the log.
 */
function isCut(file: string): boolean {
  const log = `${file}-wal`;
  if (fs.existsSync(log) && fs.statSync(log).size > 0) return false;
  const header = Buffer.alloc(100);
  const handle = fs.openSync(file, 'r');
  try {
    if (fs.readSync(handle, header, 0, 100, 0) < 100) return true;
  } finally {
    fs.closeSync(handle);
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isCurrent = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isCurrent && fs.statSync(file).size < header.readUInt32BE(28) * pageSize;
}

function connect(file: string, readOnly: boolean): Connection {
  const connection = openConnection(file, { readOnly });
  try {
    connection.get('PRAGMA trusted_schema = OFF');
    if (readOnly) return connection;
    connection.get('PRAGMA journal_mode = WAL');
    connection.get('PRAGMA synchronous = FULL');
    // macOS: an fsync there ends in the drive's cache.
    connection.get('PRAGMA fullfsync = ON');
    return connection;
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}

/** Names the newest good backup in a `store-damaged`. */
function withBackup<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof ZhupiError && thrown.code === 'store-damaged')) throw thrown;
    const backup = newestGoodBackup(folder) ?? '';
    throw new ZhupiError(
      'store-damaged',
      { ...thrown.params, ...(backup === '' ? {} : { backup, reason: 'backup' }) },
      { cause: thrown.cause },
    );
  }
}

async function checkAfterCrash(
  connection: Connection,
  marker: RunningMarker,
  delay: number,
  signal: AbortSignal,
): Promise<'whole' | 'damaged'> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, delay);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  const problems = await integrityProblems(connection.path, signal);
  if (problems.length > 0) {
    connection.barWrites('store-damaged');
    return 'damaged';
  }
  if (!signal.aborted) marker.clearCrashed();
  return 'whole';
}
