import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '－',
        "'",
        '"',
        ',',
        '\t',
        '\r',
        '\n',
        ' ',
        '\uFEFF',
        'a',
        '一',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);

/** The apostrophe that {@link writeCsv} puts before what a spreadsheet could run. */
const unguarded = (cell: string): string =>
  /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(cell) ? cell.slice(1) : cell;

test('any text comes back from a parser, and no cell begins a formula', () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(table, (rows) => {
      const csv = writeCsv(rows);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(csv.endsWith('\r\n')).toBe(true);
      const parsed = Papa.parse<string[]>(csv.slice(1, -2), { delimiter: ',', newline: '\r\n' });
      expect(parsed.errors).toEqual([]);
      expect(parsed.data.map((row) => row.map(unguarded))).toEqual(rows);
      for (const cell of parsed.data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }),
  );
});

test('numbers stay numbers, and a negative one is no formula', () => {
  expect(writeCsv([['a', -1, 2.5]])).toBe('\uFEFFa,-1,2.5\r\n');
});

test('formulas are guarded', () => {
  expect(writeCsv([["=cmd|'/c calc'!A0", '@SUM(1)', '1=1', "'=1"]])).toBe(
    "\uFEFF'=cmd|'/c calc'!A0,'@SUM(1),1=1,''=1\r\n",
  );
});
