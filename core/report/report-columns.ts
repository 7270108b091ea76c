import type { ReportSummary } from './report.ts';

/** What a list of reports holds of each, but for the number of its notes. */
export const REPORT_COLUMNS = [
  'reportId',
  'title',
  'issuer',
  'region',
  'date',
  'script',
  'chars',
  'origin',
  'importedAt',
] as const satisfies readonly (keyof ReportSummary)[];

/** A list of reports by columns: thousands come much faster as a few values. All columns are equally long. */
export type ReportColumns = {
  readonly [Name in (typeof REPORT_COLUMNS)[number]]: readonly ReportSummary[Name][];
};

/** The list as reports. Without `notes`, the number of notes by report, none has any. */
export function summariesOf(
  columns: ReportColumns,
  notes?: ReadonlyMap<string, number>,
): readonly ReportSummary[] {
  const {
    reportId: reportIds,
    title: titles,
    issuer,
    region,
    date,
    script,
    chars,
    origin,
    importedAt,
  } = columns;
  // Written out: spread or gathered by name, each of thousands takes ten times as long.
  return reportIds.map((reportId, at) => ({
    reportId,
    title: titles[at] ?? '',
    issuer: issuer[at] ?? '',
    region: region[at] ?? '',
    date: date[at] ?? '',
    script: script[at] ?? 'none',
    chars: chars[at] ?? 0,
    notes: notes?.get(reportId) ?? 0,
    origin: origin[at] ?? 'library',
    importedAt: importedAt[at] ?? 0,
  }));
}
