import fs from 'node:fs';
import path from 'node:path';
import { storeError } from '../store/sqlite-error.ts';
import { writeWhole } from '../store/originals.ts';

/**
 * Writes a file of the user's, whole or not at all: one that is there keeps its permissions, and through a link the file
 * that it leads to is written. Throws `disk-full`, `store-unwritable`.
 */
export function writeUserFile(file: string, bytes: Uint8Array): void {
  const target = linkTarget(file);
  const found = fs.statSync(target, { throwIfNoEntry: false });
  writeWhole(target, bytes, found === undefined ? undefined : found.mode & 0o777);
}

/** The file that a link leads to, there or not; any other path is itself. Throws `store-unwritable` for links in a circle. */
export function linkTarget(file: string): string {
  try {
    const found = fs.lstatSync(file, { throwIfNoEntry: false });
    if (found?.isSymbolicLink() !== true) return file;
    return fs.existsSync(file)
      ? fs.realpathSync(file)
      : path.resolve(path.dirname(file), fs.readlinkSync(file));
  } catch (thrown) {
    throw storeError(thrown, file);
  }
}
