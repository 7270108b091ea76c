import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  columnsOf,
  concordanceMarkdown,
  concordanceTable,
  groupConcordance,
  inColumns,
  sortConcordance,
  type ConcordanceLine,
} from './concordance.ts';

function line(before: string, after: string, change: Partial<ConcordanceLine> = {}): ConcordanceLine {
  return {
    ...{ reportId: 'r1', title: '甲', date: '2023-07', region: '北京', label: '一 ¶1', start: 3, end: 5 },
    ...{ before, match: '教育', after, ...change },
  };
}

const LINES = [line('加快“', '强国'), line('办好', '，大国'), line('发展', '公平')];
const same = (text: string) => text;
const befores = (lines: readonly ConcordanceLine[]) => lines.map(({ before }) => before);

test('lines are sorted by what stands right, or left read away from the hit', () => {
  expect(befores(sortConcordance(LINES, 'right', same))).toEqual(['发展', '办好', '加快“']);
  // 好 U+597D, 展 U+5C55, 快 U+5FEB
  expect(befores(sortConcordance(LINES, 'left', same))).toEqual(['办好', '发展', '加快“']);
  const equal = [line('a', 'x', { start: 1 }), line('a', 'x', { start: 0 })];
  expect(sortConcordance(equal, 'left', same).map(({ start }) => start)).toEqual([1, 0]);
});

test('lines are grouped; what is not known comes last', () => {
  const lines = [
    line('1', '', { reportId: 'r2', title: '乙', date: '', region: '' }),
    line('2', '', { date: '2023' }),
    line('3', '', { reportId: 'r3', title: '乙', date: '2020-01-01', region: '上海' }),
    line('4', ''),
  ];
  const shown = (grouping: 'report' | 'year' | 'place') =>
    groupConcordance(lines, grouping).map((group) => [group.name, befores(group.lines).join('')]);
  expect(shown('report')).toEqual([
    ['乙', '1'],
    ['甲', '24'],
    ['乙', '3'],
  ]);
  expect(shown('year')).toEqual([
    ['2020', '3'],
    ['2023', '24'],
    ['', '1'],
  ]);
  expect(shown('place').map(([name]) => name)).toEqual(['上海', '北京', '']);
});

test('a table has one row a line, and Markdown takes no text for its marks', () => {
  const lines = [line('a\nb', '|*c*')];
  expect(concordanceTable(lines)[1]).toEqual([
    ...['a b', '教育', '|*c*', '甲', '一 ¶1', '2023-07', '北京', 'r1', 3, 5],
  ]);
  expect(concordanceMarkdown(lines).split('\n')[2]).toBe(
    String.raw`| a b | **教育** | \|\*c\* | 甲 | 一 ¶1 |`,
  );
});

test.each([
  ['教育', 4],
  ['a教', 3],
  ['“，”', 6],
  ['ｶ', 1],
  ['Ａ', 2],
  ['\u{20bb7}', 2],
  ['e\u0301', 1],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test('a text in columns takes exactly so many', () => {
  expect(inColumns('甲乙丙', 5, 'left')).toBe(' 乙丙');
  expect(inColumns('甲乙丙', 5, 'right')).toBe('甲乙 ');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.nat(20),
      fc.constantFrom('left', 'right'),
      (text, columns, side) => {
        expect(columnsOf(inColumns(text, columns, side))).toBe(columns);
      },
    ),
  );
});
