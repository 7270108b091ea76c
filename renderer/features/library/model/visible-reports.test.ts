import { expect, test } from 'vitest';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { foldPlainly } from '#renderer/state/search/use-fold.ts';
import { visibleReports } from './visible-reports.ts';

const reports = [
  fakeReport(
    { reportId: 'a', title: '教育强国纲要', issuer: '国务院', region: '', date: '2024-01', importedAt: 1 },
    '',
  ),
  fakeReport({ reportId: 'b', title: 'ABC规划', issuer: '', region: '曲靖市', date: '', importedAt: 3 }, ''),
  fakeReport(
    { reportId: 'c', title: '安全通知', issuer: '教育厅', region: '云南', date: '2025', importedAt: 2 },
    '',
  ),
].map(({ summary }) => summary);

function ids(filter: string, sort: 'imported' | 'date' | 'title' | 'issuer' = 'imported'): string {
  return visibleReports(reports, filter, sort, foldPlainly)
    .map(({ reportId }) => reportId)
    .join('');
}

test('each order, with empty fields last', () => {
  expect(ids('')).toBe('bca');
  expect(ids('', 'date')).toBe('cab');
  expect(ids('', 'title')).toHaveLength(3);
  expect(ids('', 'issuer').at(-1)).toBe('b');
});

test('the filter looks at title, issuer and place, and wants every word', () => {
  expect(ids('教育')).toBe('ca');
  expect(ids('曲靖')).toBe('b');
  expect(ids('教育  云南')).toBe('c');
  expect(ids('ａｂｃ')).toBe('b');
  expect(ids('没有')).toBe('');
});

test('a fold over scripts finds one in the other', () => {
  const fold = (text: string): string => text.replaceAll('強', '强').replaceAll('國', '国');
  expect(visibleReports(reports, '強國', 'imported', fold)).toHaveLength(1);
});
