import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Folder of real texts that tests measure on: ZHUPI_SHARED, else `shared` beside the checkout. */
export const sharedFolder = process.env['ZHUPI_SHARED'] ?? path.join(path.dirname(checkout), 'shared');

/** Absolute path of a file below the folder of real texts. */
export function sharedPath(...parts: readonly string[]): string {
  return path.join(sharedFolder, ...parts);
}
