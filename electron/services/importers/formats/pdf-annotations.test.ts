import { describe, expect, it } from 'vitest';
import { makePdf, type PdfRun } from './fixtures/make-files.ts';
import { pdfDocument } from './pdf.ts';

/** It shows how wide the page is. */
const LONG = '各级党委和政府要把教育摆在优先发展的战略位置加强统筹协调落实工作责任。';
const hexOf = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`;

/** A page with what stands on it besides its text; fields are numbered from `10`. */
function sourceOf(runs: readonly PdfRun[], annotations: readonly string[]): Promise<string> {
  const numbers = annotations.map((_, index) => `${10 + index} 0 R`).join(' ');
  const pdf = makePdf([runs], '', {
    pages: [{ entries: `/Annots [${numbers}] ` }],
    catalog: `/AcroForm << /Fields [${numbers}] /DA (/Helv 0 Tf 0 g) >> `,
    objects: annotations,
  });
  return pdfDocument(pdf).then(({ source }) => source);
}

const widget = (rect: string, more: string, flags = 4): string =>
  `<< /Type /Annot /Subtype /Widget /Rect [${rect}] /F ${flags} /T (f${rect.replaceAll(' ', '')}) ${more} >>`;
const field = (rect: string, value: string, more = ''): string =>
  widget(rect, `/FT /Tx /V ${hexOf(value)} /DA (/Helv 10 Tf 0 g) ${more}`);
const box = (rect: string, state: string): string =>
  widget(rect, `/FT /Btn /V /${state} /AS /${state} /AP << /N << /Yes << >> /Off << >> >> >>`);

describe('what is written in the fields of a form', () => {
  const runs = [
    { text: LONG, x: 90, y: 800 },
    { text: '首句。', x: 90, y: 785 },
    { text: '姓名：', x: 90, y: 700 },
    { text: '单位：', x: 90, y: 670 },
    { text: '完。', x: 90, y: 600 },
  ];

  it('stands behind its label', async () => {
    const fields = [field('122 665 300 685', '青山县教育局'), field('122 695 300 715', '王某')];
    expect(await sourceOf(runs, fields)).toBe(`${LONG}首句。\n姓名：王某\n单位：青山县教育局\n完。`);
  });

  it('keeps its lines, and stands between the lines of the page', async () => {
    const source = await sourceOf(runs, [
      field('90 610 500 660', '第一行写得长一些。\r第二行。', '/Ff 4096'),
    ]);
    expect(source.replaceAll('\n', '')).toBe(`${LONG}首句。姓名：单位：第一行写得长一些。第二行。完。`);
  });

  it('is a mark in boxes, and what is chosen of a list', async () => {
    const choices = [
      { text: '已完成', x: 110, y: 700 },
      { text: '未完成', x: 210, y: 700 },
      { text: '学段：', x: 90, y: 650 },
    ];
    const list = widget(
      '122 645 220 665',
      `/FT /Ch /Ff 131072 /V (b) /Opt [[(a) ${hexOf('小学')}] [(b) ${hexOf('初中')}]] /DA (/Helv 10 Tf 0 g)`,
    );
    const source = await sourceOf(choices, [
      box('95 698 107 710', 'Yes'),
      box('195 698 207 710', 'Off'),
      list,
    ]);
    expect(source.split('\n').at(-1)).toBe('学段：初中');
    expect(source.replaceAll(/\s/gu, '')).toContain('☑已完成☐未完成');
  });

  it('is left out where nobody sees it', async () => {
    const hidden = [
      widget('122 695 300 715', `/FT /Tx /V (secret) /DA (/Helv 10 Tf 0 g)`, 2),
      field('122 665 300 685', 'secret', '/Ff 8192'),
      field('122 640 300 660', ''),
    ];
    expect(await sourceOf(runs, hidden)).not.toContain('secret');
  });

  it('comes in from a page that draws nothing itself', async () => {
    expect(await sourceOf([], [field('122 665 300 685', '青山县教育局')])).toBe('青山县教育局');
  });
});

it('reads boxes of text that stand on a page, and names seals', async () => {
  const runs = [
    { text: LONG, x: 90, y: 800 },
    { text: '首句。', x: 90, y: 785 },
    { text: '第一句。', x: 90, y: 700 },
    { text: '末句。', x: 90, y: 400 },
  ];
  const note = `<< /Type /Annot /Subtype /FreeText /Rect [90 500 300 520] /F 4 /Contents ${hexOf('批注的话')} /DA (/Helv 10 Tf) >>`;
  const seal = '<< /Type /Annot /Subtype /Stamp /Rect [300 420 400 490] /F 4 /AP << /N 12 0 R >> >>';
  const form = '<< /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream';
  expect(await sourceOf(runs, [note, seal, form])).toBe(`${LONG}首句。\n第一句。\n批注的话\n[图]\n末句。`);
});
