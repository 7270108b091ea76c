import type { ReportSummary } from '#core/report/report.ts';
import { compareGroups, groupKeyOf, type ConcordanceGrouping } from '#core/search/concordance.ts';

/** A report with places. */
export interface ListedReport {
  readonly summary: ReportSummary;
  readonly hits: number;
}

/**
 * All places of a query by number: those of the first report, then those of the second. It keeps no text and no offset: a
 * place is found again in its report, which takes as long as reading it.
 */
export interface PlaceList {
  readonly reports: readonly ListedReport[];
  readonly hits: number;
  /** Index of the report of each place. */
  readonly reportOf: Int32Array;
  /** Number of the first place of each report. */
  readonly starts: Int32Array;
}

export function listPlaces(reports: readonly ListedReport[]): PlaceList {
  const starts = new Int32Array(reports.length);
  let hits = 0;
  for (const [index, report] of reports.entries()) {
    starts[index] = hits;
    hits += report.hits;
  }
  const reportOf = new Int32Array(hits);
  for (const [index, report] of reports.entries()) {
    const start = starts[index] ?? 0;
    reportOf.fill(index, start, start + report.hits);
  }
  return { reports, hits, reportOf, starts };
}

export interface PlaceGroup {
  readonly key: string;
  readonly count: number;
}

export interface GroupedPlaces {
  /** Numbers of places, group after group. */
  readonly order: Int32Array;
  readonly groups: readonly PlaceGroup[];
}

/** The places in groups, as `groupConcordance` makes them; inside a group they keep their order. */
export function groupPlaces(
  { reports, reportOf }: PlaceList,
  order: Int32Array,
  grouping: ConcordanceGrouping,
): GroupedPlaces {
  const keys = reports.map(({ summary }) => groupKeyOf(summary, grouping));
  const counts = new Map<string, number>();
  for (const place of order) {
    const key = keys[reportOf[place] ?? 0] ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // A Map keeps the order of insertion: that of the first places.
  const groups = Array.from(counts, ([key, count]) => ({ key, count }));
  if (grouping !== 'report') groups.sort((a, b) => compareGroups(a.key, b.key));
  const next = new Map<string, number>();
  let start = 0;
  for (const { key, count } of groups) {
    next.set(key, start);
    start += count;
  }
  const grouped = new Int32Array(order.length);
  for (const place of order) {
    const key = keys[reportOf[place] ?? 0] ?? '';
    const at = next.get(key) ?? 0;
    grouped[at] = place;
    next.set(key, at + 1);
  }
  return { order: grouped, groups };
}
