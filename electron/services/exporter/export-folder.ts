import { createHash } from 'node:crypto';
import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ExportDeps } from '../export-types.ts';

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A report that is exported, with its notes. */
export interface ChosenReport {
  readonly reportId: string;
  readonly notes: readonly Annotation[];
}

/**
 * Reports asked for, or all that have notes (null). A report whose last note is gone is exported when it is asked for.
 * Throws `export-nothing`.
 */
export function chooseReports(
  deps: ExportDeps,
  reportIds: readonly string[] | null,
  notes: readonly Annotation[],
): readonly ChosenReport[] {
  const byReport = new Map<string, Annotation[]>();
  for (const note of notes) {
    const known = byReport.get(note.reportId);
    if (known === undefined) byReport.set(note.reportId, [note]);
    else known.push(note);
  }
  const listed = (): readonly string[] =>
    deps.reports
      .listReports()
      .map((report) => report.reportId)
      .filter((reportId) => byReport.has(reportId));
  const chosen = reportIds === null ? listed() : [...new Set(reportIds)];
  if (chosen.length === 0) throw new ZhupiError('export-nothing');
  return chosen.map((reportId) => ({ reportId, notes: byReport.get(reportId) ?? [] }));
}

/**
 * Makes the folder where only it is missing; a missing parent is told, so that a typing error makes no tree. Throws
 * `export-folder-missing`, `export-folder-unwritable`.
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') {
      throw new ZhupiError(code === 'ENOENT' ? 'export-folder-missing' : 'export-folder-unwritable', {
        path: folder,
      });
    }
  }
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error('not a folder');
    await access(folder, constants.W_OK | constants.R_OK);
  } catch (thrown) {
    throw new ZhupiError('export-folder-unwritable', { path: folder }, { cause: thrown });
  }
}

/** A vault's folder is never made anew: where it is missing, its disk is, or the user has moved it. Throws `vault-folder-missing`. */
export async function requireVault(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) throw new ZhupiError('vault-folder-missing', { path: folder });
  await prepareFolder(folder);
}

/** The store's codes in the words of an export; a file that is no UTF-8 any more is not ours to rewrite. */
export function exportError(thrown: unknown, file: string): unknown {
  if (thrown instanceof TypeError) {
    return new ZhupiError('file-undecodable', { path: file }, { cause: thrown });
  }
  if (!(thrown instanceof ZhupiError)) return thrown;
  if (thrown.code === 'disk-full') {
    return new ZhupiError('export-disk-full', { path: file }, { cause: thrown });
  }
  if (thrown.code === 'store-unwritable') {
    return new ZhupiError('export-folder-unwritable', { path: path.dirname(file) }, { cause: thrown });
  }
  return thrown;
}
