import type { Run } from './alignment.ts';

/** Runs sorted out: those that stand in the same order in both texts, and the others. */
interface OrderedRuns {
  readonly inOrder: readonly Run[];
  readonly moved: readonly Run[];
}

/**
 * Of runs that share no code unit, the set with the most text that is in order in both versions (heaviest increasing
 * subsequence, over a Fenwick tree of prefix maxima).
 */
export function orderRuns(runs: readonly Run[]): OrderedRuns {
  const byA = runs.toSorted((x, y) => x.a - y.a);
  const ranks = new Map(runs.toSorted((x, y) => x.b - y.b).map((run, rank) => [run, rank + 1]));
  const best = new Array<number>(runs.length + 1).fill(-1);
  const weights: number[] = [];
  const before: number[] = [];
  const weightOf = (index: number): number => (index < 0 ? 0 : (weights[index] as number));
  for (const [index, run] of byA.entries()) {
    const rank = ranks.get(run) as number;
    let previous = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) {
      if (weightOf(best[at] as number) > weightOf(previous)) previous = best[at] as number;
    }
    before.push(previous);
    weights.push(weightOf(previous) + run.length);
    for (let at = rank; at <= runs.length; at += at & -at) {
      if (weightOf(index) > weightOf(best[at] as number)) best[at] = index;
    }
  }
  let last = -1;
  for (const index of weights.keys()) if (weightOf(index) > weightOf(last)) last = index;
  const chosen = new Set<number>();
  for (; last >= 0; last = before[last] as number) chosen.add(last);
  return {
    inOrder: byA.filter((_, index) => chosen.has(index)),
    moved: byA.filter((_, index) => !chosen.has(index)).map((run) => ({ ...run, isMoved: true })),
  };
}
