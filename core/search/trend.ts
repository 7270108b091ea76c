import { compareGroups } from './concordance.ts';

/** A report with places of a query. */
export interface TrendReport {
  readonly reportId: string;
  readonly title: string;
  /** ISO 8601 date or its beginning; empty when unknown. */
  readonly date: string;
  readonly hits: number;
  /** UTF-16 units of its reading text. */
  readonly chars: number;
}

/** The reports of a year, those without a place too. */
export interface TrendYear {
  /** Four digits; empty for reports without a date. */
  readonly year: string;
  readonly hits: number;
  /** Reports with a place. */
  readonly found: number;
  readonly reports: number;
  /** UTF-16 units of the reading texts of all these reports. */
  readonly chars: number;
}

export interface Trend {
  /** Oldest first, those without a date last. */
  readonly reports: readonly TrendReport[];
  /** Ascending, the year '' last. Years without a report are not among them. */
  readonly years: readonly TrendYear[];
}

export const TREND_UNITS = ['rate', 'hits'] as const;
/** `rate` = places per 10,000 characters of the texts that were searched. */
export type TrendUnit = (typeof TREND_UNITS)[number];

const RATE_CHARACTERS = 10_000;

/** How places spread over reports and years. `searched` are all reports that could hold a place, those of `hits` among them. */
export function trendOf(
  searched: Iterable<Omit<TrendReport, 'hits'>>,
  hits: ReadonlyMap<string, number>,
): Trend {
  const years = new Map<string, TrendYear>();
  const reports: TrendReport[] = [];
  for (const { reportId, title, date, chars } of searched) {
    const own = hits.get(reportId) ?? 0;
    const year = date.slice(0, 4);
    const known = years.get(year) ?? { year, hits: 0, found: 0, reports: 0, chars: 0 };
    years.set(year, {
      year,
      hits: known.hits + own,
      found: known.found + (own > 0 ? 1 : 0),
      reports: known.reports + 1,
      chars: known.chars + chars,
    });
    if (own > 0) reports.push({ reportId, title, date, hits: own, chars });
  }
  return {
    reports: reports.sort((a, b) => compareGroups(a.date, b.date)),
    years: [...years.values()].sort((a, b) => compareGroups(a.year, b.year)),
  };
}

/** Places, or places per 10,000 characters; 0 where there are no characters. */
export function trendValue(
  { hits, chars }: { readonly hits: number; readonly chars: number },
  unit: TrendUnit,
): number {
  if (unit === 'hits') return hits;
  return chars === 0 ? 0 : (hits * RATE_CHARACTERS) / chars;
}

/** The known years in a row: where there is no report between the first and the last, an empty year stands. */
export function yearsInRow(years: readonly TrendYear[]): readonly TrendYear[] {
  const dated = years.filter(({ year }) => /^\d{4}$/u.test(year));
  const byYear = new Map(dated.map((year) => [year.year, year]));
  const [first, last] = [Number(dated[0]?.year ?? 0), Number(dated.at(-1)?.year ?? -1)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_item, index) => {
    const year = String(first + index).padStart(4, '0');
    return byYear.get(year) ?? { year, hits: 0, found: 0, reports: 0, chars: 0 };
  });
}

/** The trend as a table with a head, for a spreadsheet. */
export function trendTable(
  { reports, years }: Trend,
  by: 'report' | 'year',
): readonly (readonly (string | number)[])[] {
  const rateOf = (row: { readonly hits: number; readonly chars: number }): number =>
    Number(trendValue(row, 'rate').toFixed(4));
  if (by === 'report') {
    const rows = reports.map((row) => [
      ...[row.title, row.date, row.hits, row.chars, rateOf(row), row.reportId],
    ]);
    return [['title', 'date', 'hits', 'characters', 'per 10000 characters', 'report'], ...rows];
  }
  const rows = years.map((row) => [...[row.year, row.hits, row.found, row.reports, row.chars, rateOf(row)]]);
  return [['year', 'hits', 'reports with hits', 'reports', 'characters', 'per 10000 characters'], ...rows];
}
