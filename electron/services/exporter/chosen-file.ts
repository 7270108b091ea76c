import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { exportError } from './export-folder.ts';
import { linkTarget, writeUserFile } from './write-user-file.ts';

/**
 * Writes a file where the user wants it, whole or not at all; a file of this name is replaced. Throws
 * `original-target-taken` for a place in the data folder, `export-folder-missing`, `export-folder-unwritable`,
 * `export-disk-full`.
 * @param target absolute; its folder is there
 */
export async function writeChosenFile(
  dataDir: string,
  target: string,
  content: string | Uint8Array,
): Promise<{ readonly path: string }> {
  await requireOutside(dataDir, target);
  let led: string;
  try {
    led = linkTarget(target);
  } catch (thrown) {
    throw exportError(thrown, target);
  }
  // A link out of a harmless folder may lead into the data.
  await requireOutside(dataDir, led);
  try {
    writeUserFile(target, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  } catch (thrown) {
    throw exportError(thrown, target);
  }
  return { path: target };
}

/** Throws `original-target-taken` for a place in the data folder, `export-folder-missing`. */
export async function requireOutside(dataDir: string, target: string): Promise<void> {
  const parent = path.dirname(target);
  let folder: string;
  try {
    folder = await realpath(parent);
  } catch (cause) {
    throw new ZhupiError('export-folder-missing', { path: parent }, { cause });
  }
  const within = path.relative(await realpath(dataDir), folder);
  const isOutside = within === '..' || within.startsWith(`..${path.sep}`) || path.isAbsolute(within);
  if (!isOutside) throw new ZhupiError('original-target-taken', { path: target });
}
