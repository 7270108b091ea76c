import { codeMatrix, type CodeMatrix } from '#core/annotations/codes-matrix.ts';
import { labelOfCode } from '#core/annotations/codes-names.ts';
import { codesOfProject, DEFAULT_PROJECT, inTreeOrder } from '#core/annotations/codes-tree.ts';
import type { Locale } from '#core/base/locale.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { writeCodesTable } from '#core/export/codes-table.ts';
import { writeChosenFile } from '../exporter/chosen-file.ts';
import type { ReportReader } from '../report-types.ts';
import { listCodes } from '../store/code-table.ts';
import { findProject } from '../store/project-table.ts';
import type { Connection } from '../store/connection.ts';
import { countByCode } from './count-by-code.ts';

export interface CodeTableDeps {
  readonly connection: Connection;
  readonly dataDir: string;
  readonly reports: Pick<ReportReader, 'listReports'>;
}

/** Codes × reports of a project, in the order of the lists. Throws `project-unknown`. */
function projectMatrix({ connection, reports }: CodeTableDeps, projectId: string): CodeMatrix {
  if (findProject(connection, projectId) === null) throw new ZhupiError('project-unknown', { id: projectId });
  const all = listCodes(connection);
  const codes = projectId === DEFAULT_PROJECT ? all : codesOfProject(all, projectId);
  return codeMatrix(
    inTreeOrder(codes).map(({ code }) => code.id),
    reports.listReports().map(({ reportId }) => reportId),
    countByCode(connection, projectId),
  );
}

/**
 * Writes the table of a project's codes and reports as CSV to where the user wants it, whole or not at all. Throws
 * `project-unknown` and what {@link writeChosenFile} throws.
 */
export async function writeCodeTable(
  deps: CodeTableDeps,
  request: { readonly projectId: string; readonly path: string; readonly locale: Locale },
): Promise<{ path: string }> {
  const codes = listCodes(deps.connection);
  const reports = new Map(deps.reports.listReports().map((report) => [report.reportId, report]));
  const table = writeCodesTable(
    projectMatrix(deps, request.projectId),
    (code) => labelOfCode(codes, code, request.locale),
    (reportId) => reports.get(reportId),
  );
  return writeChosenFile(deps.dataDir, request.path, table);
}
