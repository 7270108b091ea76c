import { assertNever } from '#core/base/assert-never.ts';
import { describeReport } from '#core/export/describe-report.ts';
import { fileStem } from '#core/export/file-name.ts';
import { writeNotesTable } from '#core/export/notes-table.ts';
import { writeWebAnnotations } from '#core/export/web-annotation/write.ts';
import type { ExportAnswer, ReportContent } from '#core/ipc/payloads.ts';
import { buildView, loadConverter } from '#core/script/index.ts';
import { readingOfSource, shownReadingOf } from '#core/text/reading.ts';
import type { DataFormat, ExportData, ExportDataRequest, ExportDeps } from '../library-types.ts';
import { findDataFiles, type DataFiles } from './data-files.ts';
import { chooseReports, prepareFolder, type ChosenReport } from './export-folder.ts';
import { writeSealed } from './write-sealed.ts';

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
  const file = {
    sealId: reportId,
    stem: fileStem(content.metadata.title),
    extension: EXTENSIONS[request.format],
    text: await textOf(content, notes, request),
    annotations: notes.length,
  };
  return writeSealed(file, request.folder, files);
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
      const shownReading = shownReadingOf(content);
      const view = buildView(shownReading, await loadConverter(summary.script, script));
      const report = { reportId, metadata, source, reading, shownReading, view };
      return writeNotesTable(describeReport(report, notes), notes);
    }
    default:
      return assertNever(format);
  }
}
