import { expect, test } from 'vitest';
import { trendOf, trendTable, trendValue, yearsInRow } from './trend.ts';

const REPORTS = [
  { reportId: 'r1', title: '甲', date: '2023-07', chars: 5_000 },
  { reportId: 'r2', title: '乙', date: '', chars: 100 },
  { reportId: 'r3', title: '丙', date: '2020', chars: 20_000 },
  { reportId: 'r4', title: '丁', date: '2023-01-02', chars: 15_000 },
];
const TREND = trendOf(
  REPORTS,
  new Map([
    ['r1', 4],
    ['r2', 1],
  ]),
);

test('a year has the characters of all its reports, a report without a date comes last', () => {
  expect(TREND.reports.map(({ reportId }) => reportId)).toEqual(['r1', 'r2']);
  expect(TREND.years).toEqual([
    { year: '2020', hits: 0, found: 0, reports: 1, chars: 20_000 },
    { year: '2023', hits: 4, found: 1, reports: 2, chars: 20_000 },
    { year: '', hits: 1, found: 1, reports: 1, chars: 100 },
  ]);
});

test('a rate is for 10,000 characters', () => {
  expect(trendValue({ hits: 4, chars: 20_000 }, 'rate')).toBe(2);
  expect(trendValue({ hits: 4, chars: 20_000 }, 'hits')).toBe(4);
  expect(trendValue({ hits: 0, chars: 0 }, 'rate')).toBe(0);
});

test('years without a report stand empty between the others', () => {
  expect(yearsInRow(TREND.years).map(({ year, reports }) => [year, reports])).toEqual([
    ['2020', 1],
    ['2021', 0],
    ['2022', 0],
    ['2023', 2],
  ]);
  expect(yearsInRow([])).toEqual([]);
});

test('tables have a head and the rate', () => {
  expect(trendTable(TREND, 'year')[2]).toEqual(['2023', 4, 1, 2, 20_000, 2]);
  expect(trendTable(TREND, 'report')).toEqual([
    ['title', 'date', 'hits', 'characters', 'per 10000 characters', 'report'],
    ['甲', '2023-07', 4, 5_000, 8, 'r1'],
    ['乙', '', 1, 100, 100, 'r2'],
  ]);
});
