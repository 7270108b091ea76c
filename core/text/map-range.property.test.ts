import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, imagesOf, offsetMaps, rangeIn } from '#test/random-maps.ts';
import type { TextRange } from '../base/text-range.ts';
import { toA, toB } from './map-range.ts';
import { createOffsetMap, identityMap, invert, spanTuples, type OffsetMap } from './offset-map.ts';

const RUNS = atLeast(1000);
const number = fc.nat({ max: 1000 });

/** The leftmost place of B that belongs to a place of A. */
function pointOf(map: OffsetMap, offset: number): number {
  for (const [aStart, aEnd, bStart] of spanTuples(map)) if (aStart < offset && offset < aEnd) return bStart;
  const images = imagesOf(map);
  const before = images.slice(0, offset).map((image) => image.end);
  const atStart = spanTuples(map).find(([, , bStart]) => bStart === 0);
  // Only insertions at the very beginning can push a place right of the text made from what stands before it.
  return before.length === 0 ? (atStart === undefined ? 0 : atStart[2]) : Math.max(...before);
}

function slowToB(map: OffsetMap, range: TextRange): TextRange {
  const images = imagesOf(map).slice(range.start, range.end);
  const left = images.filter((image) => image.end > image.start);
  if (left.length > 0) return { start: left[0]!.start, end: left.at(-1)!.end };
  const at = images[0]?.start ?? pointOf(map, range.start);
  return { start: at, end: at };
}

/** A range without the code units at its edges that left nothing; undefined when none is left. */
function trimmed(map: OffsetMap, range: TextRange): TextRange | undefined {
  const images = imagesOf(map);
  let { start, end } = range;
  while (start < end && images[start]!.start === images[start]!.end) start += 1;
  while (start < end && images[end - 1]!.start === images[end - 1]!.end) end -= 1;
  return start < end ? { start, end } : undefined;
}

describe('ranges through a map', () => {
  it('toB is what the code units say one by one', () => {
    fc.assert(
      fc.property(offsetMaps, number, number, (map, x, y) => {
        const range = rangeIn(map.aLength, x, y);
        expect(toB(map, range)).toEqual(slowToB(map, range));
      }),
      RUNS,
    );
  });

  it('toA is what the code units say one by one', () => {
    fc.assert(
      fc.property(offsetMaps, number, number, (map, x, y) => {
        const range = rangeIn(map.bLength, x, y);
        expect(toA(map, range)).toEqual(slowToB(invert(map), range));
      }),
      RUNS,
    );
  });

  it('toA(toB(range)) holds all of the range that left anything, and toB of that is the same again', () => {
    fc.assert(
      fc.property(offsetMaps, number, number, (map, x, y) => {
        const range = rangeIn(map.aLength, x, y);
        const there = toB(map, range);
        const back = toA(map, there);
        const kept = trimmed(map, range);
        if (kept === undefined) {
          expect(there.end).toBe(there.start);
          return;
        }
        expect(back.start).toBeLessThanOrEqual(kept.start);
        expect(back.end).toBeGreaterThanOrEqual(kept.end);
        expect(toB(map, back)).toEqual(there);
      }),
      RUNS,
    );
  });

  it('is monotone: ranges and places keep their order', () => {
    fc.assert(
      fc.property(offsetMaps, number, number, number, number, (map, x, y, u, v) => {
        const [one, two] = [rangeIn(map.aLength, x, y), rangeIn(map.aLength, u, v)];
        const bothEmpty = one.start === one.end && two.start === two.end;
        const bothKept = trimmed(map, one) !== undefined && trimmed(map, two) !== undefined;
        if (!bothEmpty && !bothKept) return;
        const [first, second] = [toB(map, one), toB(map, two)];
        if (one.start <= two.start) expect(first.start).toBeLessThanOrEqual(second.start);
        if (one.end <= two.end) expect(first.end).toBeLessThanOrEqual(second.end);
      }),
      RUNS,
    );
  });

  it('the identity changes no range', () => {
    fc.assert(
      fc.property(number, number, number, (length, x, y) => {
        const range = rangeIn(length, x, y);
        expect(toB(identityMap(length), range)).toEqual(range);
        expect(toA(identityMap(length), range)).toEqual(range);
      }),
      RUNS,
    );
  });

  it('every random map passes the check, forwards and inverted', () => {
    fc.assert(
      fc.property(offsetMaps, (map) => {
        const inverse = invert(map);
        expect(createOffsetMap(map.spans, map.aLength, map.bLength)).toEqual(map);
        expect(createOffsetMap(inverse.spans, inverse.aLength, inverse.bLength)).toEqual(inverse);
        expect(invert(inverse)).toEqual(map);
      }),
      RUNS,
    );
  });
});
