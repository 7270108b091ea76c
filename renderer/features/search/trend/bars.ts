import { trendValue, yearsInRow, type Trend, type TrendUnit } from '#core/search/trend.ts';

/** One bar of the chart, and a row of its table. */
export interface TrendBar {
  /** Report id or year. */
  readonly key: string;
  readonly name: string;
  readonly hits: number;
  readonly chars: number;
  readonly value: number;
}

/** Reports that a chart shows; the table has all. */
export const MOST_REPORTS = 30;

/** A bar a year, with empty ones where there is no report between two years. */
export function yearBars({ years }: Trend, unit: TrendUnit): readonly TrendBar[] {
  return yearsInRow(years).map((year) => ({
    ...{ key: year.year, name: year.year, hits: year.hits, chars: year.chars },
    value: trendValue(year, unit),
  }));
}

/** The reports with the most, most first. */
export function reportBars({ reports }: Trend, unit: TrendUnit): readonly TrendBar[] {
  return reports
    .map((report) => ({
      ...{ key: report.reportId, name: report.title, hits: report.hits, chars: report.chars },
      value: trendValue(report, unit),
    }))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_REPORTS);
}

/** A rate as it is shown: as many digits as tell something. */
export function rateText(row: { readonly hits: number; readonly chars: number }): string {
  const rate = trendValue(row, 'rate');
  return rate >= 100 ? Math.round(rate).toLocaleString('en') : rate.toFixed(rate >= 10 ? 1 : 2);
}
