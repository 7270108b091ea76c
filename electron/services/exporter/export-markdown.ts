import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Annotation } from '#core/annotations/record.ts';
import { toAppError } from '#core/base/app-error.ts';
import { describeReport } from '#core/export/describe-report.ts';
import type { ExportedReport } from '#core/export/exported-report.ts';
import { fileStem } from '#core/export/file-name.ts';
import { newMarkdownFile } from '#core/export/markdown-file.ts';
import { mergeMarkdownFile } from '#core/export/markdown-merge.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { buildView, loadConverter } from '#core/script/index.ts';
import { readingOfSource, shownReadingOf } from '#core/text/reading.ts';
import type { ExportDeps, ExportMarkdown, ExportRequest } from '../library-types.ts';
import { writeWhole } from '../store/originals.ts';
import { chooseReports, exportError, prepareFolder, sha256Hex } from './export-folder.ts';
import { findExportedFiles, freeName, type ExportedFiles } from './exported-files.ts';

type ExportedFile = ExportAnswer['files'][number];

/**
 * Writes the notes of reports as Markdown, one file a report, into a folder: new files whole, files of an earlier export
 * merged so that the user's words stay (core/export/markdown-merge.ts). Each file is written by temporary file and rename.
 * A file that cannot be written is `refused` with its error; the others go on. Throws `export-folder-missing`,
 * `export-folder-unwritable`, `export-nothing`, `report-unknown`.
 */
export const exportMarkdown: ExportMarkdown = async (deps, request) => {
  const all = deps.listNotes(null);
  const chosen = chooseReports(deps, request.reportIds, all);
  await prepareFolder(request.folder);
  const files = await findExportedFiles(request.folder);
  const alive = new Set(all.map((note) => note.id));
  const written: ExportedFile[] = [];
  for (const { reportId, notes } of chosen) {
    written.push(await exportReport(deps, reportId, notes, { request, files, alive }));
  }
  return { files: written };
};

interface Target {
  readonly request: ExportRequest;
  readonly files: ExportedFiles;
  readonly alive: ReadonlySet<string>;
}

async function exportReport(
  deps: ExportDeps,
  reportId: string,
  notes: readonly Annotation[],
  { request, files, alive }: Target,
): Promise<ExportedFile> {
  const content = deps.reports.openReport(reportId);
  const { summary, metadata, source } = content;
  const reading = readingOfSource(content);
  const shownReading = shownReadingOf(content);
  const view = buildView(shownReading, await loadConverter(summary.script, request.script));
  const report = describeReport({ reportId, metadata, source, reading, shownReading, view }, notes);
  const known = files.byReport.get(reportId);
  const file = known ?? path.join(request.folder, freeName(fileStem(metadata.title), files.names, '.md'));
  try {
    const status = known === undefined ? writeNew(file, report) : await writeMerged(file, report, alive);
    return { path: file, status, annotations: notes.length, error: null };
  } catch (thrown) {
    return { path: file, status: 'refused', annotations: 0, error: toAppError(exportError(thrown, file)) };
  }
}

function writeNew(file: string, report: ExportedReport): ExportedFile['status'] {
  writeWhole(file, Buffer.from(newMarkdownFile(report, sha256Hex), 'utf8'));
  return 'written';
}

async function writeMerged(
  file: string,
  report: ExportedReport,
  alive: ReadonlySet<string>,
): Promise<ExportedFile['status']> {
  const bytes = await readFile(file);
  const existing = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const merged = mergeMarkdownFile(existing, report, { sha256Hex, isAlive: (id) => alive.has(id) });
  if (merged.text === existing) return 'unchanged';
  writeWhole(file, Buffer.from(merged.text, 'utf8'));
  return 'merged';
}
