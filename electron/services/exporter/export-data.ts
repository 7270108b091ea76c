import { assertNever } from '#core/base/assert-never.ts';
import { fileStem } from '#core/export/file-name.ts';
import { COLLECTION_ID } from '#core/export/markdown-file.ts';
import { writeNotesTable } from '#core/export/notes-table.ts';
import { writeCollectedAnnotations, writeWebAnnotations } from '#core/export/web-annotation/write.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { DataFormat, ExportData } from '../export-types.ts';
import { findDataFiles, onlyFile } from './data-files.ts';
import { chosenNotes, describeChosen, type ChosenContent } from './describe-chosen.ts';
import { prepareFolder } from './export-folder.ts';
import { writeSealed, type UnsealedFile } from './write-sealed.ts';

/**
 * `.json` and not `.jsonld`: the exports of Hypothesis and Recogito are called so, and the dialogs of programs that take
 * annotations in look for it. The seal inside tells ours from any other JSON of the folder.
 */
const EXTENSIONS: Readonly<Record<DataFormat, string>> = { json: '.json', csv: '.csv' };

/**
 * Writes the notes of reports as data, one file a report or one file of all, into a folder: `json` = a W3C annotation
 * collection, `csv` = a table. A file of an earlier export that nobody has written in since is replaced whole, or
 * `unchanged`; any other file stays, and ours gets the next free name. A file that cannot be written is `refused`; the
 * others go on. Throws `export-folder-missing`, `export-folder-unwritable`, `export-nothing`, `report-unknown`.
 */
export const exportData: ExportData = async (deps, request) => {
  const { folder, file, format } = request;
  const chosen = chosenNotes(deps, request, deps.listNotes(null));
  await prepareFolder(folder);
  const extension = EXTENSIONS[format];
  const written: ExportAnswer['files'] = [];
  if (file !== undefined && file !== null) {
    const contents: ChosenContent[] = [];
    for (const report of chosen) contents.push(await describeChosen(deps, report, request));
    const one = dataFile(contents, format, onlyFile(file, extension).stem);
    const files = await findDataFiles(folder, extension, new Set([one.sealId]), file);
    return { files: [writeSealed(one, folder, files)] };
  }
  const files = await findDataFiles(folder, extension, new Set(chosen.map(({ reportId }) => reportId)));
  for (const report of chosen) {
    const content = await describeChosen(deps, report, request);
    const one = dataFile([content], format, fileStem(content.report.metadata.title));
    written.push(writeSealed(one, folder, files));
  }
  return { files: written };
};

function dataFile(contents: readonly ChosenContent[], format: DataFormat, stem: string): UnsealedFile {
  const [first] = contents;
  return {
    sealId: first !== undefined && contents.length === 1 ? first.report.reportId : COLLECTION_ID,
    stem,
    extension: EXTENSIONS[format],
    text: dataText(contents, format, stem),
    annotations: contents.reduce((sum, { notes }) => sum + notes.length, 0),
  };
}

/** The notes of reports as one text; `name` is the collection's where there are several. */
export function dataText(contents: readonly ChosenContent[], format: DataFormat, name: string): string {
  const [only] = contents;
  const isOne = only !== undefined && contents.length === 1;
  switch (format) {
    case 'json': {
      const written = contents.map(({ content, notes, codeNames }) => {
        const { summary, metadata, source, version, sourceHash } = content;
        const { reportId } = summary;
        const report = { reportId, title: metadata.title, version, source, sourceHash, codeNames };
        return { report, notes };
      });
      const [first] = written;
      const document =
        isOne && first !== undefined
          ? writeWebAnnotations(first.report, first.notes)
          : writeCollectedAnnotations(COLLECTION_ID, name, written);
      return `${JSON.stringify(document, null, 2)}\n`;
    }
    case 'csv':
      return writeNotesTable(isOne ? only.report.reportId : COLLECTION_ID, contents);
    default:
      return assertNever(format);
  }
}
