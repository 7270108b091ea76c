import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Annotation } from '#core/annotations/record.ts';
import { toAppError } from '#core/base/app-error.ts';
import type { ExportedReport } from '#core/export/exported-report.ts';
import { fileStem } from '#core/export/file-name.ts';
import { newMarkdownFile } from '#core/export/markdown-file.ts';
import { mergeMarkdownFile } from '#core/export/markdown-merge.ts';
import type { MarkdownStyle } from '#core/export/markdown-style.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { ExportDeps, ExportMarkdown, ExportRequest } from '../export-types.ts';
import { chosenNotes, collected, describeChosen, styleOf, type ChosenContent } from './describe-chosen.ts';
import {
  chooseReports,
  exportError,
  prepareFolder,
  requireVault,
  sha256Hex,
  type ChosenReport,
} from './export-folder.ts';
import { fileAndCopies, findExportedFiles, freeName } from './exported-files.ts';
import { writeUserFile } from './write-user-file.ts';

type ExportedFile = ExportAnswer['files'][number];

/**
 * Writes the notes of reports as Markdown, one file a report, into a folder, or all into one file: new files whole, files of
 * an earlier export merged so that the user's words stay (core/export/markdown-merge.ts). Each file is written by temporary
 * file and rename. A file that cannot be written is `refused` with its error; the others go on. Throws
 * `export-folder-missing`, `export-folder-unwritable`, `export-nothing`, `report-unknown`, `template-unknown`,
 * `template-invalid`.
 */
export const exportMarkdown: ExportMarkdown = async (deps, request) => {
  const all = deps.listNotes(null);
  if (request.isVault === true) return exportVault(deps, request, all);
  const chosen = chosenNotes(deps, request, all);
  // A fault in the form of a template is told before anything is made.
  styleOf(deps, request, []);
  await prepareFolder(request.folder);
  const alive = new Set(all.map((note) => note.id));
  if (request.file !== undefined && request.file !== null) {
    const contents: ChosenContent[] = [];
    for (const report of chosen) contents.push(await describeChosen(deps, report, request));
    const file = path.join(request.folder, request.file);
    const report = collected(path.parse(file).name, contents);
    const target = { file, isNew: !existsSync(file) };
    return {
      files: [await writeReport(target, report, { request, alive, style: styleOf(deps, request, contents) })],
    };
  }
  const files = await findExportedFiles(request.folder);
  return { files: await writeReports(deps, chosen, { request, alive, files }) };
};

/**
 * A vault is written where it is, or not at all; a report whose last note is gone loses its blocks, and one that never had
 * any gets no file.
 */
async function exportVault(
  deps: ExportDeps,
  request: ExportRequest,
  all: readonly Annotation[],
): Promise<ExportAnswer> {
  styleOf(deps, request, []);
  await requireVault(request.folder);
  const files = await findExportedFiles(request.folder);
  const noted = new Set(all.map((note) => note.reportId));
  const known = new Set(deps.reports.listReports().map((report) => report.reportId));
  const wanted = request.reportIds ?? [...noted, ...files.byReport.keys()];
  const ids = wanted.filter((id) => known.has(id) && (noted.has(id) || files.byReport.has(id)));
  if (ids.length === 0) return { files: [] };
  const alive = new Set(all.map((note) => note.id));
  return { files: await writeReports(deps, chooseReports(deps, ids, all), { request, alive, files }) };
}

async function writeReports(
  deps: ExportDeps,
  chosen: readonly ChosenReport[],
  {
    request,
    alive,
    files,
  }: Pick<How, 'request' | 'alive'> & { readonly files: Awaited<ReturnType<typeof findExportedFiles>> },
): Promise<ExportedFile[]> {
  const written: ExportedFile[] = [];
  for (const report of chosen) {
    const content = await describeChosen(deps, report, request);
    const stem = fileStem(content.report.metadata.title);
    const { file: known, copies } = fileAndCopies(files.byReport.get(report.reportId) ?? [], stem);
    const file = known ?? path.join(request.folder, freeName(stem, files.names, '.md'));
    const style = styleOf(deps, request, [content]);
    const target = { file, isNew: known === undefined };
    const told = await writeReport(target, content.report, { request, alive, style });
    written.push(copies.length === 0 ? told : { ...told, copies: [...copies] });
  }
  return written;
}

interface How {
  readonly request: ExportRequest;
  readonly alive: ReadonlySet<string>;
  readonly style: MarkdownStyle | undefined;
}

async function writeReport(
  { file, isNew }: { readonly file: string; readonly isNew: boolean },
  report: ExportedReport,
  how: How,
): Promise<ExportedFile> {
  try {
    const written = isNew ? writeNew(file, report, how) : await writeMerged(file, report, how);
    return { path: file, ...written, annotations: report.notes.length, error: null };
  } catch (thrown) {
    return { path: file, status: 'refused', annotations: 0, error: toAppError(exportError(thrown, file)) };
  }
}

type Written = Pick<ExportedFile, 'status' | 'conflicts'>;

function writeNew(file: string, report: ExportedReport, { style }: How): Written {
  writeUserFile(file, Buffer.from(newMarkdownFile(report, sha256Hex, style), 'utf8'));
  return { status: 'written' };
}

async function writeMerged(
  file: string,
  report: ExportedReport,
  { request, alive, style }: How,
): Promise<Written> {
  const bytes = await readFile(file);
  const existing = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const { text, conflicts } = mergeMarkdownFile(existing, report, {
    sha256Hex,
    isAlive: (id) => alive.has(id),
    deleted: request.deleted ?? 'remove',
    style,
  });
  const told = conflicts === 0 ? {} : { conflicts };
  if (text === existing) return { status: 'unchanged', ...told };
  writeUserFile(file, Buffer.from(text, 'utf8'));
  return { status: 'merged', ...told };
}
