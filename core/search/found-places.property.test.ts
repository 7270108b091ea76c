import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextRange } from '../base/text-range.ts';
import { FoundPlaces, type WindowSeed } from './found-places.ts';

const LENGTH = 60;

const places = fc
  .array(fc.record({ start: fc.nat(LENGTH - 1), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 30 })
  .map((list) =>
    list
      .map(({ start, length }) => ({ start, end: Math.min(LENGTH, start + length) }))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  );
const seed: fc.Arbitrary<WindowSeed> = fc.oneof(
  fc.record({ kind: fc.constant('numbers' as const), from: fc.nat(35), to: fc.nat(35) }),
  fc
    .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
    .map(([a, b]) => ({ kind: 'text' as const, start: Math.min(a, b), end: Math.max(a, b) })),
);

/** The numbers from the first place that is asked for up to the last. */
function runOf(all: readonly TextRange[], asked: WindowSeed): { readonly from: number; readonly to: number } {
  if (asked.kind === 'numbers') return { from: asked.from, to: Math.max(asked.from, asked.to) };
  const numbers = all.flatMap(({ start, end }, number) =>
    end > asked.start && start < asked.end ? [number] : [],
  );
  const [from = 0, to = -1] = [numbers[0], numbers.at(-1)];
  return { from: numbers.length === 0 ? 0 : from, to: to + 1 };
}

test('a window is a run of the places, holds what it was asked for, and all that touches the text it names', () => {
  fc.assert(
    fc.property(places, seed, fc.integer({ min: 1, max: 40 }), (all, asked, most) => {
      const found = new FoundPlaces(all, LENGTH);
      const { first, places: shown, start, end } = found.window(asked, most);
      expect(found.count).toBe(all.length);
      expect(shown).toEqual(all.slice(first, first + shown.length));
      expect(shown.length).toBe(Math.min(most, all.length));
      const touching = all.filter((place) => place.end > start && place.start < end);
      for (const place of touching) expect(shown).toContainEqual(place);
      expect(touching.length).toBeLessThanOrEqual(shown.length);
      const run = runOf(all, asked);
      // Where nothing is asked for, any run of the places holds it.
      if (run.to <= run.from || run.to - run.from > most) return;
      expect(first).toBeLessThanOrEqual(Math.min(run.from, all.length));
      expect(first + shown.length).toBeGreaterThanOrEqual(Math.min(run.to, all.length));
    }),
  );
});
