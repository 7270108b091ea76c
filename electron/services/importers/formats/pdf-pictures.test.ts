import { applyEdits } from '#core/text/apply-edits.ts';
import { describe, expect, it } from 'vitest';
import { firstExtraObject, type PdfExtras, type PdfRun } from './fixtures/make-files.ts';
import { encryptedPdf } from './fixtures/encrypt-pdf.ts';
import {
  makePicturedPdf,
  pictureObject,
  type PdfDrawing,
  type PicturedPage,
} from './fixtures/make-pictured-pdf.ts';
import type { ImportedDocument } from './imported-document.ts';
import { pdfDocument } from './pdf.ts';

const FULL = '各级党委和政府要把教育摆在优先发展的战略位置加强统筹协调落实工作责任确保任务到位'.slice(0, 40);

const lines = (texts: readonly string[], top = 700, x = 90): PdfRun[] =>
  texts.map((text, index) => ({ text, x, y: top - index * 18 }));

const drawing = (
  x: number,
  y: number,
  width: number,
  height: number,
  picture = 0,
  within?: PdfDrawing['within'],
): PdfDrawing => ({ picture, x, y, width, height, ...(within !== undefined && { within }) });

const read = (pages: readonly PicturedPage[], extras?: PdfExtras): Promise<ImportedDocument> =>
  pdfDocument(makePicturedPdf(pages, extras));

const sourceOf = async (runs: readonly PdfRun[], ...drawings: readonly PdfDrawing[]): Promise<string> =>
  (await read([{ runs, drawings }])).source;

/** What a reader sees of a document, line by line. */
const readingOf = ({ source, edits }: ImportedDocument): readonly string[] =>
  applyEdits(source, edits)
    .text.split(/[\n\f]+/u)
    .filter(Boolean);

describe('pictures of a PDF', () => {
  it('are told of once where a file draws thousands, and its text is whole', async () => {
    const tiles = Array.from({ length: 5_100 }, (_, at) => drawing(90 + (at % 50) * 9, 60 + (at % 97), 8, 8));
    const { source } = await read([
      { runs: lines([`${FULL}。`]), drawings: tiles },
      { runs: lines(['第二页的文字。']), drawings: [] },
    ]);
    expect(source.split(/[\n\f]+/u)).toEqual([`${FULL}。`, '第二页的文字。', '[图太多，没有逐一标出]']);
  });

  it('are told of once where a file holds thousands, and its text is whole', async () => {
    const few = Array.from({ length: 3 }, (_, at) => drawing(90, 100 + at * 150, 100, 90, at));
    const { source } = await read([{ runs: lines([`${FULL}。`]), drawings: few }], {
      objects: Array.from({ length: 10_000 }, (_, number) => pictureObject(number)),
    });
    expect(source.split('\n')).toEqual([`${FULL}。`, '[图太多，没有逐一标出]']);
  });

  it('are named where they stand between the lines, as captions', async () => {
    const { source, blocks } = await read([
      {
        runs: [
          ...lines([`${FULL}。`], 700),
          ...lines(['图1 学校'], 480, 220),
          ...lines(['图后的一句，要写得比图题长一些才行。'], 440),
        ],
        drawings: [drawing(90, 500, 300, 180)],
      },
    ]);
    expect(source.split('\n')).toEqual([
      `${FULL}。`,
      '[图]',
      '图1 学校',
      '图后的一句，要写得比图题长一些才行。',
    ]);
    expect(blocks[1]).toMatchObject({ kind: 'caption', start: 42, end: 45 });
  });

  it('stand above all lines, below them, and where the page draws its lines out of order', async () => {
    const text = lines([FULL, '完。'], 600);
    expect(await sourceOf(text, drawing(90, 640, 200, 100))).toBe(`[图]\n${FULL}完。`);
    expect(await sourceOf(text, drawing(90, 300, 200, 100))).toBe(`${FULL}完。\n[图]`);
    const disordered = [
      ...lines(['页脚'], 40),
      ...lines([FULL, FULL, '完。'], 700),
      ...lines(['末句。'], 300),
    ];
    expect(await sourceOf(disordered, drawing(90, 330, 200, 300))).toBe(
      `页脚\n${FULL}${FULL}完。\n[图]\n末句。`,
    );
  });

  it('do not cut a paragraph beside them', async () => {
    const runs = lines([FULL, FULL, '完。', '下一段。']);
    expect(await sourceOf(runs, drawing(490, 660, 60, 45))).toBe(`[图]\n${FULL}${FULL}完。\n下一段。`);
    expect(await sourceOf(runs, drawing(490, 640, 60, 55))).toBe(`${FULL}${FULL}完。\n[图]\n下一段。`);
    const parted = [...lines([FULL, FULL]), ...lines([FULL, '完。', '下一段。'], 400)];
    expect(await sourceOf(parted, drawing(90, 420, 400, 240))).toBe(
      `${FULL}${FULL}${FULL}完。\n[图]\n下一段。`,
    );
  });

  it('stay in their column', async () => {
    const half = FULL.slice(0, 18);
    const column = (x: number, end: string): PdfRun[] =>
      lines([...Array.from({ length: 6 }, () => half), end], 680, x);
    const runs = [
      { text: '两栏的报告', x: 230, y: 760, size: 18 },
      ...column(90, '左栏到此为止了，以后还有。'),
      ...column(310, '右栏到此为止了，以后没有。'),
    ];
    const left = `${half.repeat(6)}左栏到此为止了，以后还有。`;
    const right = `${half.repeat(6)}右栏到此为止了，以后没有。`;
    const at = async (picture: PdfDrawing) => (await sourceOf(runs, picture)).split('\n');
    expect(await at(drawing(310, 695, 180, 50))).toEqual(['两栏的报告', left, '[图]', right]);
    expect(await at(drawing(90, 450, 180, 100))).toEqual(['两栏的报告', left, '[图]', right]);
    expect(await at(drawing(90, 695, 180, 50))).toEqual(['两栏的报告', '[图]', left, right]);
    expect(await at(drawing(310, 450, 180, 100))).toEqual(['两栏的报告', left, right, '[图]']);
  });

  /** A page with a figure that has a name. */
  const named = (trailer = ''): Uint8Array => {
    const first = firstExtraObject(1) + 1;
    const figure = `<< /S /Figure /P ${first} 0 R /Pg 8 0 R /Alt (Gate) /K 0 >>`;
    const within = ['/Figure << /MCID 0 >> BDC', 'EMC'] as const;
    const page = {
      runs: [...lines(['一句。']), ...lines(['末句。'], 400)],
      drawings: [drawing(90, 500, 300, 150, 0, within)],
      entries: '/StructParents 0 ',
    };
    const tree = `<< /Type /StructTreeRoot /K [${first + 1} 0 R] /ParentTree << /Nums [0 [${first + 1} 0 R]] >> >>`;
    const extras = {
      catalog: `/MarkInfo << /Marked true >> /StructTreeRoot ${first} 0 R `,
      objects: [tree, figure],
    };
    return makePicturedPdf([page], extras, pictureObject, trailer);
  };

  it('are named by what the document says of them', async () => {
    expect((await pdfDocument(named())).source).toBe('一句。\n[图：Gate]\n末句。');
  });

  it('are named in a file that is encrypted for its owner', async () => {
    const names = /^一句。\n\[图：[^\]]+\]\n末句。$/u;
    // Its strings stand in the open here, so the name is read as a jumble.
    expect((await pdfDocument(encryptedPdf(named))).source).toMatch(names);
    const twice = {
      runs: lines(['一句。']),
      drawings: [
        drawing(90, 500, 300, 150),
        drawing(90, 100, 300, 150),
        drawing(90, 300, 300, 150),
        drawing(10, 400, 5, 5),
      ],
    };
    const pdf = encryptedPdf((trailer) =>
      makePicturedPdf(
        [twice],
        {},
        (number) => pictureObject(number, '/Width 50000 /Height 50000 /Filter /DCTDecode'),
        trailer,
      ),
    );
    expect((await pdfDocument(pdf)).source).toBe('一句。\n[图]\n[图]\n[图]');
  });

  it('are furniture of an encrypted file as of others, and told of once where there are thousands', async () => {
    const logo = drawing(60, 780, 80, 40, 0);
    const page = (text: string, ...more: readonly PdfDrawing[]): PicturedPage => ({
      runs: lines([text]),
      drawings: [logo, ...more],
    });
    const pages = [
      page('甲。', drawing(90, 300, 200, 200, 1)),
      page('乙。', drawing(90, 300, 200, 200, 2)),
      // Another object of the same logo, as some programs write one for each page.
      {
        runs: lines(['丙。']),
        drawings: [{ ...logo, picture: 4 }, drawing(90, 300, 200, 200, 3)],
      },
    ];
    const of = async (all: readonly PicturedPage[], packing: string): Promise<ImportedDocument> =>
      pdfDocument(
        encryptedPdf((trailer) =>
          makePicturedPdf(
            all,
            {},
            (number) => pictureObject(number, `/Width ${2 + (number % 4)} /Height 2 ${packing}`),
            trailer,
          ),
        ),
      );
    const named = ['甲。', '[图]', '乙。', '[图]', '丙。', '[图]'];
    expect(readingOf(await of(pages, '/Filter /DCTDecode'))).toEqual(named);
    // Without packing every picture of a size is as long as the others.
    expect(readingOf(await of(pages, ''))).toEqual([
      '[图]',
      '甲。',
      '[图]',
      '[图]',
      '乙。',
      '[图]',
      '[图]',
      '丙。',
      '[图]',
    ]);
    const all = Array.from({ length: 5_100 }, (_, at) =>
      drawing(90 + (at % 50) * 9, 60 + (at % 97), 8, 8, at % 2),
    );
    expect((await of([page('甲。', ...all)], '')).source).toBe('甲。\n[图太多，没有逐一标出]');
  });

  it('are left out when they are rules, bullets and lines', async () => {
    const small = [
      drawing(90, 650, 400, 2),
      drawing(80, 700, 7, 7),
      drawing(90, 600, 12, 12),
      drawing(300, 100, 1, 500),
    ];
    expect(await sourceOf(lines(['一句。']), ...small)).toBe('一句。');
  });

  it('are one when they were cut in strips and tiles', async () => {
    const strips = Array.from({ length: 40 }, (_, index) => drawing(90, 300 + index * 4, 300, 4.2, index));
    expect(await sourceOf(lines(['一句。']), ...strips)).toBe('一句。\n[图]');
    const tiles = [0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => drawing(90 + column * 50, 300 + row * 50, 50, 50, row * 3 + column)),
    );
    expect(await sourceOf(lines(['一句。']), ...tiles)).toBe('一句。\n[图]');
    const apart = [drawing(90, 300, 100, 80), drawing(200, 300, 100, 80, 1)];
    expect(await sourceOf(lines(['一句。']), ...apart)).toBe('一句。\n[图]\n[图]');
  });

  it('are left out below the text of a scan, and named on a page of little text', async () => {
    const whole = drawing(0, 0, 595, 842);
    expect(await sourceOf(lines([FULL, FULL]), whole)).toBe(`${FULL}${FULL}`);
    const photo = drawing(100, 100, 300, 200, 1);
    expect(await sourceOf(lines([FULL, FULL]), whole, photo)).toBe(`${FULL}${FULL}\n[图]`);
    expect(await sourceOf(lines([FULL, FULL]), whole, drawing(80, 670, 450, 60, 1))).toBe(`${FULL}${FULL}`);
    expect(await sourceOf([{ text: '- 3 -', x: 280, y: 30 }], whole)).toBe('[图]\n- 3 -');
  });

  it('are furniture when they come again in the same place, or are marked as no content', async () => {
    const logo = drawing(60, 780, 80, 40);
    const page = (text: string, number: number): PicturedPage => ({
      runs: lines([text]),
      drawings: [logo, drawing(90, 300, 200, 200, number)],
    });
    const document = await read([page('甲。', 1), page('乙。', 2), page('丙。', 3)]);
    expect(document.source).toBe('[图]\n甲。\n[图]\f[图]\n乙。\n[图]\f[图]\n丙。\n[图]');
    expect(readingOf(document)).toEqual(['甲。', '[图]', '乙。', '[图]', '丙。', '[图]']);
    const marked = await read([
      { runs: lines(['甲。']), drawings: [{ ...logo, within: ['/Artifact BMC', 'EMC'] }] },
    ]);
    expect(readingOf(marked)).toEqual(['甲。']);
  });

  it('do not part a paragraph that a page break cut', async () => {
    const top = { runs: lines([FULL, FULL]), drawings: [drawing(90, 300, 200, 200)] };
    const next = { runs: lines([FULL, '完。', '下一段。'], 500), drawings: [drawing(90, 600, 200, 200, 1)] };
    expect(readingOf(await read([top, next]))).toEqual([
      '[图]',
      `${FULL}${FULL}${FULL}完。`,
      '[图]',
      '下一段。',
    ]);
  });

  it('keep their caption below them from a paragraph that a page break cut', async () => {
    const top = { runs: lines([FULL, FULL]), drawings: [] };
    const runs = [...lines(['图1 学校']), ...lines([FULL, '完。'], 660)];
    const next = { runs, drawings: [drawing(90, 720, 200, 90)] };
    expect(readingOf(await read([top, next]))).toEqual([`${FULL}${FULL}`, '[图]', '图1 学校', `${FULL}完。`]);
  });

  it('of a page without text do not hide that it has none', async () => {
    const scan = { runs: [], drawings: [drawing(0, 0, 595, 842)] };
    expect((await read([{ runs: lines(['甲。']), drawings: [] }, scan])).source).toBe(
      '甲。\f[第2页：没有文字层]',
    );
    await expect(read([scan, scan])).rejects.toMatchObject({ code: 'pdf-without-text' });
  });

  it('are never opened, however large they say they are', async () => {
    const pdf = makePicturedPdf(
      [{ runs: lines(['一句。']), drawings: [drawing(90, 300, 200, 200)] }],
      {},
      (number) => pictureObject(number, '/Width 100000 /Height 100000 /Filter /FlateDecode'),
    );
    expect((await pdfDocument(pdf)).source).toBe('一句。\n[图]');
  });

  it('are found on pages that are turned', async () => {
    const pdf = Buffer.from(
      makePicturedPdf([
        {
          runs: [...lines(['第一句。'], 700), ...lines(['第二句。'], 300)],
          drawings: [drawing(90, 400, 200, 200)],
        },
      ]),
    ).toString('latin1');
    const turned = pdf.replace('/MediaBox', '/Rotate 90 /MediaBox');
    expect((await pdfDocument(Buffer.from(turned, 'latin1'))).source).toBe('第一句。\n[图]\n第二句。');
  });
});
