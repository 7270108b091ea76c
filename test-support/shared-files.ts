import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Folder of real texts that tests measure on: ZHUPI_SHARED, else `shared` beside the checkout. */
export const sharedFolder = process.env['ZHUPI_SHARED'] ?? path.join(path.dirname(checkout), 'shared');

/** Whether the real texts are there; the `shared` test project is left out, aloud, where they are not. */
export const sharedIsThere = existsSync(path.join(sharedFolder, 'reports'));

/** Absolute path of a file below the folder of real texts. */
export function sharedPath(...parts: readonly string[]): string {
  return path.join(sharedFolder, ...parts);
}
