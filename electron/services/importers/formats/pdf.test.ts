import { applyEdits } from '#core/text/apply-edits.ts';
import { describe, expect, it } from 'vitest';
import { makePdf, makePdfOfCollection, type PdfRun } from './fixtures/make-files.ts';
import { pdfDocument } from './pdf.ts';

/** Lines of 40 characters fill the page from 90 to 490. */
const full = '各级党委和政府要把教育摆在优先发展的战略位置加强统筹协调落实工作责任确保任务到位'.slice(0, 40);
const lines = (texts: readonly string[], indents: readonly number[] = []): PdfRun[] =>
  texts.map((text, index) => ({ text, x: 90 + (indents[index] ?? 0) * 10, y: 700 - index * 18 }));

describe('pdfDocument', () => {
  it('joins the lines of a paragraph without spaces and keeps paragraphs apart', async () => {
    const pdf = makePdf([
      [
        { text: '工作报告', x: 250, y: 760, size: 18 },
        ...lines([full.slice(2), full, '到此为止。', full.slice(2), '完。'], [2, 0, 0, 2, 0]),
      ],
    ]);
    const { source } = await pdfDocument(pdf);
    expect(source).toBe(`工作报告\n${full.slice(2)}${full}到此为止。\n${full.slice(2)}完。`);
  });

  it('parts columns by tabs and English words by spaces', async () => {
    const row = (y: number, texts: readonly string[]): PdfRun[] =>
      texts.map((text, index) => ({ text, x: 90 + index * 100, y }));
    const { source, blocks } = await pdfDocument(
      makePdf([[...row(700, ['县区', '学校']), ...row(680, ['甲县', '12 所'])]]),
    );
    expect(source).toBe('县区\t学校\n甲县\t12 所');
    expect(blocks.map(({ kind }) => kind)).toEqual(['table-row', 'table-row']);
  });

  it('marks headers and page numbers, and reads over page breaks', async () => {
    const page = (number: number, texts: readonly string[]): PdfRun[] => [
      { text: '某某省教育厅文件', x: 250, y: 800, size: 8 },
      ...lines(texts),
      { text: `- ${number} -`, x: 280, y: 40, size: 8 },
    ];
    const { source, edits } = await pdfDocument(
      makePdf([page(1, [full, full]), page(2, [full, '完。']), page(3, ['结尾。'])]),
    );
    expect(source.split('\f')).toEqual([
      `某某省教育厅文件\n${full}${full}\n- 1 -`,
      `某某省教育厅文件\n${full}完。\n- 2 -`,
      '某某省教育厅文件\n结尾。\n- 3 -',
    ]);
    const reading = applyEdits(source, edits)
      .text.split(/[\n\f]+/u)
      .filter(Boolean);
    expect(reading).toEqual([`${full}${full}${full}完。`, '结尾。']);
  });

  it('says which page has no text, and refuses a file of pictures', async () => {
    const { source } = await pdfDocument(makePdf([lines(['甲'])].concat([[]])));
    expect(source).toBe('甲\f[第2页：没有文字层]');
    await expect(pdfDocument(makePdf([[], []]))).rejects.toMatchObject({ code: 'pdf-without-text' });
  });

  it.each([
    ['GBK-EUC-H', 'GB1', 'bdccd3fd', '教育'],
    ['UniGB-UCS2-H', 'GB1', '655980b2', '教育'],
    ['UniCNS-UCS2-H', 'CNS1', '570b5bb6', '國家'],
    ['ETen-B5-H', 'CNS1', 'b1d0a87c', '教育'],
    ['GBKp-EUC-H', 'GB1', 'bdccd3fd', '教育'],
  ])(
    'reads a font that only names a character collection, by %s',
    async (encoding, ordering, codes, expected) => {
      const pdf = makePdfOfCollection(encoding, ordering, codes);
      expect((await pdfDocument(pdf)).source).toBe(expected);
    },
  );

  it('says that text cannot be read instead of storing a jumble', async () => {
    const jumble = Buffer.from(makePdf([lines(['\ue001\ue002\ue003\ue004'.repeat(10)])]));
    await expect(pdfDocument(jumble)).rejects.toMatchObject({ code: 'pdf-text-unreadable' });
    const glyphs = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x200 + at * 53)).join('');
    const { source } = await pdfDocument(makePdf([lines([full, full]), lines([glyphs])]));
    expect(source).toBe(`${full}${full}\f[第2页：字体没有编码，文字无法读出]`);
  });

  it('reads columns one after the other, whichever way they are drawn', async () => {
    const half = full.slice(0, 18);
    const runs = Array.from({ length: 6 }, (_, at) => [
      { text: at === 5 ? '左栏到此为止了，以后还有。' : half, x: 90, y: 680 - at * 18 },
      { text: at === 5 ? '右栏到此为止了，以后没有。' : half, x: 310, y: 680 - at * 18 },
    ]).flat();
    const title = { text: '两栏的报告', x: 230, y: 730, size: 18 };
    const { source, blocks } = await pdfDocument(makePdf([[title, ...runs]]));
    expect(source.split('\n')).toEqual([
      '两栏的报告',
      `${half.repeat(5)}左栏到此为止了，以后还有。`,
      `${half.repeat(5)}右栏到此为止了，以后没有。`,
    ]);
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  });

  it('reads three columns, and leaves a table of three columns its rows', async () => {
    const third = full.slice(0, 13);
    const at = (column: number, row: number) => ({ x: 60 + column * 165, y: 680 - row * 18 });
    const columns = ['甲', '乙', '丙'].flatMap((name, column) =>
      Array.from({ length: 7 }, (_, row) => ({
        text: row === 6 ? `${name}栏到这里就结束了。` : third,
        ...at(column, row),
      })),
    );
    const title = { text: '分成三栏来写的一份工作报告', x: 200, y: 730, size: 18 };
    expect((await pdfDocument(makePdf([[title, ...columns]]))).source.split('\n')).toEqual([
      '分成三栏来写的一份工作报告',
      ...['甲', '乙', '丙'].map((name) => `${third.repeat(6)}${name}栏到这里就结束了。`),
    ]);
    const cells = Array.from({ length: 7 }, (_, row) =>
      [third, row % 3 === 0 ? third.slice(0, 12) : third.slice(0, 10), third.slice(0, 4)].map(
        (text, column) => ({ text, ...at(column, row) }),
      ),
    );
    const table = (await pdfDocument(makePdf([cells.flat()]))).source.split('\n');
    expect(table).toEqual(cells.map((row) => row.map(({ text }) => text).join('\t')));
  });

  it('makes one title of its lines, and joins words parted by a hyphen', async () => {
    const { source, blocks } = await pdfDocument(
      makePdf([
        [
          { text: '某某县人民政府关于印发', x: 180, y: 780, size: 20 },
          { text: '教育发展规划的通知', x: 200, y: 752, size: 20 },
          ...lines([`${full.slice(0, 29)} the educa-`, 'tion reform']),
        ],
      ]),
    );
    expect(source.split('\n')[0]).toBe('某某县人民政府关于印发教育发展规划的通知');
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(source).toContain('the education reform');
  });

  it('reads pages that are turned', async () => {
    const upright = Buffer.from(
      makePdf([
        [
          { text: '转过来的表', x: 100, y: 100 },
          { text: '第二行写得长一些', x: 100, y: 80 },
        ],
      ]),
    );
    const turnedPage = upright
      .toString('latin1')
      .replace('100 100 Td', '0 1 -1 0 100 100 Tm')
      .replace('100 80 Td', '0 1 -1 0 120 100 Tm')
      .replace(/\/Length \d+ >>\nstream\nBT/u, '/Length 400 >>\nstream\nBT');
    expect((await pdfDocument(Buffer.from(turnedPage, 'latin1'))).source).toBe(
      '转过来的表\n第二行写得长一些',
    );
  });

  it.each([0, 90, 180, 270])(
    'reads a page that is shown turned by %d degrees, written either way',
    async (turn) => {
      const runs = [
        { text: '转过来的一页', x: 100, y: 300 },
        { text: '第二行写得长一些', x: 100, y: 280 },
      ];
      const pdf = Buffer.from(makePdf([runs]))
        .toString('latin1')
        .replace('/MediaBox', `/Rotate ${turn} /MediaBox`);
      const expected = '转过来的一页\n第二行写得长一些';
      expect((await pdfDocument(Buffer.from(pdf, 'latin1'))).source).toBe(expected);
      // Text that stands upright when the page is turned.
      const [cos, sin] = [
        Math.round(Math.cos((turn * Math.PI) / 180)),
        Math.round(Math.sin((turn * Math.PI) / 180)),
      ];
      const place = (line: number): string => {
        const [x, y] = [300 + sin * line * 20, 300 - cos * line * 20];
        return `${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm`;
      };
      const upright = pdf
        .replace('100 300 Td', place(0))
        .replace('100 280 Td', place(1))
        .replace(/\/Length \d+ >>\nstream\nBT/u, '/Length 400 >>\nstream\nBT');
      expect((await pdfDocument(Buffer.from(upright, 'latin1'))).source).toBe(expected);
    },
  );

  it('reads lines that run down, from the right', async () => {
    const pdf = Buffer.from(
      makePdf([
        [
          { text: '直排', x: 400, y: 700 },
          { text: '文字长一些', x: 380, y: 700 },
        ],
      ]),
    ).toString('latin1');
    const down = pdf.replace('/Encoding /Identity-H', '/Encoding /Identity-V');
    expect((await pdfDocument(Buffer.from(down, 'latin1'))).source).toBe('直排\n文字长一些');
  });

  it('refuses an encrypted file', async () => {
    const locked = makePdf(
      [lines(['甲'])],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'29'.repeat(32)}> /P -4 >> /ID [<00> <00>] `,
    );
    await expect(pdfDocument(locked)).rejects.toMatchObject({ code: 'file-encrypted' });
  });
});
