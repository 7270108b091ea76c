import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { toA, toB } from './map-range.ts';
import { spanTuples } from './offset-map.ts';
import { splitRemovals } from './split-removals.ts';

const removal = (source: string, start: number, end: number) => ({
  start,
  end,
  before: source.slice(start, end),
  after: '',
  rule: 'test',
  confidence: 1,
  applied: true,
});

test('a removed bracket is one span a character, a pair stays whole', () => {
  const source = '統(𠮷)籌';
  const { map } = applyEdits(source, [removal(source, 1, 5)]);
  expect(spanTuples(splitRemovals(map, source))).toEqual([
    [1, 2, 1, 1],
    [2, 4, 1, 1],
    [4, 5, 1, 1],
  ]);
});

test('ranges map as they did before, both ways', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (source, a, b, c, d) => {
      const place = (n: number, length: number): number => n % (length + 1);
      const [start = 0, end = 0] = [place(a, source.length), place(b, source.length)].toSorted(
        (x, y) => x - y,
      );
      const { map, text: shown } = applyEdits(source, [removal(source, start, end)]);
      const split = splitRemovals(map, source);
      const range = (length: number) => {
        const [from = 0, to = 0] = [place(c, length), place(d, length)].toSorted((x, y) => x - y);
        return { start: from, end: to };
      };
      expect(toB(split, range(source.length))).toEqual(toB(map, range(source.length)));
      expect(toA(split, range(shown.length))).toEqual(toA(map, range(shown.length)));
    }),
    { numRuns: 2_000 },
  );
});
