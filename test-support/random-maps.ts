import fc from 'fast-check';
import { OffsetMapBuilder } from '#core/text/offset-map-builder.ts';
import { spanTuples, type OffsetMap } from '#core/text/offset-map.ts';
import type { TextRange } from '#core/base/text-range.ts';

/** At least this many random cases; `npm run fuzz` raises the number for all properties. */
export function atLeast(runs: number): { readonly numRuns: number } {
  return { numRuns: Math.max(runs, fc.readConfigureGlobal().numRuns ?? 0) };
}

/** A step of a random map: `copy` code units, then a span of `from` and `to` code units. */
export interface MapStep {
  readonly copy: number;
  readonly from: number;
  readonly to: number;
}

/** Short steps, so that spans often touch, and insertions and deletions meet at one place. */
export const mapSteps: fc.Arbitrary<readonly MapStep[]> = fc.array(
  fc.record({ copy: fc.constantFrom(0, 0, 1, 2, 5), from: fc.nat({ max: 4 }), to: fc.nat({ max: 4 }) }),
  { maxLength: 14 },
);

/** Steps that neither insert nor remove. */
export const withoutEmptySpans: fc.Arbitrary<readonly MapStep[]> = mapSteps.map((steps) =>
  steps.map((step) => ({ ...step, from: step.from + 1, to: step.to + 1 })),
);

/** The map that steps make of a text of exactly `length` code units; what is left over is copied, what is missing cut. */
export function mapOfSteps(steps: readonly MapStep[], length: number): OffsetMap {
  const builder = new OffsetMapBuilder();
  for (const step of steps) {
    builder.copy(Math.min(step.copy, length - builder.aLength));
    const from = Math.min(step.from, length - builder.aLength);
    // A span that was meant to replace something inserts nothing where the text has ended.
    if (from > 0 || step.from === 0) builder.replace(from, step.to);
  }
  builder.copy(length - builder.aLength);
  return builder.build();
}

/** Any map. */
export const offsetMaps: fc.Arbitrary<OffsetMap> = fc
  .tuple(mapSteps, fc.nat({ max: 40 }))
  .map(([steps, length]) => mapOfSteps(steps, length));

/** Maps that can be composed: each begins where the one before ends. */
export function chainedMaps(count: number, steps = mapSteps): fc.Arbitrary<readonly OffsetMap[]> {
  return fc
    .tuple(fc.nat({ max: 40 }), fc.array(steps, { minLength: count, maxLength: count }))
    .map(([length, all]) => {
      const maps: OffsetMap[] = [];
      for (const one of all) maps.push(mapOfSteps(one, maps.at(-1)?.bLength ?? length));
      return maps;
    });
}

/** A range in a text of `length` code units, from two random numbers. */
export function rangeIn(
  length: number,
  x: number,
  y: number,
): { readonly start: number; readonly end: number } {
  const a = x % (length + 1);
  const b = y % (length + 1);
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** Which code units of B each code unit of A was made into, one by one: the slow truth that the maps are held against. */
export function imagesOf(map: OffsetMap): TextRange[] {
  const images: TextRange[] = [];
  let b = 0;
  for (const [aStart, aEnd, bStart, bEnd] of spanTuples(map)) {
    while (images.length < aStart) images.push({ start: b, end: (b += 1) });
    while (images.length < aEnd) images.push({ start: bStart, end: bEnd });
    b = bEnd;
  }
  while (images.length < map.aLength) images.push({ start: b, end: (b += 1) });
  return images;
}
