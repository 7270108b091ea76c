import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { hashBytes } from './hashes.ts';
import { storeError } from './sqlite-error.ts';

/** Files as they were imported, by the hash of their bytes: originals/ab/<sha256>, written once, never rewritten. */
export interface Originals {
  pathOf(bytesHash: string): string;
  has(bytesHash: string): boolean;
  /** Whole and on the disk when this returns; does nothing when it is there. Throws `disk-full`, `store-unwritable`. */
  save(bytesHash: string, bytes: Uint8Array): void;
  remove(bytesHash: string): void;
  /** Whether the file is there with the bytes that its name says. */
  isWhole(bytesHash: string): boolean;
}

export function openOriginals(dataDir: string): Originals {
  const pathOf = (bytesHash: string): string =>
    path.join(dataDir, 'originals', bytesHash.slice(0, 2), bytesHash);
  return {
    pathOf,
    has: (bytesHash) => fs.existsSync(pathOf(bytesHash)),
    save: (bytesHash, bytes) => {
      if (!fs.existsSync(pathOf(bytesHash))) writeWhole(pathOf(bytesHash), bytes);
    },
    remove: (bytesHash) => {
      fs.rmSync(pathOf(bytesHash), { force: true });
    },
    isWhole: (bytesHash) => {
      try {
        return hashBytes(fs.readFileSync(pathOf(bytesHash))) === bytesHash;
      } catch {
        return false;
      }
    },
  };
}

/**
 * Writes a file so that after a crash it is there whole or, where one was before, as it was: temporary file beside it,
 * fsync, rename, fsync of the folder. Makes the folder. Throws `disk-full` or `store-unwritable` and leaves nothing.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    fs.mkdirSync(folder, { recursive: true });
    const handle = fs.openSync(temporary, 'wx');
    try {
      for (let done = 0; done < bytes.length;) done += fs.writeSync(handle, bytes, done);
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
