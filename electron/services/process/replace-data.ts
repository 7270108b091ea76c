import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import { backupTime } from '../store/backup-ring.ts';
import { listBackups } from '../store/backups.ts';

/** Puts damaged data together again, while no library is open; answers what the user must read. */
export async function recoverData(dataDir: string, now: number): Promise<LibraryNotice> {
  const { recoverLibrary } = await import('../backup/recover-library.ts');
  const { reports, notes, setAside, backup, lost, remade, unread } = await recoverLibrary(dataDir, now);
  const backupOf = backup === null ? null : backupTime(backup);
  return { kind: 'recovered', reports, notes, setAside, backupOf, lost: [...lost], remade, unread };
}

/**
 * Puts the backup of this name (in backups/) in the place of the data, while no library is open; answers what the user must
 * read. Throws `file-not-found` for a name that is none of them, and what restoreBackup throws.
 */
export async function restoreData(dataDir: string, name: string, now: number): Promise<LibraryNotice> {
  const folder = path.join(dataDir, 'backups');
  const file = listBackups(folder).find((backup) => path.basename(backup) === name);
  if (file === undefined) throw new ZhupiError('file-not-found', { path: path.join(folder, name) });
  const { restoreBackup } = await import('../backup/restore-backup.ts');
  const { reports, notes, before, setAside, missing } = await restoreBackup(dataDir, file, now);
  const madeAt = backupTime(file) ?? 0;
  return { kind: 'restored', reports, notes, madeAt, before, setAside, missing: missing.length };
}
