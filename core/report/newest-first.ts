import type { ReportSummary } from './report.ts';

/** Order of the library: by the report's own date, then by import, then by id so that it is always the same. */
export function newestFirst(a: ReportSummary, b: ReportSummary): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.importedAt !== b.importedAt) return b.importedAt - a.importedAt;
  return a.reportId < b.reportId ? -1 : 1;
}
