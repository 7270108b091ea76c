import { statSync } from 'node:fs';
import { ZhupiError } from '#core/base/app-error.ts';
import type { CommandContext } from './command.ts';

/**
 * The absolute path of a file that a command is to write. Throws `usage` where a folder is named.
 * @param word the argument or option that names it
 */
export function fileToWrite(
  { command, resolve }: Pick<CommandContext, 'command' | 'resolve'>,
  word: string,
  given: string,
): string {
  const file = resolve(given);
  const isFolder = /[/\\]$/u.test(given) || statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) throw new ZhupiError('usage', { reason: 'file-is-folder', command, word, path: file });
  return file;
}
