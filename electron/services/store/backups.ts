import * as fs from 'node:fs';
import path from 'node:path';
import { backup, DatabaseSync } from '@photostructure/sqlite';
import { ZhupiError } from '#core/base/app-error.ts';
import { backupsToKeep, backupTime, isToCome } from './backup-ring.ts';
import { openConnection, type Connection } from './connection.ts';
import { integrityProblems } from './integrity.ts';
import { removeQuietly, syncFolder } from './originals.ts';
import { storeError } from './sqlite-error.ts';

/**
 * Copies the database with SQLite's online backup into backups/ while others read and write, checks the copy, and lets
 * those go that the ring does not keep. `reason` (lower case letters, digits, hyphens) stands in the name. Answers the
 * file's path. Throws `store-damaged` when what was copied is not whole: no good backup is given up for it.
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
    await copyDatabase(connection.path, temporary);
    await requireWhole(temporary, connection.path);
    fs.renameSync(temporary, file);
    syncFolder(folder);
  } catch (thrown) {
    removeQuietly(temporary);
    throw storeError(thrown, file);
  }
  const all = listBackups(folder, now);
  const kept = backupsToKeep(all, now).add(file);
  for (const old of all) if (!kept.has(old)) fs.rmSync(old, { force: true });
  return file;
}

/**
 * One moment of a database that others read and write, as a single file that needs no log beside it and is on the disk when
 * this returns. All pages in one step: in steps, SQLite begins again with every change that another process makes between
 * them, for minutes under a steady writer. The copying runs on a connection and a thread of its own.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  try {
    await backup(source, to, { rate: -1 });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
  const handle = fs.openSync(to, 'r+');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

async function requireWhole(copy: string, source: string): Promise<void> {
  const [problem] = await integrityProblems(copy);
  if (problem !== undefined) {
    throw new ZhupiError('store-damaged', { path: source }, { cause: new Error(problem) });
  }
}

/**
 * Paths of the backups, newest first. Those of a time to come, made when the clock was wrong, stand last where it is told what
 * the time is: nobody knows how old they are.
 */
export function listBackups(folder: string, now = Number.POSITIVE_INFINITY): readonly string[] {
  let names: readonly string[];
  try {
    names = fs.readdirSync(folder);
  } catch {
    return [];
  }
  const files = names
    .filter((name) => backupTime(name) !== null)
    .sort()
    .reverse()
    .map((name) => path.join(folder, name));
  const isLast = (file: string): boolean => isToCome(file, now);
  return [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
}

/** The newest backup that opens and passes SQLite's own check; undefined when there is none. */
export function newestGoodBackup(folder: string, now = Number.POSITIVE_INFINITY): string | undefined {
  return listBackups(folder, now).find((file) => {
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
