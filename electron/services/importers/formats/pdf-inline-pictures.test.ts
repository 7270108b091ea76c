import { deflateSync } from 'node:zlib';
import { applyEdits } from '#core/text/apply-edits.ts';
import { describe, expect, it } from 'vitest';
import { encryptedPdf } from './fixtures/encrypt-pdf.ts';
import { firstExtraObject, makePdf, type PdfExtras } from './fixtures/make-files.ts';
import type { ImportedDocument } from './imported-document.ts';
import { pdfDocument } from './pdf.ts';
import { inlinePictures } from './pdf-inline-pictures.ts';

const RUNS = [
  { text: '前一句。', x: 90, y: 700 },
  { text: '后一句要长一些。', x: 90, y: 200 },
];
const NAMED = '前一句。\n[图]\n后一句要长一些。';
const PLAIN = '前一句。\n后一句要长一些。';

/** A picture among operators, 300 by 200 points large. */
const inline = (dictionary: string, data: string, place = '300 0 0 200 90 300'): string =>
  `q ${place} cm\nBI ${dictionary} ID ${data}\nEI Q`;

const RGB = '/W 2 /H 2 /CS /RGB /BPC 8';
const picture = inline(RGB, 'x'.repeat(12));
const packed = (data: string): string => deflateSync(Buffer.from(data, 'latin1')).toString('latin1');

const pdfOf = (drawn: string, extras: PdfExtras = {}, trailer = ''): Uint8Array =>
  makePdf([RUNS], trailer, { isPacked: true, pages: [{ drawn }], ...extras });

const sourceOf = async (drawn: string, extras?: PdfExtras): Promise<string> =>
  (await pdfDocument(pdfOf(drawn, extras))).source;

const readingOf = ({ source, edits }: ImportedDocument): readonly string[] =>
  applyEdits(source, edits)
    .text.split(/[\n\f]+/u)
    .filter(Boolean);

describe('pictures among the operators of a page', () => {
  it.each([
    ['plain', RGB, 'x'.repeat(12)],
    ['with whole names', '/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8', 'x'.repeat(12)],
    ['masks', '/W 16 /H 8 /IM true /D [1 0]', '\xff'.repeat(16)],
    ['of a table of colours', '/W 4 /H 4 /BPC 8 /CS [/Indexed /DeviceRGB 1 (a\\)\\]b[c)]', '\x01'.repeat(16)],
    ['of colours with a name', '/W 4 /H 4 /BPC 8 /CS /Cs1', '\x01'.repeat(64)],
    ['packed', `${RGB} /F /Fl`, packed('xyz'.repeat(4))],
    ['packed twice', `${RGB} /F [/AHx /Fl]`, `${Buffer.from(packed('xyz'), 'latin1').toString('hex')}>`],
    ['packed with more said of it', '/W 9 /H 9 /F /CCF /DP <</K -1 /Columns 9>>', '\x80\x01\x90'],
    ['a JPEG', `${RGB} /F /DCT`, '\xff\xd8\xff\xd9'],
    ['that say that they are huge', '/W 90000 /H 90000 /CS /G /BPC 8', 'x'],
    ['whose data says EI', RGB, 'a EI b\nEI c '],
    ['whose packed data says EI', `${RGB} /F /Fl`, '\x78\x9c EI \x80\xff\x01 EI nothing'],
  ])('are named where they stand: %s', async (_, dictionary, data) => {
    expect(await sourceOf(inline(dictionary, data))).toBe(NAMED);
    expect(await sourceOf(inline(dictionary, data), { isPacked: false })).toBe(NAMED);
  });

  it('are named by what the document says of them', async () => {
    const first = firstExtraObject(1);
    const extras = {
      pages: [{ drawn: `/Figure << /MCID 0 >> BDC ${picture} EMC`, entries: '/StructParents 0 ' }],
      catalog: `/MarkInfo << /Marked true >> /StructTreeRoot ${first} 0 R `,
      objects: [
        `<< /Type /StructTreeRoot /K [${first + 1} 0 R] /ParentTree << /Nums [0 [${first + 1} 0 R]] >> >>`,
        `<< /S /Figure /P ${first} 0 R /Pg 8 0 R /Alt (Gate) /K 0 >>`,
      ],
    };
    expect(await sourceOf('', extras)).toBe('前一句。\n[图：Gate]\n后一句要长一些。');
  });

  it('are named in a form that the page draws', async () => {
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Length ${picture.length} >>\nstream\n${picture}\nendstream`;
    const extras = {
      pages: [{ drawn: '/P Do', resources: `/XObject << /P ${firstExtraObject(1)} 0 R >> ` }],
      objects: [form],
    };
    expect(await sourceOf('', extras)).toBe(NAMED);
  });

  it('change nothing of how the text is set that they stand in', async () => {
    const word = '<524d> Tj';
    const drawn = `BT /F 10 Tf 90 500 Td 3 Tc ${word} ${inline(RGB, 'x'.repeat(12))} ${word} ET`;
    const runs = [{ text: '前', x: 90, y: 700 }];
    const read = async (content: string): Promise<string> =>
      (await pdfDocument(makePdf([runs], '', { pages: [{ drawn: content }] }))).source;
    expect(await read(drawn)).toContain('前前');
  });

  it('are left out when they are small, one point, or a glyph', async () => {
    const drawn = [
      inline('/W 8 /H 8 /IM true', 'x'.repeat(8), '7 0 0 7 90 300'),
      inline('/W 300 /H 1 /CS /G /BPC 8', 'x'.repeat(300), '400 0 0 2 90 400'),
      inline('/W 1 /H 1 /CS /RGB /BPC 8', 'xyz'),
      inline('/W 0 /H 9 /CS /RGB /BPC 8', ''),
    ];
    expect(await sourceOf(drawn.join('\n'))).toBe(PLAIN);
    expect(inlinePictures(`500 0 0 0 9 9 d1\n${picture}`)).toEqual([]);
  });

  it('are one when they were cut in strips', async () => {
    const strips = Array.from({ length: 200 }, (_, at) =>
      inline('/W 300 /H 1 /CS /G /BPC 8', String.fromCharCode(at).repeat(300), `300 0 0 1 90 ${300 + at}`),
    );
    expect(await sourceOf(strips.join('\n'))).toBe(NAMED);
  });

  it('are furniture when they come again in the same place', async () => {
    const page = { drawn: `${inline(RGB, 'logo'.repeat(3), '80 0 0 40 60 780')} ${picture}` };
    const runs = ['甲。', '乙。'].map((text) => [{ text, x: 90, y: 700 }]);
    const twice = await pdfDocument(makePdf(runs, '', { isPacked: true, pages: [page, page] }));
    expect(readingOf(twice)).toEqual(['[图]', '甲。', '[图]', '[图]', '乙。', '[图]']);
    const other = { drawn: `${inline(RGB, 'logo'.repeat(3), '80 0 0 40 60 780')}` };
    const thrice = makePdf([...runs, [{ text: '丙。', x: 90, y: 700 }]], '', {
      isPacked: true,
      pages: [page, page, other],
    });
    expect(readingOf(await pdfDocument(thrice))).toEqual(['甲。', '[图]', '乙。', '[图]', '丙。']);
  });

  it('are told of once where there are thousands', async () => {
    const tiles = Array.from({ length: 5_100 }, (_, at) =>
      inline('/W 2 /H 2 /CS /G /BPC 8', 'wxyz', `9 0 0 9 ${90 + (at % 50) * 9} ${60 + (at % 97)}`),
    );
    expect(await sourceOf(tiles.join('\n'))).toBe(`${PLAIN}\n[图太多，没有逐一标出]`);
  });

  it.each([
    ['never end', 'q BI /W 2 /H 2 /CS /RGB /BPC 8 ID xxxxx'],
    ['end before their data', 'q BI /W 2 /H 2 /CS /RGB'],
    ['are no dictionary', 'BI 3 4 ID x EI'],
    ['are no more than a word', 'BI'],
  ])('harm no text of other pages where they %s', async (_, drawn) => {
    const pdf = makePdf([[{ text: '前一句。', x: 90, y: 700 }], RUNS], '', {
      isPacked: true,
      pages: [{}, { drawn }],
    });
    expect((await pdfDocument(pdf)).source).toMatch(/^前一句。\f/u);
  });

  it('are no words of a text', async () => {
    const shown = 'BT /F 10 Tf 90 500 Td (a BI /W 9 /H 9 ID \\) x \nEI ) Tj ET % BI /W 9 /H 9 ID x EI\n';
    expect(inlinePictures(`${shown}<< /A (BI /W 9 /H 9 ID x EI ) >> BDC EMC`)).toEqual([]);
  });

  it.each([
    ['less than nothing', '/W -35 /H 1'],
    ['less than nothing a point', '/W 35 /H 1 /BPC -8'],
    ['endless', '/W Infinity /H 0'],
    ['no number', '/W x /H 0x9'],
  ])('never lead back before themselves: %s', (_, size) => {
    const content = `EI BI ${size} /CS /G /BPC 8 ID x EI Q`;
    const next = 'BI /W 2 /H 1 /CS /G /BPC 8 ID xx EI';
    const found = inlinePictures(`${content} ${next}`).map(({ start, end }) => [start, end]);
    expect(found.at(-1)).toEqual([content.length + 1, content.length + 1 + next.length]);
    for (const place of found.slice(0, -1)) expect(place).toEqual([3, content.length - 2]);
  });

  it('are named in a file that is encrypted for its owner', async () => {
    const of = async (drawn: string): Promise<string> =>
      (await pdfDocument(encryptedPdf((trailer) => pdfOf(drawn, { isPacked: false }, trailer)))).source;
    expect(await of(picture)).toBe(NAMED);
    expect(await of(inline('/W 16 /H 8 /IM true', '\x0f'.repeat(16)))).toBe(NAMED);
    expect(await of(inline('/W 1 /H 1 /CS /RGB /BPC 8', 'xyz'))).toBe(PLAIN);
    expect(await of(inline('/W 300 /H 20 /CS /G /BPC 8', 'x'.repeat(6_000)))).toBe(NAMED);
    const rows = (dictionary: string, data: string): string =>
      Array.from({ length: 12 }, (_, at) => inline(dictionary, data, `30 0 0 10 90 ${300 + at * 15}`)).join(
        '\n',
      );
    const twelve = `前一句。\n${'[图]\n'.repeat(12)}后一句要长一些。`;
    expect(await of(rows(RGB, 'x'.repeat(12)))).toBe(twelve);
    expect(await of(rows('/W 16 /H 8 /IM true', '\x0f'.repeat(16)))).toBe(twelve);
  });
});
