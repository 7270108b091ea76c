import { statSync, type Stats } from 'node:fs';
import { ZhupiError } from '#core/base/app-error.ts';
import type { CommandContext } from './command.ts';

/**
 * The absolute path of a file that a command is to write. Throws `usage` where a folder is named, and where what is there is
 * no file: one that was written takes its place, and a device must keep it.
 * @param word the argument or option that names it
 */
export function fileToWrite(
  { command, resolve }: Pick<CommandContext, 'command' | 'resolve'>,
  word: string,
  given: string,
): string {
  const file = resolve(given, word);
  const usage = (reason: string) => new ZhupiError('usage', { reason, command, word, path: file });
  const found = statIfThere(file);
  if (/[/\\]$/u.test(given) || found?.isDirectory() === true) throw usage('file-is-folder');
  if (found?.isFile() === false) throw usage('file-is-special');
  return file;
}

/** A path that cannot be looked at is told when it is written. */
function statIfThere(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
