import * as fs from 'node:fs';
import path from 'node:path';
import { backup } from '@photostructure/sqlite';
import { openConnection, type Connection } from './connection.ts';
import { removeQuietly, syncFolder } from './originals.ts';
import { storeError } from './sqlite-error.ts';

/** How many backups the ring keeps. */
const BACKUP_RING = 10;

const NAME = /^zhupi-\d{8}T\d{9}Z-[a-z0-9-]+\.db$/u;

/**
 * Copies the database with SQLite's online backup into backups/ while others read and write, and lets the oldest go.
 * `reason` (lower case letters, digits, hyphens) stands in the name. Answers the file's path.
 */
export async function makeBackup(
  connection: Connection,
  folder: string,
  now: number,
  reason: string,
): Promise<string> {
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/gu, '');
  const file = path.join(folder, `zhupi-${stamp}-${reason}.db`);
  const temporary = `${file}.tmp`;
  try {
    fs.mkdirSync(folder, { recursive: true });
    await backup(connection.raw, temporary, { rate: 1000 });
    const handle = fs.openSync(temporary, 'r+');
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    fs.renameSync(temporary, file);
    syncFolder(folder);
  } catch (thrown) {
    removeQuietly(temporary);
    throw storeError(thrown, file);
  }
  for (const old of listBackups(folder).slice(BACKUP_RING)) fs.rmSync(old, { force: true });
  return file;
}

/** Paths of the backups, newest first. */
export function listBackups(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = fs.readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name));
}

/** The newest backup that opens and passes SQLite's own check; undefined when there is none. */
export function newestGoodBackup(folder: string): string | undefined {
  return listBackups(folder).find((file) => {
    try {
      const connection = openConnection(file, { readOnly: true });
      try {
        return connection.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
      } finally {
        connection.close();
      }
    } catch {
      return false;
    }
  });
}
