import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { makeBackup } from '../store/backups.ts';
import { openConnection } from '../store/connection.ts';
import { openOriginals } from '../store/originals.ts';
import { holdAlone } from '../store/running-marker.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';
import { setAside, takeDatabase } from './place-database.ts';
import { takeOriginals, unpackBackup } from './unpack-backup.ts';

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
    const staged = await unpackBackup(file, staging, originals);
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
