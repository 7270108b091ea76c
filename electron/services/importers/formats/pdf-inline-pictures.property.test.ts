import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePdf } from './fixtures/make-files.ts';
import { pdfDocument } from './pdf.ts';
import { inlinePictures } from './pdf-inline-pictures.ts';

/** Operators that hold no picture, some with letters of one. */
const others = fc.constantFrom(
  '1 0 0 1 0 0 cm',
  '0 g 1 w 10 20 m 30 40 l S',
  '(a BI /W 2 /H 2 ID x) Tj',
  '(a \\) b (c) BI) Tj',
  '[(BI) -20 <4249>] TJ',
  '% BI /W 2 /H 2 ID x EI\n',
  '/P << /MCID 0 /A (BI /W 1) >> BDC EMC',
  '/BI gs',
);

/** Any bytes, among them often those that end a picture. */
const data = fc
  .array(
    fc.oneof(
      fc.constantFrom('EI', '\nEI ', ' EI', 'ID ', 'BI ', '\x80'),
      fc.string({ unit: 'binary-ascii', maxLength: 5 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

/** A picture of one byte a point whose data is as long as it says. */
const pictures = fc
  .tuple(data, fc.constantFrom('\n', ' '))
  .map(([bytes, gap]) => `BI /W ${bytes.length + 2} /H 1 /CS /G /BPC 8 ID ${bytes}xx${gap}EI`);

const contents = fc.array(
  fc.oneof(
    others.map((text) => ({ text, isPicture: false })),
    pictures.map((text) => ({ text, isPicture: true })),
  ),
  { maxLength: 12 },
);

it('finds each picture among operators, from its first letter to behind its last', () => {
  fc.assert(
    fc.property(contents, (parts) => {
      let content = '';
      const expected: { start: number; end: number }[] = [];
      for (const { text, isPicture } of parts) {
        const start = content.length;
        content += text;
        if (isPicture) expected.push({ start, end: content.length });
        content += '\n';
      }
      expect(inlinePictures(content)).toEqual(expected);
    }),
  );
});

it('finds ranges in order, within any content', () => {
  const parts = fc.constantFrom(
    'BI',
    ' ',
    '/W 2',
    '/H 2',
    '/H -9',
    '/W Infinity',
    '/CS/G/BPC 8',
    ' ID ',
    'EI',
    '(',
    ')',
    '<',
    '>',
    '<<',
    '%',
    '\n',
    '/F /Fl',
    '[',
    ']',
    'Q',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(parts, fc.string({ unit: 'binary-ascii', maxLength: 3 })), { maxLength: 60 }),
      (all) => {
        const content = all.join('');
        let last = 0;
        for (const { start, end } of inlinePictures(content)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(content.slice(start, start + 2)).toBe('BI');
          expect(content.slice(end - 2, end)).toBe('EI');
          last = end;
        }
        expect(last).toBeLessThanOrEqual(content.length);
      },
    ),
  );
});

it('names pictures of any data without a character of the text being lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 3 }), fc.boolean(), async (all, isPacked) => {
      const drawn = all
        .map(
          (bytes, at) =>
            `q 100 0 0 100 90 ${300 + at * 150} cm BI /W ${bytes.length + 2} /H 1 /CS /G /BPC 8 ID ${bytes}xx\nEI Q`,
        )
        .join('\n');
      const runs = [
        { text: '前一句。', x: 90, y: 750 },
        { text: '后一句要长一些。', x: 90, y: 200 },
      ];
      const { source } = await pdfDocument(makePdf([runs], '', { isPacked, pages: [{ drawn }] }));
      expect(source.replace(/\[图\]\n/gu, '')).toBe('前一句。\n后一句要长一些。');
    }),
    // No room for marks, and an end that is none.
    { examples: [[['', '\nEI BI '], false]] },
  );
});
