import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOffsetMap } from '../text/offset-map.ts';
import { loadFolder } from './fold.ts';

const pieces = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom(...'教育強國强国 　“”，。Ａｂ1㎏𠮷\u200b\n計畫着'), { maxLength: 12 })
    .map((list) => list.join('')),
);

test('folding is context-free and idempotent, and its map fits', async () => {
  const { fold, foldWithMap } = await loadFolder();
  fc.assert(
    fc.property(pieces, pieces, (a, b) => {
      // Two halves of a surrogate pair are one code point only together.
      fc.pre(!/[\ud800-\udbff]$/u.test(a) || !/^[\udc00-\udfff]/u.test(b));
      expect(fold(a + b)).toBe(fold(a) + fold(b));
      expect(fold(fold(a))).toBe(fold(a));
      const folded = foldWithMap(a);
      expect(folded.text).toBe(fold(a));
      expect(() => createOffsetMap(folded.map.spans, a.length, folded.text.length)).not.toThrow();
      expect([...folded.gaps].every((gap) => gap > 0 && gap < folded.text.length)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('every code point folds to what folds to itself', async () => {
  const { fold } = await loadFolder();
  const wrong: string[] = [];
  for (let codePoint = 0; codePoint < 0x32000; codePoint += 1) {
    const folded = fold(String.fromCodePoint(codePoint));
    if (fold(folded) !== folded) wrong.push(codePoint.toString(16));
  }
  expect(wrong).toEqual([]);
});
