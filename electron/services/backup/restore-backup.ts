import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { copyDatabase, makeBackup } from '../store/backups.ts';
import { openConnection } from '../store/connection.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { openOriginals, syncFolder, type Originals } from '../store/originals.ts';
import { holdAlone } from '../store/running-marker.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';
import { readDatabaseFacts, type DatabaseFacts } from './database-facts.ts';
import { setAside, takeDatabase } from './place-database.ts';
import { readArchive } from './read-archive.ts';

export interface RestoreAnswer {
  /** Whether everything that the restored library should have is there. */
  readonly ok: boolean;
  /** The backup that was restored. */
  readonly path: string;
  readonly reports: number;
  readonly notes: number;
  /** Originals that came from the backup because they were not there. */
  readonly originals: number;
  /** The backup of the state before; null where there was none, or it was damaged. */
  readonly before: string | null;
  /** Where a damaged database was set aside; null where there was none. */
  readonly setAside: string | null;
  /** Originals that neither the backup nor the data folder has: their paths. */
  readonly missing: readonly string[];
}

/**
 * Puts a backup file (or a database of the folder backups/) in the place of the library, which must not be open anywhere.
 * The backup is unpacked beside the data and checked wholly first; then the state of before is backed up, and a database
 * that is too damaged for that is set aside; then one rename takes the new one in. Originals are only added, never taken
 * away. Whatever fails leaves the library as it was. Throws `backup-invalid`, `backup-newer`, `file-not-found`,
 * `store-locked` (with its holder), `disk-full`, `store-unwritable`.
 */
export async function restoreBackup(dataDir: string, file: string, now: number): Promise<RestoreAnswer> {
  const staging = path.join(dataDir, `restoring-${randomBytes(6).toString('hex')}`);
  try {
    fs.mkdirSync(staging, { recursive: true });
    const originals = openOriginals(dataDir);
    const staged = await stage(file, staging, originals);
    const release = holdAlone(dataDir);
    try {
      const state = await keepPresent(dataDir, now);
      const added = takeOriginals(staged.originals, staging, originals);
      takeDatabase(path.join(staging, ARCHIVE_PARTS.database), dataDir);
      const { reports, notes } = staged.facts;
      const missing = staged.missing.map((hash) => originals.pathOf(hash));
      return { ok: missing.length === 0, path: file, reports, notes, originals: added, ...state, missing };
    } finally {
      release();
    }
  } catch (thrown) {
    throw storeError(thrown, dataDir);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

interface Staged {
  readonly facts: DatabaseFacts;
  /** Hashes of the originals in the staging folder. */
  readonly originals: readonly string[];
  readonly missing: readonly string[];
}

/** Unpacks and checks everything, without touching the library. */
async function stage(file: string, staging: string, present: Originals): Promise<Staged> {
  const database = path.join(staging, ARCHIVE_PARTS.database);
  const isPlain = isDatabase(file);
  const manifest = isPlain ? null : await readArchive(file, staging);
  if (isPlain) await copyPlain(file, database);
  const facts = await readDatabaseFacts(database);
  if (typeof facts === 'string') throw new ZhupiError('backup-invalid', { path: file, problem: facts });
  if (facts.schemaVersion > MIGRATIONS.length) throw new ZhupiError('backup-newer', { path: file });
  const brought = new Set(manifest?.originals.map(({ hash }) => hash));
  const missing = facts.originals.filter((hash) => !brought.has(hash) && !present.isWhole(hash));
  const untold = missing.find((hash) => manifest !== null && !manifest.missing.includes(hash));
  if (untold !== undefined) {
    const problem = `${ARCHIVE_PARTS.original(untold)} is missing`;
    throw new ZhupiError('backup-invalid', { path: file, problem });
  }
  return { facts, originals: [...brought], missing };
}

function isDatabase(file: string): boolean {
  const head = Buffer.alloc(16);
  try {
    const handle = fs.openSync(file, 'r');
    try {
      fs.readSync(handle, head, 0, 16, 0);
    } finally {
      fs.closeSync(handle);
    }
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ZhupiError(isMissing ? 'file-not-found' : 'file-unreadable', { path: file }, { cause });
  }
  // https://www.sqlite.org/fileformat.html, the header string
  return head.toString('latin1') === 'SQLite format 3\0';
}

/** Copies a database of backups/. Throws `backup-invalid` when it cannot be read. */
export async function copyPlain(file: string, to: string): Promise<void> {
  try {
    await copyDatabase(file, to);
  } catch (thrown) {
    const error = storeError(thrown, to);
    if (error instanceof ZhupiError && error.code === 'store-damaged') {
      const problem = thrown instanceof Error ? thrown.message : '';
      throw new ZhupiError('backup-invalid', { path: file, problem }, { cause: thrown });
    }
    throw error;
  }
}

/** Backs up the present database; one that cannot be is copied aside as it is. Its log is empty afterwards. */
async function keepPresent(
  dataDir: string,
  now: number,
): Promise<Pick<RestoreAnswer, 'before' | 'setAside'>> {
  const file = path.join(dataDir, ARCHIVE_PARTS.database);
  if (!fs.existsSync(file)) return { before: null, setAside: null };
  try {
    const connection = openConnection(file);
    try {
      connection.get('SELECT count(*) FROM sqlite_schema');
      const before = await makeBackup(connection, path.join(dataDir, 'backups'), now, 'before-restore');
      return { before, setAside: null };
    } finally {
      connection.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof ZhupiError && thrown.code === 'store-damaged')) throw thrown;
    return { before: null, setAside: setAside(dataDir, now) };
  }
}

/** Moves those originals in that are not there whole. Answers how many. */
function takeOriginals(hashes: readonly string[], staging: string, originals: Originals): number {
  let added = 0;
  for (const hash of hashes) {
    if (originals.isWhole(hash)) continue;
    const to = originals.pathOf(hash);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.renameSync(path.join(staging, ...ARCHIVE_PARTS.original(hash).split('/')), to);
    syncFolder(path.dirname(to));
    added += 1;
  }
  return added;
}
