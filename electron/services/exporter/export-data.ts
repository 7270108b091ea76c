import path from 'node:path';
import { toAppError } from '#core/base/app-error.ts';
import { assertNever } from '#core/base/assert-never.ts';
import { describeReport } from '#core/export/describe-report.ts';
import { fileStem } from '#core/export/file-name.ts';
import { writeNotesTable } from '#core/export/notes-table.ts';
import { sealText } from '#core/export/sealed-file.ts';
import { writeWebAnnotations } from '#core/export/web-annotation/write.ts';
import type { ExportAnswer, ReportContent } from '#core/ipc/payloads.ts';
import { buildView, loadConverter } from '#core/script/index.ts';
import { readingOfSource } from '#core/text/reading.ts';
import type { DataFormat, ExportData, ExportDataRequest, ExportDeps } from '../library-types.ts';
import { writeWhole } from '../store/originals.ts';
import { findDataFiles, type DataFiles } from './data-files.ts';
import { chooseReports, exportError, prepareFolder, sha256Hex, type ChosenReport } from './export-folder.ts';
import { freeName } from './exported-files.ts';

/**
 * `.json` and not `.jsonld`: the exports of Hypothesis and Recogito are called so, and the dialogs of programs that take
 * annotations in look for it. The seal inside tells ours from any other JSON of the folder.
 */
const EXTENSIONS: Readonly<Record<DataFormat, string>> = { json: '.json', csv: '.csv' };

/**
 * Writes the notes of reports as data, one file a report, into a folder: `json` = a W3C annotation collection, `csv` = a
 * table. A file of an earlier export that nobody has written in since is replaced whole, or `unchanged`; any other file
 * stays, and ours gets the next free name. A file that cannot be written is `refused`; the others go on. Throws
 * `export-folder-missing`, `export-folder-unwritable`, `export-nothing`, `report-unknown`.
 */
export const exportData: ExportData = async (deps, request) => {
  const chosen = chooseReports(deps, request.reportIds, deps.listNotes(null));
  await prepareFolder(request.folder);
  const ids = new Set(chosen.map(({ reportId }) => reportId));
  const files = await findDataFiles(request.folder, EXTENSIONS[request.format], ids);
  const written: ExportAnswer['files'] = [];
  for (const report of chosen) written.push(await exportReport(deps, report, request, files));
  return { files: written };
};

async function exportReport(
  deps: ExportDeps,
  { reportId, notes }: ChosenReport,
  request: ExportDataRequest,
  files: DataFiles,
): Promise<ExportAnswer['files'][number]> {
  const content = deps.reports.openReport(reportId);
  const known = files.untouched.get(reportId);
  const extension = EXTENSIONS[request.format];
  const file =
    known?.file ??
    path.join(request.folder, freeName(fileStem(content.metadata.title), files.names, extension));
  const text = sealText(await textOf(content, notes, request), sha256Hex);
  if (known?.text === text) {
    return { path: file, status: 'unchanged', annotations: notes.length, error: null };
  }
  try {
    writeWhole(file, Buffer.from(text, 'utf8'));
    return { path: file, status: 'written', annotations: notes.length, error: null };
  } catch (thrown) {
    return { path: file, status: 'refused', annotations: 0, error: toAppError(exportError(thrown, file)) };
  }
}

async function textOf(
  content: ReportContent,
  notes: ChosenReport['notes'],
  { format, script }: ExportDataRequest,
): Promise<string> {
  const { summary, metadata, source, version, sourceHash } = content;
  const { reportId } = summary;
  switch (format) {
    case 'json': {
      const report = { reportId, title: metadata.title, version, source, sourceHash };
      return `${JSON.stringify(writeWebAnnotations(report, notes), null, 2)}\n`;
    }
    case 'csv': {
      const reading = readingOfSource(content);
      const view = buildView(reading, await loadConverter(summary.script, script));
      return writeNotesTable(describeReport({ reportId, metadata, source, reading, view }, notes), notes);
    }
    default:
      return assertNever(format);
  }
}
