import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { readReportId } from '#core/export/front-matter.ts';

/** Bytes of a file's head that are read to find its `zhupi-id`; front matter is short. */
const HEAD = 16_384;

/** The Markdown files of a folder that carry a `zhupi-id`, by that id: a renamed file is still ours (DESIGN 9.22). */
export interface ExportedFiles {
  readonly byReport: ReadonlyMap<string, string>;
  /** Names in the folder, lower case and NFC, as the least particular file system compares them. */
  readonly names: Set<string>;
}

/** Looks through a folder (not below it). Throws what the file system throws. */
export async function findExportedFiles(folder: string): Promise<ExportedFiles> {
  const byReport = new Map<string, string>();
  const names = new Set<string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    names.add(comparable(entry.name));
    if (!entry.isFile() || !/\.(?:md|markdown)$/iu.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const reportId = readReportId(await readHead(file));
    if (reportId !== null && !byReport.has(reportId)) byReport.set(reportId, file);
  }
  return { byReport, names };
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
export async function readHead(file: string): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/u, '');
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}
