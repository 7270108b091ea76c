import { describe, expect, it } from 'vitest';
import { compose } from './compose-maps.ts';
import { toA, toB } from './map-range.ts';
import { concatenate, OffsetMapBuilder } from './offset-map-builder.ts';
import { createOffsetMap, identityMap, invert, spanTuples } from './offset-map.ts';

/** 統(tǒng)籌 → 統籌: a bracket of six code units removed behind the first character. */
const bracket = createOffsetMap([1, 7, 1, 1], 8, 2);

describe('createOffsetMap', () => {
  it.each([
    ['spans that are not whole', [0, 1, 0], 2, 2],
    ['overlapping spans', [0, 2, 0, 2, 1, 3, 2, 4], 4, 5],
    ['spans out of order', [2, 3, 2, 3, 0, 1, 0, 1], 4, 4],
    ['a span that is reversed', [2, 1, 1, 1], 4, 4],
    ['a span that is empty on both sides', [1, 1, 1, 1], 2, 2],
    ['copied text of two lengths', [1, 2, 2, 3], 4, 4],
    ['a span behind the end', [4, 5, 4, 5], 4, 4],
    ['an end that does not fit', [0, 1, 0, 0], 2, 2],
    ['a negative length', [], -1, -1],
    ['lengths that differ without a span', [], 1, 2],
  ])('refuses %s', (_, spans, aLength, bLength) => {
    expect(() => createOffsetMap(spans, aLength, bLength)).toThrow(RangeError);
  });

  it('keeps touching spans, insertions and deletions apart', () => {
    const map = createOffsetMap([0, 1, 0, 1, 1, 1, 1, 3, 1, 2, 3, 3], 2, 3);
    expect(spanTuples(map)).toEqual([
      [0, 1, 0, 1],
      [1, 1, 1, 3],
      [1, 2, 3, 3],
    ]);
  });
});

describe('a removed bracket', () => {
  it.each([
    ['stays outside at the right edge', { start: 0, end: 1 }, { start: 0, end: 1 }],
    ['stays outside at the left edge', { start: 1, end: 2 }, { start: 7, end: 8 }],
    ['stays inside', { start: 0, end: 2 }, { start: 0, end: 8 }],
    ['lies right of a caret', { start: 1, end: 1 }, { start: 1, end: 1 }],
  ])('%s', (_, inB, inA) => {
    expect(toA(bracket, inB)).toEqual(inA);
  });

  it('gives an empty range when it alone is mapped', () => {
    expect(toB(bracket, { start: 2, end: 6 })).toEqual({ start: 1, end: 1 });
    expect(toB(bracket, { start: 4, end: 4 })).toEqual({ start: 1, end: 1 });
  });
});

describe('an insertion', () => {
  const inserted = invert(bracket);

  it('stays outside at an edge, inside inside, and lies right of a caret', () => {
    expect(toB(inserted, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(toB(inserted, { start: 1, end: 2 })).toEqual({ start: 7, end: 8 });
    expect(toB(inserted, { start: 0, end: 2 })).toEqual({ start: 0, end: 8 });
    expect(toB(inserted, { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
    expect(toA(inserted, { start: 2, end: 4 })).toEqual({ start: 1, end: 1 });
  });
});

describe('a replaced word', () => {
  const word = createOffsetMap([1, 3, 1, 4], 4, 5);

  it('is taken whole by whatever touches it', () => {
    expect(toB(word, { start: 2, end: 3 })).toEqual({ start: 1, end: 4 });
    expect(toA(word, { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
    expect(toA(word, { start: 2, end: 2 })).toEqual({ start: 1, end: 1 });
  });
});

describe('ranges that are not in the text', () => {
  it.each([
    { start: 0, end: 3 },
    { start: -1, end: 1 },
    { start: 2, end: 1 },
    { start: 0.5, end: 1 },
    { start: Number.NaN, end: 1 },
  ])('are refused: %o', (range) => {
    expect(() => toA(bracket, range)).toThrow(RangeError);
  });
});

describe('compose', () => {
  it('refuses maps that do not meet', () => {
    expect(() => compose(identityMap(2), identityMap(3))).toThrow(RangeError);
  });

  it('keeps spans apart that only touch', () => {
    const first = createOffsetMap([0, 2, 0, 2], 4, 4);
    const second = createOffsetMap([2, 3, 2, 3], 4, 4);
    expect(spanTuples(compose(first, second))).toEqual([
      [0, 2, 0, 2],
      [2, 3, 2, 3],
    ]);
  });

  it('forgets what was inserted and removed again', () => {
    const inserted = createOffsetMap([1, 1, 1, 3], 2, 4);
    const removed = createOffsetMap([1, 3, 1, 1], 4, 2);
    expect(spanTuples(compose(inserted, removed))).toEqual([]);
  });

  it('puts a removal before an insertion at the same place', () => {
    const removed = createOffsetMap([1, 3, 1, 1], 4, 2);
    const inserted = createOffsetMap([1, 1, 1, 2], 2, 3);
    expect(spanTuples(compose(removed, inserted))).toEqual([
      [1, 3, 1, 1],
      [3, 3, 1, 2],
    ]);
  });

  it('takes linear time: 200,000 spans of two maps over a million characters', () => {
    const first = new OffsetMapBuilder();
    const second = new OffsetMapBuilder();
    for (let index = 0; index < 100_000; index += 1) {
      first.copy(8);
      first.replace(2, 2);
      second.copy(3);
      second.replace(3, 3);
      second.copy(4);
    }
    const [one, two] = [first.build(), second.build()];
    const started = performance.now();
    const composed = compose(one, two);
    // By squares it would take minutes; a busy machine may need more than the usual part of a second.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(composed.spans.length).toBe(200_000 * 4);
  });
});

describe('OffsetMapBuilder', () => {
  it('leaves no span where nothing changed, and refuses what is no count', () => {
    const builder = new OffsetMapBuilder(1);
    builder.copy(2);
    builder.replace(0, 0);
    expect(spanTuples(builder.build())).toEqual([]);
    expect(() => builder.copy(-1)).toThrow(RangeError);
    expect(() => builder.replace(1, Number.NaN)).toThrow(RangeError);
  });

  it('gives maps that do not change when it goes on', () => {
    const builder = new OffsetMapBuilder(4);
    builder.replace(1, 2);
    const map = builder.build();
    builder.replace(3, 1);
    expect(spanTuples(map)).toEqual([[0, 1, 0, 2]]);
    expect(map.aLength).toBe(1);
  });
});

describe('concatenate', () => {
  it('moves each map behind the one before and a separator', () => {
    const map = concatenate([bracket, identityMap(3), bracket], 1);
    expect(spanTuples(map)).toEqual([
      [1, 7, 1, 1],
      [14, 20, 8, 8],
    ]);
    expect([map.aLength, map.bLength]).toEqual([21, 9]);
    expect(concatenate([])).toEqual(identityMap(0));
  });
});
