import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isSealed, readSeal } from '#core/export/sealed-file.ts';
import { comparable, readHead } from './exported-files.ts';
import { sha256Hex } from './export-folder.ts';

/** The sealed files of a folder, by report: those that stand as we wrote them, with their text. */
export interface DataFiles {
  readonly untouched: ReadonlyMap<string, { readonly file: string; readonly text: string }>;
  /** Names in the folder as {@link comparable} has them. */
  readonly names: Set<string>;
}

/**
 * Looks through a folder (not below it) for files of an extension (`.json`) that carry the seal of one of these reports. One
 * that somebody has written in since is theirs and not among the answers. With `only`, the file of that name is the only one
 * that may be ours. Throws what the file system throws.
 */
export async function findDataFiles(
  folder: string,
  extension: string,
  reportIds: ReadonlySet<string>,
  only?: string,
): Promise<DataFiles> {
  const untouched = new Map<string, { file: string; text: string }>();
  const names = new Set<string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    names.add(comparable(entry.name));
    if (only !== undefined && entry.name !== only) continue;
    if (!entry.isFile() || path.extname(entry.name).toLowerCase() !== extension) continue;
    const file = path.join(folder, entry.name);
    const reportId = readSeal(await readHead(file))?.reportId;
    if (reportId === undefined || !reportIds.has(reportId) || untouched.has(reportId)) continue;
    const text = await readFile(file, 'utf8').catch(() => '');
    if (isSealed(text, sha256Hex)) untouched.set(reportId, { file, text });
  }
  return { untouched, names };
}

/** The stem of a file that the user named, with our extension or without. */
export function onlyFile(file: string, extension: string): { readonly stem: string } {
  return { stem: file.toLowerCase().endsWith(extension) ? file.slice(0, -extension.length) : file };
}
