import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { syncFolder } from '../store/originals.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';

/** Copies the files of a damaged database into damaged/, on the disk when this returns. Answers the copy's path. */
export function setAside(dataDir: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/gu, '');
  const folder = path.join(dataDir, 'damaged', `${stamp}-${randomBytes(3).toString('hex')}`);
  fs.mkdirSync(folder, { recursive: true });
  for (const name of [ARCHIVE_PARTS.database, `${ARCHIVE_PARTS.database}-wal`]) {
    const from = path.join(dataDir, name);
    if (!fs.existsSync(from)) continue;
    const to = path.join(folder, name);
    fs.copyFileSync(from, to);
    const handle = fs.openSync(to, 'r+');
    fs.fsyncSync(handle);
    fs.closeSync(handle);
  }
  syncFolder(folder);
  return path.join(folder, ARCHIVE_PARTS.database);
}

/**
 * One rename, so that there is no moment without a database. A log of the old one beside the new would be read into it; what
 * was in it is in the backup, or set aside.
 */
export function takeDatabase(staged: string, dataDir: string): void {
  const file = path.join(dataDir, ARCHIVE_PARTS.database);
  for (const end of ['-wal', '-shm', '-journal']) fs.rmSync(file + end, { force: true });
  fs.renameSync(staged, file);
  syncFolder(dataDir);
}
