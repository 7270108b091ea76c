import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { hashBytes } from './hashes.ts';
import { makeFolders } from './make-folders.ts';
import { storeError } from './sqlite-error.ts';

/** Files as they were imported, by the hash of their bytes: originals/ab/<sha256>, written once, never rewritten. */
export interface Originals {
  pathOf(bytesHash: string): string;
  has(bytesHash: string): boolean;
  /** Whole and on the disk when this returns; does nothing when it is there. Throws `disk-full`, `store-unwritable`. */
  save(bytesHash: string, bytes: Uint8Array): void;
  /**
   * Saves several that are not there, the waits for the disk side by side: all of them are whole and on the disk when this
   * ends. Throws what `save` throws, with some of them saved, but none by half.
   */
  saveAll(files: readonly OriginalFile[]): Promise<void>;
  remove(bytesHash: string): void;
  /** Hashes of all files that have one for their name. */
  list(): readonly string[];
  /** Whether the file is there with the bytes that its name says. */
  isWhole(bytesHash: string): boolean;
}

export interface OriginalFile {
  readonly bytesHash: string;
  readonly bytes: Uint8Array;
}

export function openOriginals(dataDir: string): Originals {
  const pathOf = (bytesHash: string): string =>
    path.join(dataDir, 'originals', bytesHash.slice(0, 2), bytesHash);
  const folders = new Set<string>();
  return {
    pathOf,
    has: (bytesHash) => fs.existsSync(pathOf(bytesHash)),
    save: (bytesHash, bytes) => {
      if (!fs.existsSync(pathOf(bytesHash))) writeWhole(pathOf(bytesHash), bytes);
    },
    saveAll: async (files) => {
      await writeAllWhole(new Map(files.map(({ bytesHash, bytes }) => [pathOf(bytesHash), bytes])), folders);
    },
    remove: (bytesHash) => {
      fs.rmSync(pathOf(bytesHash), { force: true });
    },
    list: () => filesIn(path.join(dataDir, 'originals')).filter((name) => /^[0-9a-f]{64}$/u.test(name)),
    isWhole: (bytesHash) => {
      try {
        return hashBytes(fs.readFileSync(pathOf(bytesHash))) === bytesHash;
      } catch {
        return false;
      }
    },
  };
}

function filesIn(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
}

/**
 * Writes a file so that after a crash it is there whole or, where one was before, as it was: temporary file beside it,
 * fsync, rename, fsync of the folder. Makes the folder. Throws `disk-full` or `store-unwritable` and leaves nothing.
 * @param mode permissions of the file; left out, those of a new one
 */
export function writeWhole(file: string, bytes: Uint8Array, mode?: number): void {
  const folder = path.dirname(file);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    makeFolders(folder);
    const handle = openWritten(temporary, bytes, mode);
    try {
      // The mask of the process has taken some from what was asked for.
      if (mode !== undefined) fs.fchmodSync(handle, mode);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(temporary, file);
    syncFolder(folder);
  } catch (thrown) {
    removeQuietly(temporary);
    throw storeError(thrown, file);
  }
}

/**
 * The same for several files at once: the waits for the disk run side by side, which file systems turn into few writes, and
 * each folder is synced once. No file gets its name before all are on the disk. Folders that are known need not be made.
 */
async function writeAllWhole(files: ReadonlyMap<string, Uint8Array>, known: Set<string>): Promise<void> {
  const batch = randomBytes(6).toString('hex');
  const writes = [...files].map(([file, bytes]) => ({ file, bytes, temporary: `${file}.${batch}.tmp` }));
  const folders = [...new Set(writes.map(({ file }) => path.dirname(file)))];
  try {
    for (const folder of folders) {
      if (!known.has(folder)) makeFolders(folder);
      known.add(folder);
    }
    await syncSideBySide(writes, ({ temporary, bytes }) => openWritten(temporary, bytes));
    for (const { temporary, file } of writes) fs.renameSync(temporary, file);
    if (process.platform !== 'win32') await syncSideBySide(folders, (folder) => fs.openSync(folder, 'r'));
  } catch (thrown) {
    // A folder may have been taken away from outside: next time it is made again.
    for (const folder of folders) known.delete(folder);
    for (const { temporary } of writes) removeQuietly(temporary);
    throw storeError(thrown, writes[0]?.file ?? '');
  }
}

const fsync = promisify(fs.fsync);

/**
 * Opens, waits until all is on the disk, and closes. Only the wait goes over the pool of threads: the way there takes longer
 * than the other calls. All have ended when this ends; throws what the first that failed threw.
 */
async function syncSideBySide<Item>(items: readonly Item[], open: (item: Item) => number): Promise<void> {
  const handles: number[] = [];
  try {
    for (const item of items) handles.push(open(item));
    for (const result of await Promise.allSettled(handles.map((handle) => fsync(handle)))) {
      if (result.status === 'rejected') throw result.reason;
    }
  } finally {
    for (const handle of handles) fs.closeSync(handle);
  }
}

/** A new file with these bytes, still open. Throws what the file system throws; then it is closed. */
function openWritten(file: string, bytes: Uint8Array, mode?: number): number {
  const handle = fs.openSync(file, 'wx', mode);
  try {
    for (let done = 0; done < bytes.length;) done += fs.writeSync(handle, bytes, done);
    return handle;
  } catch (thrown) {
    fs.closeSync(handle);
    throw thrown;
  }
}

/** Makes a rename last through a power cut; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Clears up after a failure, which is the one to tell; a leftover .tmp file is in nobody's way. */
export function removeQuietly(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // Said above.
  }
}
