import { readFile, stat } from 'node:fs/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { readWebAnnotations, type ImportedNotes } from '#core/export/web-annotation/read.ts';
import { fileError, requireFile } from '../importers/plain-file.ts';

const MOST_MEGABYTES = 64;

/**
 * The notes of a JSON file. Throws, with the path, `file-not-found`, `file-unreadable`, `file-too-large`, and
 * `notes-file-invalid` for a file that holds none.
 */
export async function readNotesFile(file: string): Promise<ImportedNotes> {
  const text = await readText(file);
  try {
    return readWebAnnotations(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch (thrown) {
    throw new ZhupiError('notes-file-invalid', { path: file }, { cause: thrown });
  }
}

async function readText(file: string): Promise<string> {
  await requireFile(file);
  try {
    const { size } = await stat(file);
    if (size > MOST_MEGABYTES * 1024 * 1024) {
      throw new ZhupiError('file-too-large', { path: file, limit: MOST_MEGABYTES });
    }
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw thrown instanceof ZhupiError ? thrown : fileError(thrown, file);
  }
}
