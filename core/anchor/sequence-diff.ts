import diffSequence from '@jest/diff-sequences';

/** Comparisons after which a diff is given up and only tokens that occur once on both sides are aligned. */
const BUDGET = 20_000_000;

/** Called for each run of `length` tokens that the two sides have in common, in order. */
export type FoundRun = (a: number, b: number, length: number) => void;

class OverBudget extends Error {}

/**
 * Aligns two sequences of tokens (equal numbers are equal tokens) by a longest common subsequence. Common ends are taken
 * first and tokens that one side lacks are left out before, so that texts with little in common cost little; sequences
 * that still cost too much are aligned by their unique tokens alone.
 */
export function diffTokens(a: ArrayLike<number>, b: ArrayLike<number>, found: FoundRun): void {
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start += 1;
  if (start > 0) found(0, 0, start);
  let tail = 0;
  while (tail < shorter - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  diffMiddle(a, b, start, a.length - tail, b.length - tail, found);
  if (tail > 0) found(a.length - tail, b.length - tail, tail);
}

function diffMiddle(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  start: number,
  aEnd: number,
  bEnd: number,
  found: FoundRun,
): void {
  if (start === aEnd || start === bEnd) return;
  const left = keep(a, start, aEnd, countTokens(b, start, bEnd));
  const right = keep(b, start, bEnd, countTokens(a, start, aEnd));
  const runs: number[] = [];
  let calls = 0;
  try {
    diffSequence(
      left.length,
      right.length,
      (i, j) => {
        calls += 1;
        if (calls > BUDGET) throw new OverBudget();
        return a[left[i] as number] === b[right[j] as number];
      },
      (length, i, j) => {
        for (let k = 0; k < length; k += 1) runs.push(left[i + k] as number, right[j + k] as number);
      },
    );
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    runs.length = 0;
    runs.push(...uniquePairs(a, b, left, right));
  }
  reportRuns(runs, found);
}

/** Joins pairs of neighbours into runs. */
function reportRuns(pairs: readonly number[], found: FoundRun): void {
  for (let at = 0; at < pairs.length;) {
    const a = pairs[at] as number;
    const b = pairs[at + 1] as number;
    let length = 1;
    while (pairs[at + 2 * length] === a + length && pairs[at + 2 * length + 1] === b + length) length += 1;
    found(a, b, length);
    at += 2 * length;
  }
}

function countTokens(tokens: ArrayLike<number>, start: number, end: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let i = start; i < end; i += 1) {
    const token = tokens[i] as number;
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/** Indices of the tokens that the other side has too. */
function keep(
  tokens: ArrayLike<number>,
  start: number,
  end: number,
  others: ReadonlyMap<number, number>,
): readonly number[] {
  const kept: number[] = [];
  for (let i = start; i < end; i += 1) if (others.has(tokens[i] as number)) kept.push(i);
  return kept;
}

/** Pairs of tokens that occur once on either side, as many as are in the same order (patience sorting). */
function uniquePairs(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  left: readonly number[],
  right: readonly number[],
): readonly number[] {
  const places = new Map<number, number>();
  for (const j of right) places.set(b[j] as number, places.has(b[j] as number) ? -1 : j);
  const seen = new Map<number, number>();
  for (const i of left) seen.set(a[i] as number, (seen.get(a[i] as number) ?? 0) + 1);
  const pairs = left.flatMap((i): [number, number][] => {
    const j = places.get(a[i] as number) ?? -1;
    return j >= 0 && seen.get(a[i] as number) === 1 ? [[i, j]] : [];
  });
  const chosen = longestIncreasing(pairs.map(([, j]) => j));
  return chosen.flatMap((index) => pairs[index] as [number, number]);
}

/** Indices of a longest increasing subsequence of different numbers. */
function longestIncreasing(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (tails[low - 1] as number));
    tails[low] = index;
  });
  const chosen: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) chosen.push(at);
  return chosen.reverse();
}
