import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeMatrix } from './codes-matrix.ts';
import { codeLabel, givenCodeNames, labelOfCode } from './codes-names.ts';

test('reports with notes make rows, an unknown code a column behind the known ones', () => {
  const cells = [
    { reportId: 'b', code: 'red', notes: 2 },
    { reportId: 'a', code: 'foreign', notes: 3 },
    { reportId: 'elsewhere', code: 'blue', notes: 9 },
  ];
  expect(codeMatrix(['yellow', 'red'], ['a', 'none', 'b'], cells)).toEqual({
    columns: ['yellow', 'red', 'foreign'],
    rows: [
      { reportId: 'a', counts: [0, 0, 3], total: 3 },
      { reportId: 'b', counts: [0, 2, 0], total: 2 },
    ],
    totals: [0, 2, 3],
    total: 5,
  });
});

test('the sums of rows, of columns and of the cells are one', () => {
  const reports = ['a', 'b', 'c'];
  const cell = fc.record({
    reportId: fc.constantFrom(...reports),
    code: fc.constantFrom('red', 'blue', 'x', 'y'),
    notes: fc.integer({ min: 1, max: 99 }),
  });
  const table = fc.uniqueArray(cell, { selector: ({ reportId, code }) => `${reportId} ${code}` });
  fc.assert(
    fc.property(table, (cells) => {
      const { rows, totals, total } = codeMatrix(['red', 'green'], reports, cells);
      const all = cells.reduce((sum, { notes }) => sum + notes, 0);
      expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(all);
      expect(totals.reduce((sum, one) => sum + one, 0)).toBe(all);
      expect(total).toBe(all);
    }),
  );
});

test('a code is called as the user named it, else by its colour, and an unknown one by its id', () => {
  const codes = [
    { id: 'yellow', name: '目标', color: 'yellow' },
    { id: 'red', name: '', color: 'teal' },
    { id: 'cx', name: '数据', color: 'of-the-future' },
  ];
  const labels = (locale: 'zh-Hant' | 'en') =>
    ['yellow', 'red', 'cx', 'blue', 'c-unknown'].map((id) => labelOfCode(codes, id, locale));
  expect(labels('zh-Hant')).toEqual(['目标', '青', '数据', '藍', 'c-unknown']);
  expect(labels('en')).toEqual(['目标', 'Teal', '数据', 'Blue', 'c-unknown']);
  expect(codeLabel({ name: '', color: 'of-the-future' }, 'en')).toBe('Other');
  expect([...givenCodeNames(codes)]).toEqual([
    ['yellow', '目标'],
    ['cx', '数据'],
  ]);
});
