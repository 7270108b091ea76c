import path from 'node:path';
import { toAppError } from '#core/base/app-error.ts';
import { sealText } from '#core/export/sealed-file.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { DataFiles } from './data-files.ts';
import { exportError, sha256Hex } from './export-folder.ts';
import { freeName } from './exported-files.ts';
import { writeUserFile } from './write-user-file.ts';

/** A file that is to be written, its seal still open. */
export interface UnsealedFile {
  /** What the seal names: the report, or what else the file is of. */
  readonly sealId: string;
  /** Name for a new file, without extension. */
  readonly stem: string;
  readonly extension: string;
  readonly text: string;
  /** Notes in it. */
  readonly annotations: number;
}

/**
 * Seals a file and writes it: over the file of an earlier export that nobody has written in, else under a name that is
 * free. Writes nothing when the same stands there. Does not throw: what cannot be written is `refused`.
 */
export function writeSealed(
  { sealId, stem, extension, text, annotations }: UnsealedFile,
  folder: string,
  files: DataFiles,
): ExportAnswer['files'][number] {
  const known = files.untouched.get(sealId);
  const file = known?.file ?? path.join(folder, freeName(stem, files.names, extension));
  const sealed = sealText(text, sha256Hex);
  if (known?.text === sealed) return { path: file, status: 'unchanged', annotations, error: null };
  try {
    writeUserFile(file, Buffer.from(sealed, 'utf8'));
    return { path: file, status: 'written', annotations, error: null };
  } catch (thrown) {
    return { path: file, status: 'refused', annotations: 0, error: toAppError(exportError(thrown, file)) };
  }
}
