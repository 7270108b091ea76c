import * as fs from 'node:fs';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { copyDatabase } from '../store/backups.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { syncFolder, type Originals } from '../store/originals.ts';
import { fileError, requireFile } from '../importers/plain-file.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';
import { readDatabaseFacts, type DatabaseFacts } from './database-facts.ts';
import { readArchive } from './read-archive.ts';

/** A backup in a folder of its own. */
export interface UnpackedBackup {
  readonly facts: DatabaseFacts;
  /** Hashes of the originals in the staging folder. */
  readonly originals: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Unpacks a backup file, or copies a database, into a folder and checks everything, without touching the library. Throws
 * `backup-invalid`, `backup-newer`, `file-not-found`, `file-unreadable`.
 */
export async function unpackBackup(
  file: string,
  staging: string,
  present: Originals,
): Promise<UnpackedBackup> {
  const database = path.join(staging, ARCHIVE_PARTS.database);
  await requireFile(file);
  const isPlain = isDatabase(file);
  const manifest = isPlain ? null : await readArchive(file, staging);
  if (isPlain) await copyPlain(file, database);
  const facts = await readDatabaseFacts(database);
  if (typeof facts === 'string') {
    throw new ZhupiError('backup-invalid', { path: file }, { cause: new Error(facts) });
  }
  if (facts.schemaVersion > MIGRATIONS.length) throw new ZhupiError('backup-newer', { path: file });
  const brought = new Set(manifest?.originals.map(({ hash }) => hash));
  const missing = facts.originals.filter((hash) => !brought.has(hash) && !present.isWhole(hash));
  const untold = missing.find((hash) => manifest !== null && !manifest.missing.includes(hash));
  if (untold !== undefined) {
    const problem = `${ARCHIVE_PARTS.original(untold)} is missing`;
    throw new ZhupiError('backup-invalid', { path: file }, { cause: new Error(problem) });
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
    throw fileError(cause, file);
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
      throw new ZhupiError('backup-invalid', { path: file }, { cause: thrown });
    }
    throw error;
  }
}

/** Moves those originals in that are not there whole. Answers how many. */
export function takeOriginals(hashes: readonly string[], staging: string, originals: Originals): number {
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
