import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextRange } from '../base/text-range.ts';
import { uncovered } from './uncovered.ts';

const range = fc
  .tuple(fc.nat(30), fc.nat(6))
  .map(([start, length]): TextRange => ({ start, end: start + length }));
const ranges = fc.array(range, { maxLength: 12 });

const isInside = (inner: TextRange, outer: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

test('what is kept lies in nothing else, and what is dropped lies in something', () => {
  fc.assert(
    fc.property(ranges, ranges, (wanted, covering) => {
      const covers = covering.filter(({ start, end }) => start < end);
      const kept = uncovered(wanted, covers);
      for (const each of kept) {
        expect(wanted).toContainEqual(each);
        const others = [...covers, ...kept.filter((other) => other !== each)];
        expect(others.some((other) => isInside(each, other))).toBe(false);
      }
      for (const each of wanted.filter(({ start, end }) => start < end)) {
        expect([...covers, ...kept].some((other) => isInside(each, other))).toBe(true);
      }
      expect(kept.map(({ start }) => start)).toEqual(kept.map(({ start }) => start).sort((a, b) => a - b));
      // Once made, nothing is left to make.
      expect(uncovered(wanted, [...covers, ...kept])).toEqual([]);
    }),
  );
});
