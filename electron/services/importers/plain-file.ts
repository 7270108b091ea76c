import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { systemPath } from './system-path.ts';

/** Throws `file-not-found`, and `file-unreadable` for a folder, a device or a pipe: opening a pipe may wait for ever. */
export async function requireFile(file: string): Promise<void> {
  try {
    requireKind(await stat(systemPath(file)), file);
  } catch (cause) {
    throw cause instanceof ZhupiError ? cause : fileError(cause, file);
  }
}

/** Throws `file-unreadable` for what is no plain file. */
export function requireKind(about: Stats, file: string): void {
  if (about.isDirectory()) throw folderError(file);
  if (!about.isFile()) throw new ZhupiError('file-unreadable', { path: file, reason: 'special' });
}

/** What the file system said about a path, as an error with a code. */
export function fileError(cause: unknown, file: string): ZhupiError {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EISDIR') return folderError(file, cause);
  return new ZhupiError(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { path: file }, { cause });
}

function folderError(file: string, cause?: unknown): ZhupiError {
  return new ZhupiError('file-unreadable', { path: file, reason: 'folder' }, { cause });
}
