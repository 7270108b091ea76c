import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, chainedMaps, imagesOf, offsetMaps, rangeIn, withoutEmptySpans } from '#test/random-maps.ts';
import type { TextRange } from '../base/text-range.ts';
import { compose } from './compose-maps.ts';
import { toA, toB } from './map-range.ts';
import {
  createOffsetMap,
  identityMap,
  invert,
  spanTuples,
  type OffsetMap,
  type SpanTuple,
} from './offset-map.ts';

const RUNS = atLeast(1000);
const number = fc.nat({ max: 1000 });

/** Whether two spans are about the same text in the middle: a shared code unit, or an empty one strictly inside. */
function meet(middle: TextRange, other: TextRange): boolean {
  return middle.start < other.end && other.start < middle.end;
}

/** Groups of spans that meet, found by comparing every pair: how the composition must look, without any sweeping. */
function slowCompose(first: OffsetMap, second: OffsetMap): SpanTuple[] {
  const lefts = spanTuples(first);
  const rights = spanTuples(second);
  const nodes = [
    ...lefts.map((span) => ({ middle: { start: span[2], end: span[3] }, side: 0 })),
    ...rights.map((span) => ({ middle: { start: span[0], end: span[1] }, side: 1 })),
  ];
  const group = nodes.map((_, index) => index);
  for (let changed = true; changed;) {
    changed = false;
    nodes.forEach((a, i) => {
      nodes.forEach((b, j) => {
        if (a.side === b.side || !meet(a.middle, b.middle) || group[i] === group[j]) return;
        const low = Math.min(group[i]!, group[j]!);
        group[i] = group[j] = low;
        changed = true;
      });
    });
  }
  const spans: SpanTuple[] = [];
  for (const id of new Set(group)) {
    const members = nodes.map((_, index) => index).filter((index) => group[index] === id);
    const ours = members.filter((index) => index < lefts.length).map((index) => lefts[index]!);
    const theirs = members
      .filter((index) => index >= lefts.length)
      .map((index) => rights[index - lefts.length]!);
    const start = Math.min(...members.map((index) => nodes[index]!.middle.start));
    const end = Math.max(...members.map((index) => nodes[index]!.middle.end));
    const [firstOurs, lastOurs] = [ours[0], ours.at(-1)];
    const [firstTheirs, lastTheirs] = [theirs[0], theirs.at(-1)];
    const aStart = firstOurs ? firstOurs[0] - (firstOurs[2] - start) : copiedBack(lefts, start);
    const aEnd = lastOurs ? lastOurs[1] + (end - lastOurs[3]) : aStart + (end - start);
    const cStart = firstTheirs
      ? firstTheirs[2] - (firstTheirs[0] - start)
      : copiedOn(rights, start, start === end);
    const cEnd = lastTheirs ? lastTheirs[3] + (end - lastTheirs[1]) : cStart + (end - start);
    if (aEnd > aStart || cEnd > cStart) spans.push([aStart, aEnd, cStart, cEnd]);
  }
  return spans.sort((a, b) => a[0] - b[0] || a[2] - b[2] || a[1] - b[1] || a[3] - b[3]);
}

/** Place of A that a copied place of B came from, behind all that was removed there. */
function copiedBack(spans: readonly SpanTuple[], middle: number): number {
  const before = spans.findLast((span) => span[3] <= middle);
  return before ? before[1] + middle - before[3] : middle;
}

/** Place of C that a copied place of B goes to. What was removed at an insertion's place stands before the insertion. */
function copiedOn(spans: readonly SpanTuple[], middle: number, isRemoved: boolean): number {
  const isInsertion = (span: SpanTuple): boolean => span[0] === span[1] && span[0] === middle;
  const before = spans.findLast((span) => span[1] <= middle && !(isRemoved && isInsertion(span)));
  return before ? before[3] + middle - before[1] : middle;
}

/** From the first to the last code unit that a range was made into by both maps; undefined when there is none. */
function madeByBoth(first: OffsetMap, second: OffsetMap, range: TextRange): TextRange | undefined {
  const on = imagesOf(second);
  const made = imagesOf(first)
    .slice(range.start, range.end)
    .flatMap((image) => on.slice(image.start, image.end))
    .filter((image) => image.end > image.start);
  return made.length === 0 ? undefined : { start: made[0]!.start, end: made.at(-1)!.end };
}

function areApart(first: OffsetMap, second: OffsetMap): boolean {
  const middles = spanTuples(second).map((span) => ({ start: span[0], end: span[1] }));
  return spanTuples(first).every((span) =>
    middles.every((other) => !meet({ start: span[2], end: span[3] }, other)),
  );
}

describe('composed maps', () => {
  it('has the spans that comparing every pair gives', () => {
    fc.assert(
      fc.property(chainedMaps(2), ([first, second]) => {
        const composed = compose(first!, second!);
        expect(spanTuples(composed)).toEqual(slowCompose(first!, second!));
        expect(createOffsetMap(composed.spans, composed.aLength, composed.bLength)).toEqual(composed);
      }),
      RUNS,
    );
  });

  it('holds all that a range was made into by both maps, and no more where their spans do not meet', () => {
    fc.assert(
      fc.property(chainedMaps(2), number, number, ([first, second], x, y) => {
        for (const [one, two] of [
          [first!, second!],
          [invert(second!), invert(first!)],
        ] as const) {
          const range = rangeIn(one.aLength, x, y);
          const made = madeByBoth(one, two, range);
          if (made === undefined) continue;
          const direct = toB(compose(one, two), range);
          expect(direct.start).toBeLessThanOrEqual(made.start);
          expect(direct.end).toBeGreaterThanOrEqual(made.end);
          if (areApart(one, two)) expect(direct).toEqual(made);
        }
      }),
      RUNS,
    );
  });

  it('agrees with the two maps in turn, both ways, where nothing was inserted or removed', () => {
    fc.assert(
      fc.property(chainedMaps(2, withoutEmptySpans), number, number, ([first, second], x, y) => {
        const composed = compose(first!, second!);
        const range = rangeIn(first!.aLength, x, y);
        if (range.start < range.end) {
          const direct = toB(composed, range);
          const inTurn = toB(second!, toB(first!, range));
          expect(direct.start <= inTurn.start && direct.end >= inTurn.end).toBe(true);
          if (areApart(first!, second!)) expect(direct).toEqual(inTurn);
        }
        const back = rangeIn(second!.bLength, x, y);
        if (back.start < back.end) {
          const direct = toA(composed, back);
          const inTurn = toA(first!, toA(second!, back));
          expect(direct.start <= inTurn.start && direct.end >= inTurn.end).toBe(true);
          if (areApart(first!, second!)) expect(direct).toEqual(inTurn);
        }
      }),
      RUNS,
    );
  });

  it('the identity on either side changes nothing', () => {
    fc.assert(
      fc.property(offsetMaps, (map) => {
        expect(compose(identityMap(map.aLength), map)).toEqual(map);
        expect(compose(map, identityMap(map.bLength))).toEqual(map);
      }),
      RUNS,
    );
  });

  it('is the same for three maps in whatever order they are composed', () => {
    fc.assert(
      fc.property(chainedMaps(3, withoutEmptySpans), ([one, two, three]) => {
        expect(compose(compose(one!, two!), three!)).toEqual(compose(one!, compose(two!, three!)));
      }),
      RUNS,
    );
  });
});
