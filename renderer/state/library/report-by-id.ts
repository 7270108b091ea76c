import type { ReportSummary } from '#core/report/report.ts';

const maps = new WeakMap<readonly ReportSummary[], ReadonlyMap<string, ReportSummary>>();

/** A report of a list. Selectors ask at each change of the window: one look through thousands of reports serves them all. */
export function reportById(reports: readonly ReportSummary[], reportId: string): ReportSummary | undefined {
  let map = maps.get(reports);
  if (map === undefined) {
    map = new Map(reports.map((report) => [report.reportId, report]));
    maps.set(reports, map);
  }
  return map.get(reportId);
}
