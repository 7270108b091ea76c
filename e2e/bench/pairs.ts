/** The baseline and ours, measured one right after the other. */
export interface Pair {
  readonly baseline: number;
  readonly ours: number;
}

type Sample = () => Promise<number>;

/**
 * Measures `count` pairs behind a warm-up of each side. Which side goes first changes from pair to pair, so that a
 * machine that grows busier or quieter favours neither.
 */
export async function takePairs(count: number, baseline: Sample, ours: Sample): Promise<readonly Pair[]> {
  await baseline();
  await ours();
  const pairs: Pair[] = [];
  for (let i = 0; i < count; i += 1) {
    if (i % 2 === 0) {
      const first = await baseline();
      pairs.push({ baseline: first, ours: await ours() });
    } else {
      const first = await ours();
      pairs.push({ baseline: await baseline(), ours: first });
    }
  }
  return pairs;
}

/** The middle one, or the mean of the two in the middle; throws without any. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] as number)) / 2;
}

/** The median of ours over baseline, pair by pair: what slows both sides of a pair cancels out. */
export function medianRatio(pairs: readonly Pair[]): number {
  return median(pairs.map(({ baseline, ours }) => ours / baseline));
}
