import { expect, test } from 'vitest';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { changedReports } from './changed-reports.ts';

const [a, b, c] = (['a', 'b', 'c'] as const).map(
  (reportId, at) => fakeReport({ reportId, date: `202${String(at)}` }, '').summary,
);

test('what is told comes to its place, what is gone goes, and all else stays the very same', () => {
  if (a === undefined || b === undefined || c === undefined) throw new Error('three reports');
  const noted = { ...b, notes: 3 };
  const change = { at: '2', isWhole: false, reports: [c, noted], gone: ['x'] };
  const changed = changedReports([b, a], change);
  expect(changed).toEqual([c, noted, a]);
  expect(changed[2]).toBe(a);
  expect(changedReports(changed, { ...change, reports: [], gone: ['a'] })).toEqual([c, noted]);
  expect(changedReports(changed, { ...change, isWhole: true, reports: [a] })).toEqual([a]);
});

test('a change of nothing gives the same list', () => {
  const reports = a === undefined ? [] : [a];
  expect(changedReports(reports, { at: '3', isWhole: false, reports: [], gone: [] })).toBe(reports);
});
