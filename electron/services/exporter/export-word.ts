import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { toAppError } from '#core/base/app-error.ts';
import { fileStem } from '#core/export/file-name.ts';
import { COLLECTION_ID } from '#core/export/markdown-file.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { ExportMarkdown } from '../export-types.ts';
import { onlyFile } from './data-files.ts';
import { chosenNotes, describeChosen, type ChosenContent } from './describe-chosen.ts';
import { exportError, prepareFolder } from './export-folder.ts';
import { comparable, freeName } from './exported-files.ts';
import { wordDocument } from './word/word-document.ts';
import { readWordSeal } from './word/word-seal.ts';
import { writeUserFile } from './write-user-file.ts';

const EXTENSION = '.docx';

/**
 * Writes the notes of reports as Word files, one a report or one of all, into a folder. A file of an earlier export that
 * nobody has written in since is replaced whole, or `unchanged`; any other file stays, and ours gets the next free name. A
 * file that cannot be written is `refused`; the others go on. Throws what export-data.ts throws.
 */
export const exportWord: ExportMarkdown = async (deps, request) => {
  const { folder, file } = request;
  const chosen = chosenNotes(deps, request, deps.listNotes(null));
  await prepareFolder(folder);
  const written: ExportAnswer['files'] = [];
  if (file !== undefined && file !== null) {
    const contents: ChosenContent[] = [];
    for (const report of chosen) contents.push(await describeChosen(deps, report, request));
    const only = contents.length === 1 ? contents[0]?.report.reportId : undefined;
    const known = await findWordFiles(folder, file);
    return {
      files: [
        await writeWord(folder, known, only ?? COLLECTION_ID, onlyFile(file, EXTENSION).stem, contents),
      ],
    };
  }
  const known = await findWordFiles(folder);
  for (const report of chosen) {
    const content = await describeChosen(deps, report, request);
    const stem = fileStem(content.report.metadata.title);
    written.push(await writeWord(folder, known, report.reportId, stem, [content]));
  }
  return { files: written };
};

interface WordFiles {
  /** Files that stand as we wrote them, by what their seals name. */
  readonly untouched: ReadonlyMap<string, { readonly file: string; readonly hash: string }>;
  readonly names: Set<string>;
}

/** With `only`, the file of that name is the only one that may be ours. */
async function findWordFiles(folder: string, only?: string): Promise<WordFiles> {
  const untouched = new Map<string, { file: string; hash: string }>();
  const names = new Set<string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    names.add(comparable(entry.name));
    if (only !== undefined && entry.name !== only) continue;
    if (!entry.isFile() || path.extname(entry.name).toLowerCase() !== EXTENSION) continue;
    const file = path.join(folder, entry.name);
    const bytes = await readFile(file).catch(() => null);
    const seal = bytes === null ? null : readWordSeal(bytes);
    if (seal?.isUntouched !== true || untouched.has(seal.sealId)) continue;
    untouched.set(seal.sealId, { file, hash: seal.hash });
  }
  return { untouched, names };
}

async function writeWord(
  folder: string,
  files: WordFiles,
  sealId: string,
  stem: string,
  contents: readonly ChosenContent[],
): Promise<ExportAnswer['files'][number]> {
  const known = files.untouched.get(sealId);
  const file = known?.file ?? path.join(folder, freeName(stem, files.names, EXTENSION));
  const annotations = contents.reduce((sum, { notes }) => sum + notes.length, 0);
  try {
    const bytes = await wordDocument(sealId, stem, contents);
    if (known !== undefined && readWordSeal(bytes)?.hash === known.hash) {
      return { path: file, status: 'unchanged', annotations, error: null };
    }
    writeUserFile(file, bytes);
    return { path: file, status: 'written', annotations, error: null };
  } catch (thrown) {
    return { path: file, status: 'refused', annotations: 0, error: toAppError(exportError(thrown, file)) };
  }
}
