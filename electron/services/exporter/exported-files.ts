import type { Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { readReportId } from '#core/export/front-matter.ts';

/** Bytes of a file's head that are read to find what it is of. */
const HEAD = 16_384;
/** Front matter that is longer is no one's. */
const LONGEST_HEAD = 4_194_304;

/** The Markdown files of a folder that carry a `zhupi-id`, by that id: a renamed file is still ours (DESIGN 9.22). */
export interface ExportedFiles {
  /** One or more files a report: the user may have copied one. */
  readonly byReport: ReadonlyMap<string, readonly string[]>;
  /** Names in the folder, lower case and NFC, as the least particular file system compares them. */
  readonly names: Set<string>;
}

/** Looks through a folder (not below it), links to files included. Throws what the file system throws. */
export async function findExportedFiles(folder: string): Promise<ExportedFiles> {
  const byReport = new Map<string, string[]>();
  const names = new Set<string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    names.add(comparable(entry.name));
    if (!/\.(?:md|markdown)$/iu.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (!(await isFile(entry, folder))) continue;
    const reportId = readReportId(await readFrontMatterHead(file));
    if (reportId === null) continue;
    const known = byReport.get(reportId);
    if (known === undefined) byReport.set(reportId, [file]);
    else known.push(file);
  }
  return { byReport, names };
}

/**
 * Which of several files of a report is the one to keep up to date, and the others, which are copies: the file that has the
 * report's own name, else the one with the shortest, by which copies are told (`X - 副本.md`, `X copy.md`).
 */
export function fileAndCopies(
  files: readonly string[],
  stem: string,
): { readonly file: string | undefined; readonly copies: readonly string[] } {
  const rank = (file: string): number =>
    comparable(path.parse(file).name) === comparable(stem) ? 0 : file.length;
  const [file, ...copies] = files.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { file, copies };
}

/** A file, or a link to one that does not stand in the same folder under its own name. */
async function isFile(entry: Dirent, folder: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    const target = await realpath(path.join(folder, entry.name));
    return (await stat(target)).isFile() && path.dirname(target) !== (await realpath(folder));
  } catch {
    return false;
  }
}

/** A name for a new file that no file of the folder has; it is taken from then on. */
export function freeName(stem: string, names: Set<string>, extension: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}${extension}` : `${stem} (${number})${extension}`;
    if (names.has(comparable(name))) continue;
    names.add(comparable(name));
    return name;
  }
}

/** A name as the least particular file system compares it. */
export function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The head of a file as text; empty where it cannot be read: then it is not ours to touch. */
export async function readHead(file: string, length = HEAD): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return decodeHead(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

/** A file that the user's editor saved as UTF-16 is known for what it is, to be told; in other encodings ids are ASCII. */
function decodeHead(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The head of a file with the whole of its front matter. */
async function readFrontMatterHead(file: string): Promise<string> {
  for (let length = HEAD; ; length *= 4) {
    const head = await readHead(file, length);
    const isOpen = head.startsWith('---') && !/\n---[ \t]*\r?\n/u.test(head);
    if (!isOpen || length >= LONGEST_HEAD || Buffer.byteLength(head) < length - 4) return head;
  }
}
