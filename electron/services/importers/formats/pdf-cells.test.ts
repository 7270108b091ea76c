import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePdf, type PdfRun } from './fixtures/make-files.ts';
import type { ImportedDocument } from './imported-document.ts';
import { pdfDocument } from './pdf.ts';

const SIZE = 10;
const LEADING = 15;
/** Characters that a line of each column holds. */
const WIDTHS = [4, 14, 8] as const;

type Align = 'top' | 'middle';

/** A cell's lines as a page draws them, its first one at `top`. */
function cell(text: string, width: number, x: number, top: number): PdfRun[] {
  const lines = text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
  return lines.map((line, index) => ({ text: line, x, y: top - index * LEADING, size: SIZE }));
}

/** A table drawn cell by cell from `top` down, as programs draw those that wrap their cells. */
function table(rows: readonly (readonly string[])[], top = 700, align: Align = 'top', gap = 30): PdfRun[] {
  let y = top;
  return rows.flatMap((row) => {
    const counts = row.map((text, column) => Math.ceil(text.length / (WIDTHS[column] ?? 1)));
    const most = Math.max(...counts, 1);
    let x = 90;
    const runs = row.flatMap((text, column) => {
      const width = WIDTHS[column] ?? 1;
      const above = align === 'top' ? 0 : (most - (counts[column] ?? 0)) / 2;
      const drawn = cell(text, width, x, y - above * LEADING);
      x += width * SIZE + gap;
      return drawn;
    });
    y -= most * LEADING + 8;
    return runs;
  });
}

const read = (runs: readonly PdfRun[]): Promise<ImportedDocument> => pdfDocument(makePdf([runs]));
const linesOf = async (runs: readonly PdfRun[]): Promise<readonly string[]> =>
  (await read(runs)).source.split('\n');

const ROWS = [
  ['任务', '主要内容', '责任单位'],
  ['校舍安全', '逐校排查校舍安全隐患并建立台账，限期整改到位', '县教育局'],
  ['师资配备', '按编制标准配齐专任教师', '县委编办和县教育局、县财政局'],
  ['经费', '按时足额拨付生均公用经费，严禁截留、挤占和挪用', '县财政局'],
] as const;

describe('tables that are drawn cell by cell', () => {
  it.each(['top', 'middle'] as const)('are rows, their cells set at the %s', async (align) => {
    const before = { text: '任务分工如下。', x: 90, y: 740 };
    const { source, blocks } = await read([before, ...table(ROWS, 700, align)]);
    expect(source.split('\n')).toEqual(['任务分工如下。', ...ROWS.map((row) => row.join('\t'))]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', ...ROWS.map(() => 'table-row')]);
  });

  it('keep the place of empty cells', async () => {
    const rows = ROWS.map((row, index) => (index === 2 ? [row[0], '', row[2]] : row));
    expect(await linesOf(table(rows))).toEqual(rows.map((row) => row.join('\t')));
  });

  it('join words of other scripts with a space', async () => {
    const rows = [1, 2, 3].map((number) => [`第${number}`, 'the quick red fox runs far', 'x']);
    expect((await linesOf(table(rows)))[0]).toMatch(/^第1\tthe quick red\s?fox runs far\tx$/u);
  });

  it('leave what stands around them as it is', async () => {
    const wide = '各级党委和政府要把教育摆在优先发展的战略位置加强统筹协调落实工作责任';
    const runs = [
      { text: wide, x: 90, y: 760 },
      { text: '到此为止。', x: 90, y: 742 },
      ...table(ROWS),
      { text: '以上请认真落实。', x: 90, y: 400 },
    ];
    const lines = await linesOf(runs);
    expect(lines[0]).toBe(`${wide}到此为止。`);
    expect(lines.at(-1)).toBe('以上请认真落实。');
    expect(lines.slice(1, -1)).toEqual(ROWS.map((row) => row.join('\t')));
  });
});

describe('what is no table, or not certainly one', () => {
  /** Whether any of the rows is read as one. */
  const isTable = async (
    runs: readonly PdfRun[],
    rows: readonly (readonly string[])[] = ROWS,
  ): Promise<boolean> => {
    const lines = await linesOf(runs);
    return rows.some((row) => lines.includes(row.join('	')));
  };

  it('is two rows only', async () => {
    expect(await isTable(table(ROWS.slice(1, 3), 700, 'middle'))).toBe(false);
  });

  it('is a list whose labels stand far from its points', async () => {
    const points = ROWS.slice(1).map(([, text], index) => [`${index + 1}.`, text.repeat(2)]);
    expect(await isTable(table(points), points)).toBe(false);
  });

  it('is a page of contents whose titles are broken', async () => {
    const titles = ROWS.map(([title], index) => [
      { text: `${title}和有关的几项主要工作`, x: 90, y: 700 - index * 40 },
      { text: '及其分工', x: 90, y: 685 - index * 40 },
      { text: String(index + 3), x: 400, y: 685 - index * 40 },
    ]);
    const { source } = await read(titles.flat());
    expect(source).toContain('及其分工\t3');
    const dots = ROWS.map(([title, text], index) => [title, `${text}……`, String(index)]);
    expect((await linesOf(table(dots, 700, 'middle'))).length).toBeGreaterThan(ROWS.length);
  });

  it('is text in columns, however often they begin anew', async () => {
    const section = (top: number): PdfRun[] =>
      [90, 320].flatMap((x) => cell('县里定期督查及时通报整改情况'.repeat(5), 14, x, top));
    expect((await read([700, 600, 500, 400].flatMap(section))).source).not.toContain('\t');
  });

  it('is cells that stand in no columns', async () => {
    const ragged = ROWS.slice(1).flatMap((row, index) =>
      table([row], 700 - index * 100).map((run) => ({ ...run, x: run.x + index * 45 })),
    );
    expect(await isTable(ragged)).toBe(false);
  });
});

it('reads every row of a table whose cells are of any length', async () => {
  const text = (most: number): fc.Arbitrary<string> =>
    fc
      .array(fc.constantFrom(...'教育局县校舍安全经费拨付'), { minLength: 1, maxLength: most })
      .map((signs) => signs.join(''));
  const rows = fc.array(fc.tuple(text(8), text(40), text(20)), { minLength: 3, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom<Align>('top', 'middle'), async (all, align) => {
      const { source, blocks } = await read(table(all, 750, align));
      // No character is lost, whether it is sure enough to be a table or not.
      const signs = (value: string): string => [...value.replace(/\s/gu, '')].toSorted().join('');
      expect(signs(source)).toBe(signs(all.flat().join('')));
      const isBalanced = (row: readonly string[]): boolean =>
        row.every((cellText, at) => cellText.length > (WIDTHS[at] ?? 0) * 2);
      const wrapped = all.flat().filter((cellText, at) => cellText.length > (WIDTHS[at % 3] ?? 0));
      if (wrapped.length < 2 || all.some(isBalanced)) return;
      expect(blocks.map(({ start, end }) => source.slice(start, end))).toEqual(
        all.map((row) => row.join('\t')),
      );
    }),
  );
});
