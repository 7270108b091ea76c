import { describe, expect, it } from 'vitest';
import { makePdf, type PdfRun } from './fixtures/make-files.ts';
import { readDocument } from './fixtures/read-document.ts';
import { pdfDocument } from './pdf.ts';
import { piecesOf } from './pdf-lines.ts';

const SIZE = 8;
const SENTENCE = '各校要逐项排查，建立台账，明确责任；县里定期督查，及时通报。';

const sourceOf = async (runs: readonly PdfRun[]): Promise<string> =>
  (await pdfDocument(makePdf([runs]))).source;

/** Text set in columns as a newspaper does: lines of one width, paragraphs indented by two characters. */
function inColumns(paragraphs: readonly string[], count: number, width: number): readonly PdfRun[] {
  const lines = paragraphs.flatMap((paragraph) => {
    const rest = `\u3000\u3000${paragraph}`;
    return Array.from({ length: Math.ceil(rest.length / width) }, (_, at) =>
      rest.slice(at * width, (at + 1) * width),
    );
  });
  const rows = Math.ceil(lines.length / count);
  return lines.map((line, index) => {
    const text = line.replace(/^\u3000+/u, '');
    const left = 40 + Math.floor(index / rows) * (width * SIZE + 12) + (line.length - text.length) * SIZE;
    return { text, x: left, y: 700 - (index % rows) * 12, size: SIZE };
  });
}

describe('pages of columns', () => {
  const paragraphs = Array.from({ length: 12 }, (_, index) => `第${index + 1}段。${SENTENCE.repeat(2)}`);

  it.each([
    [2, 30],
    [3, 19],
    [4, 14],
    [5, 11],
    [6, 9],
  ])('%i of them are read one after the other, below the title', async (count, width) => {
    const middle = 40 + (count * (width * SIZE + 12) - 12) / 2;
    const title = { text: '教育工作简报', x: middle - 60, y: 740, size: 20 };
    const document = await pdfDocument(makePdf([[title, ...inColumns(paragraphs, count, width)]]));
    expect(document.source.split('\n')).toEqual(['教育工作简报', ...paragraphs]);
  });

  it('are no rows of a table with wrapped cells', async () => {
    const cell = (column: number, row: number, lines: readonly string[]): readonly PdfRun[] =>
      lines.map((text, line) => ({ text, x: 40 + column * 130, y: 700 - row * 60 - line * 12, size: SIZE }));
    const rows = Array.from({ length: 8 }, (_, row) =>
      [0, 1, 2, 3].flatMap((column) =>
        cell(column, row, column === 3 ? ['已完成'] : ['县教育局会同财政局，', '按时拨付']),
      ),
    );
    const byLine = rows.flat().toSorted((a, b) => b.y - a.y || a.x - b.x);
    const first = (await sourceOf(byLine)).split('\n')[0] ?? '';
    expect(first).toContain('已完成');
  });
});

describe('rows of a page', () => {
  const row = (y: number, ...cells: readonly (readonly [text: string, x: number])[]): readonly PdfRun[] =>
    cells.map(([text, x]) => ({ text, x, y }));

  it.each(['（一）', '一、', '1.', '①', '•', '第三条'])('join the label %s to its text', async (label) => {
    const space = /[、）]$/u.test(label) ? '' : ' ';
    expect(await sourceOf(row(700, [label, 90], ['落实责任', 160]))).toBe(`${label}${space}落实责任`);
  });

  it('keep the place of empty cells', async () => {
    const runs = [
      ...row(700, ['乡镇', 90], ['校舍', 200], ['危房', 300], ['完成率', 400]),
      ...row(680, ['青石镇', 90], ['35', 200], ['94%', 400]),
      ...row(660, ['总数', 200], ['2', 300]),
    ];
    expect(await sourceOf(runs)).toBe('乡镇\t校舍\t危房\t完成率\n青石镇\t35\t\t94%\n\t总数\t2');
  });

  it('part numbers that stand near each other', async () => {
    expect(await sourceOf(row(700, ['学校', 90], ['2,345', 150], ['186', 215]))).toBe('学校\t2,345\t186');
  });
});

describe('letters of a line', () => {
  it.each([
    [
      'raised numbers',
      [
        ['面积5m', 0, 0, 10],
        ['2', 40, 4, 6],
        ['，合计', 46, 0, 10],
      ],
      '面积5m²，合计',
    ],
    [
      'lowered numbers',
      [
        ['CO', 0, 0, 10],
        ['2', 20, -2, 6],
      ],
      'CO₂',
    ],
    [
      'marks of notes',
      [
        ['以人民为中心', 0, 0, 10],
        ['[1]', 60, 4, 6],
        ['。', 78, 0, 10],
      ],
      '以人民为中心[1]。',
    ],
    [
      'digits between Han characters',
      [
        ['教发', 0, 0, 10],
        ['17', 22.5, 0, 10.5],
        ['号', 45, 0, 10],
      ],
      '教发17号',
    ],
    [
      'a written space',
      [
        ['见', 0, 0, 10],
        [' Office', 10, 0, 10],
      ],
      '见 Office',
    ],
    [
      'the number of a table',
      [
        ['表1', 0, 0, 10],
        ['主要指标', 23, 0, 10],
      ],
      '表1 主要指标',
    ],
  ] as const)('are joined as they are meant: %s', async (_, runs, expected) => {
    const source = await sourceOf(runs.map(([text, x, y, size]) => ({ text, x: 90 + x, y: 700 + y, size })));
    expect(source).toBe(expected);
  });

  it.each([
    ['的 百', 21.5, '的百'],
    ['王 五', 25, '王 五'],
    ['见 A', 16, '见 A'],
  ])('of the run %s, %d points wide, are %s', (str, width, expected) => {
    const item = { str, width, height: 10, transform: [10, 0, 0, 10, 90, 700], fontName: 'f' };
    expect(piecesOf({ items: [item], styles: {} }).map(({ text }) => text)).toEqual([expected]);
  });

  it('begin a paragraph behind ideographic spaces and at the number of a point', async () => {
    const full = SENTENCE.slice(0, 20);
    const runs = [
      full,
      `\u3000\u3000${full.slice(2)}`,
      `${full.slice(0, 19)}。`,
      '一、总体要求是加强领导',
    ].map((text, line) => ({ text, x: 90, y: 700 - line * 16 }));
    const { source } = await pdfDocument(makePdf([runs]));
    expect(source.split('\n')).toEqual([
      full,
      full.slice(2) + full.slice(0, 19) + '。',
      '一、总体要求是加强领导',
    ]);
  });
});

it('reads vertical lines that are drawn character by character', async () => {
  const columns = ['县教育工作简报', '各校要逐项排查︐建立台账︐明确责任︐', '限期整改︒县里要定期督查︒'];
  const runs = columns.flatMap((column, index) =>
    Array.from(column, (text, at) => ({ text, x: 400 - index * 18, y: 700 - at * 10.2 })),
  );
  expect((await sourceOf(runs)).replaceAll('\n', '')).toBe(
    '县教育工作简报各校要逐项排查，建立台账，明确责任，限期整改。县里要定期督查。',
  );
});

it('refuses at once what is no PDF', async () => {
  await expect(pdfDocument(new Uint8Array(40_000_000))).rejects.toMatchObject({ code: 'file-damaged' });
});

it('takes no address for the title of a file', async () => {
  const document = await pdfDocument(
    makePdf([[{ text: '各校', x: 90, y: 700 }]], '/Info << /Title (about:blank) >> '),
  );
  expect(document.name).toBe('');
  expect(await readDocument(document)).toHaveLength(1);
});
