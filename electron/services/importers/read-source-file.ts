import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { ZhupiError } from '#core/base/app-error.ts';
import { PACK_EXTENSION } from '../packs/pack-format.ts';
import type { ImportedText, Importer } from './importer.ts';
import { fileError, requireFile, requireKind } from './plain-file.ts';
import { meantPath, shownParams, systemPath } from './system-path.ts';
import { IMPORTERS } from './text-importer.ts';

/** A file on its way in. */
export interface SourceFile extends ImportedText {
  readonly bytes: Uint8Array;
}

/** Larger files are refused before they are read. */
export const MOST_MEGABYTES = 64;

/** All kinds that an import takes, for the sentence that lists them. */
export const IMPORTED_KINDS: readonly string[] = [
  ...IMPORTERS.flatMap((importer) => importer.kinds),
  PACK_EXTENSION,
];

/** White space, controls and zero-width characters: a text of nothing else is empty. */
const BLANK = /^[\s\0\u200B-\u200F\u2060\uFEFF]*$/u;

/** The importer for a file by the end of its name; undefined when there is none. */
export function importerFor(file: string): Importer | undefined {
  const kind = path.extname(file).toLowerCase();
  return IMPORTERS.find((importer) => importer.kinds.includes(kind));
}

/**
 * Reads a file into its source text.
 * @throws ZhupiError with the path: `file-kind-unknown`, `file-not-found`, `file-unreadable`, `file-too-large`,
 * `file-empty`, `file-not-text`, `file-undecodable`
 */
export async function readSourceFile(file: string): Promise<SourceFile> {
  const meant = await meantPath(file);
  try {
    return await readSourceBytes(await readFileBytes(meant), meant);
  } catch (error) {
    throw error instanceof ZhupiError
      ? new ZhupiError(error.code, shownParams(error), { cause: error })
      : error;
  }
}

/**
 * The bytes of a file that an import takes.
 * @throws ZhupiError with the path: `file-kind-unknown`, `file-not-found`, `file-unreadable`, `file-too-large`, `file-empty`
 */
export async function readFileBytes(file: string): Promise<Uint8Array> {
  // What is not there, or is a folder, has no kind.
  if (importerFor(file) === undefined) await requireFile(file);
  knownImporter(file);
  const bytes = await readBytes(file);
  if (bytes.length === 0) throw new ZhupiError('file-empty', { path: file });
  return bytes;
}

/**
 * Reads bytes that have the kind of a file of this name into their source text.
 * @throws ZhupiError with the path: `file-kind-unknown`, `file-empty`, `file-not-text`, `file-undecodable`
 */
export async function readSourceBytes(bytes: Uint8Array, file: string): Promise<SourceFile> {
  const importer = knownImporter(file);
  try {
    const text = await importer.read(bytes, file);
    if (BLANK.test(text.source)) throw new ZhupiError('file-empty');
    return { ...text, bytes };
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
    throw new ZhupiError(error.code, { ...error.params, path: file }, { cause: error });
  }
}

function knownImporter(file: string): Importer {
  const importer = importerFor(file);
  if (importer !== undefined) return importer;
  throw new ZhupiError('file-kind-unknown', { path: file, kinds: IMPORTED_KINDS.join(' ') });
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const place = systemPath(file);
    const about = isMainThread ? await stat(place) : statSync(place);
    requireKind(about, file);
    if (about.size > MOST_MEGABYTES * 1024 * 1024) {
      throw new ZhupiError('file-too-large', { path: file, limit: MOST_MEGABYTES });
    }
    // A thread for imports has nothing else to do meanwhile; the way over the pool of threads takes longer than the reading.
    return isMainThread ? await readFile(place) : readFileSync(place);
  } catch (cause) {
    if (cause instanceof ZhupiError) throw cause;
    throw fileError(cause, file);
  }
}
