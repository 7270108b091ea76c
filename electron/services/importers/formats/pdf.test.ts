import { applyEdits } from '#core/text/apply-edits.ts';
import { describe, expect, it } from 'vitest';
import { makePdf, type PdfRun } from './fixtures/make-files.ts';
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

  it('reads a font that only names a character collection', async () => {
    const pdf = Buffer.from(makePdf([lines(['ab'])])).toString('latin1');
    // GBK-EUC-H takes the bytes of GBK; the Unicode of its characters comes from the library's own tables.
    const text = pdf
      .replace('/Encoding /Identity-H', '/Encoding /GBK-EUC-H ')
      .replace('/ToUnicode 6 0 R', '                ')
      .replace('/Ordering (Identity)', '/Ordering (GB1)     ')
      .replace('<00610062>', '<bdccd3fd>');
    expect((await pdfDocument(Buffer.from(text, 'latin1'))).source).toBe('教育');
  });
});
