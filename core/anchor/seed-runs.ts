import type { Run } from './alignment.ts';

/** Code units that a string must have in common to be taken for the same passage wherever it stands. */
export const SEED = 12;

/**
 * Strings of at least {@link SEED} code units that stand once in what the runs leave of the old text and once in what they
 * leave of the new one, grown as far as both are equal and free. They need not be in the order of the runs.
 */
export function findSeeds(a: string, b: string, runs: readonly Run[]): readonly Run[] {
  const freeA = freeUnits(
    a.length,
    runs.map((run) => [run.a, run.length]),
  );
  const freeB = freeUnits(
    b.length,
    runs.map((run) => [run.b, run.length]),
  );
  const placesA = uniqueGrams(a, freeA);
  const placesB = uniqueGrams(b, freeB);
  const found: Run[] = [];
  for (const [gram, startA] of placesA) {
    const startB = placesB.get(gram) ?? -1;
    if (startA < 0 || startB < 0 || freeA[startA] === 0 || freeB[startB] === 0) continue;
    let [from, to] = [0, 0];
    while (freeA[startA + to] === 1 && freeB[startB + to] === 1 && a[startA + to] === b[startB + to]) to += 1;
    if (to < SEED) continue;
    const before = (step: number): boolean =>
      freeA[startA - step] === 1 && freeB[startB - step] === 1 && a[startA - step] === b[startB - step];
    while (before(from + 1)) from += 1;
    freeA.fill(0, startA - from, startA + to);
    freeB.fill(0, startB - from, startB + to);
    found.push({ a: startA - from, b: startB - from, length: from + to, isMoved: false, isWholeLine: false });
  }
  return found;
}

function freeUnits(length: number, taken: readonly (readonly [number, number])[]): Uint8Array {
  const free = new Uint8Array(length).fill(1);
  for (const [start, count] of taken) free.fill(0, start, start + count);
  return free;
}

/** Where each string of {@link SEED} free code units stands; -1 for one that stands more than once. */
function uniqueGrams(text: string, free: Uint8Array): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let run = 0;
  for (let end = 0; end < text.length; end += 1) {
    run = free[end] === 1 ? run + 1 : 0;
    if (run < SEED) continue;
    const gram = text.slice(end + 1 - SEED, end + 1);
    places.set(gram, places.has(gram) ? -1 : end + 1 - SEED);
  }
  return places;
}
