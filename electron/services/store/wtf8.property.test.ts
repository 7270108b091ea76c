import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText } from './hashes.ts';
import { decodeText, encodeText } from './wtf8.ts';

/** Any UTF-16 units, surrogates often, in pairs and alone. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.constantFrom(0, 0xfeff, 0xfffd, 0x4e00, 0xd7ff, 0xe000),
    ),
    { maxLength: 40 },
  )
  .map((units) => String.fromCharCode(...units));

const wellFormed = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff)));

test('every string comes back as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(decodeText(encodeText(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('well-formed text is plain UTF-8', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      expect(Buffer.compare(encodeText(text), Buffer.from(text, 'utf8'))).toBe(0);
    }),
  );
});

test('texts that UTF-8 would make alike have hashes of their own', () => {
  expect(new Set(['\ud800', '\udfff', '\ufffd', '\ud800\udfff', '\udfff\ud800'].map(hashText)).size).toBe(5);
});

test('bytes that were never written are an error, not a guess', () => {
  expect(() => decodeText(Uint8Array.of(0x61, 0xff, 0x62))).toThrow();
});
