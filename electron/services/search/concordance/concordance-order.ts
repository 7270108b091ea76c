import type { Pause } from '../run/work-slices.ts';

/** Lines that are sorted at once, about 5 ms. */
const RUN = 2_048;
/** Lines that are merged between two pauses. */
const MERGED = 8_192;

/** The numbers of the keys in ascending order of their code units; equal ones keep their order. A merge sort, in slices. */
export async function sortedNumbers(keys: readonly string[], pause: Pause): Promise<Int32Array> {
  let from = Int32Array.from({ length: keys.length }, (_item, number) => number);
  const keyOf = (number: number): string => keys[number] ?? '';
  for (let start = 0; start < from.length; start += RUN) {
    // The numbers of a run ascend, so the number settles equal keys.
    from.subarray(start, start + RUN).sort((a, b) => {
      const [left, right] = [keyOf(a), keyOf(b)];
      return left === right ? a - b : left < right ? -1 : 1;
    });
    await pause();
  }
  let into = new Int32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      await mergeRuns(from, into, start, width, keyOf, pause);
    }
    [from, into] = [into, from];
  }
  return from;
}

/** Merges the run at `start` and the one `width` behind it. */
async function mergeRuns(
  from: Int32Array,
  into: Int32Array,
  start: number,
  width: number,
  keyOf: (number: number) => string,
  pause: Pause,
): Promise<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right] = [start, middle];
  for (let at = start; at < end; at += 1) {
    const takesLeft = right >= end || (left < middle && keyOf(from[left] ?? 0) <= keyOf(from[right] ?? 0));
    into[at] = from[takesLeft ? left++ : right++] ?? 0;
    if (at % MERGED === 0) await pause();
  }
}
