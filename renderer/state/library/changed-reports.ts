import type { ReportChanges } from '#core/ipc/calls/report-calls.ts';
import { newestFirst } from '#core/report/newest-first.ts';
import type { ReportSummary } from '#core/report/report.ts';

/**
 * The list of reports after a change, newest first. Reports that are not told of stay the very same objects, and a change of
 * nothing gives the very same list.
 */
export function changedReports(
  reports: readonly ReportSummary[],
  { isWhole, reports: told, gone }: ReportChanges,
): readonly ReportSummary[] {
  if (isWhole) return told;
  if (told.length === 0 && gone.length === 0) return reports;
  const changed = new Set([...told.map(({ reportId }) => reportId), ...gone]);
  // Two runs in order: to merge them takes the sort one comparison a report.
  return [...reports.filter(({ reportId }) => !changed.has(reportId)), ...told].sort(newestFirst);
}
