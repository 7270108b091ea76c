import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it. Throws what the file system throws. Node's own recursive `mkdirSync` never comes back
 * where a folder that is there answers that it is not (anything below `/proc` on Linux, tried on Node 20).
 * @param folder absolute
 */
export function makeFolders(folder: string): void {
  if (isThere(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolders(above);
  try {
    fs.mkdirSync(folder);
  } catch (thrown) {
    // Another process may have made it meanwhile.
    if (!isThere(folder)) throw thrown;
  }
}

function isThere(folder: string): boolean {
  return fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
