import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextRange } from '../base/text-range.ts';
import { Effort } from './effort.ts';
import { nearSpans } from './near-spans.ts';
import { atLeast } from '#test/random-maps.ts';

/** Places of any lengths, also several with one start, as spans of spans are. */
const places = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 14 })
  .map((list) => list.map(([start, length]) => ({ start, end: start + length })))
  .map((list) => list.toSorted((a, b) => a.start - b.start));

/** By a look at all pairs. */
function allPairs(left: readonly TextRange[], right: readonly TextRange[], distance: number): TextRange[] {
  const spans = new Map<string, TextRange>();
  for (const a of left) {
    for (const b of right) {
      const between = b.start >= a.end ? b.start - a.end : a.start - b.end;
      if (between < 0 || between > distance) continue;
      const span = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
      spans.set(`${span.start} ${span.end}`, span);
    }
  }
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

test('spans are those of a look at all pairs, each once and in order', () => {
  fc.assert(
    fc.property(places, places, fc.nat(30), fc.boolean(), (left, right, distance, isSame) => {
      const other = isSame ? left : right;
      expect(nearSpans(left, other, distance, new Effort(''))).toEqual(allPairs(left, other, distance));
    }),
    atLeast(1_000),
  );
});

test('so many spans that they are refused are refused after that many steps, whatever the text', () => {
  const dense = Array.from({ length: 60_000 }, (_item, at) => ({ start: at, end: at + 1 }));
  const slow = expect.objectContaining({ params: expect.objectContaining({ reason: 'slow' }) });
  expect(() => nearSpans(dense, dense, 200, new Effort('a NEAR/200 a', 2_000_000))).toThrow(slow);
  const sparse = dense.filter((_place, at) => at % 20 === 0);
  // Ten behind each place, but for the last ones.
  expect(nearSpans(sparse, sparse, 199, new Effort(''))).toHaveLength(10 * 3_000 - 55);
});
