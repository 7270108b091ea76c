import { readFile } from 'node:fs/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { fileStem } from '#core/export/file-name.ts';
import { requireOutside, writeChosenFile } from '../exporter/chosen-file.ts';
import { openContent } from '../notes/reports.ts';
import { placeOfReport, versionState } from '../store/report-table.ts';
import { versionOrigin, type VersionOrigin } from '../store/version-table.ts';
import type { ReportChangesDeps } from './deps.ts';

/** How the current version of a report was made of its file. Throws `report-unknown`, `original-missing`. */
export function originOf(deps: ReportChangesDeps, reportId: string): VersionOrigin {
  const { connection, originals } = deps;
  const { hasOriginal } = openContent(deps, reportId);
  const isStored = placeOfReport(connection, reportId) === 'library';
  const origin = isStored
    ? versionOrigin(connection, reportId, versionState(connection, reportId).version)
    : undefined;
  if (!hasOriginal || origin === undefined || !originals.has(origin.bytesHash)) {
    throw new ZhupiError('original-missing', { reportId });
  }
  return origin;
}

/** The bytes of a report's file. Throws `original-missing` when they are not there any more. */
export async function originalBytes(
  { originals }: ReportChangesDeps,
  reportId: string,
  { bytesHash }: VersionOrigin,
): Promise<Uint8Array> {
  try {
    return await readFile(originals.pathOf(bytesHash));
  } catch (cause) {
    throw new ZhupiError('original-missing', { reportId }, { cause });
  }
}

/** A name for a report's file: its title, with the ending that such files have. Throws as {@link originOf}. */
export function originalName(deps: ReportChangesDeps, reportId: string): string {
  const { adapter, format } = originOf(deps, reportId);
  const kind = adapter.split('@')[0] ?? '';
  return `${fileStem(openContent(deps, reportId).metadata.title)}.${kind === 'text' ? format : kind}`;
}

/**
 * Copies the file that a report's current text came from, byte for byte, whole or not at all. Throws `report-unknown`,
 * `original-missing`, `original-target-taken` for a place in the data folder, `export-folder-unwritable`, `export-disk-full`.
 * @param target absolute; its folder is there, a file of this name is replaced
 */
export async function copyOriginal(
  deps: ReportChangesDeps,
  { reportId, path: target }: { readonly reportId: string; readonly path: string },
): Promise<{ readonly path: string }> {
  const origin = originOf(deps, reportId);
  await requireOutside(deps.dataDir, target);
  return writeChosenFile(deps.dataDir, target, await originalBytes(deps, reportId, origin));
}
