import type { Run } from './alignment.ts';

/** Runs of at least this many code units stay, whatever changed around them. */
const ALWAYS_KEPT = 12;

/** Runs in order, neighbours that touch in both texts made one. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs.toSorted((x, y) => x.a - y.a)) {
    const last = joined.at(-1);
    const touches =
      last !== undefined &&
      last.a + last.length === run.a &&
      last.b + last.length === run.b &&
      last.isMoved === run.isMoved;
    if (touches) {
      const isWholeLine = last.isWholeLine || run.isWholeLine;
      joined[joined.length - 1] = { ...last, length: last.length + run.length, isWholeLine };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/**
 * Leaves out short runs that stand between changes at least as long as they are: such characters are equal by chance
 * (the rule of semantic clean-up in diff-match-patch). Runs must be in order in both texts.
 */
export function dropCrumbs(runs: readonly Run[], aLength: number, bLength: number): Run[] {
  const kept: Run[] = [];
  for (const [index, run] of runs.entries()) {
    kept.push(run);
    // A run that is dropped makes the change around it longer, so the runs before it are looked at again.
    let behind = changeBetween(run, runs[index + 1], aLength, bLength);
    while (kept.length > 0) {
      const last = kept.at(-1) as Run;
      const before = changeBetween(kept.at(-2), last, aLength, bLength);
      if (last.isWholeLine || last.length >= ALWAYS_KEPT || last.length > before || last.length > behind) {
        break;
      }
      kept.pop();
      behind = changeBetween(kept.at(-1), runs[index + 1], aLength, bLength);
    }
  }
  return kept;
}

/** Code units that changed between two runs; undefined stands for the start or the end of the texts. */
function changeBetween(
  before: Run | undefined,
  behind: Run | undefined,
  aLength: number,
  bLength: number,
): number {
  const aStart = before === undefined ? 0 : before.a + before.length;
  const bStart = before === undefined ? 0 : before.b + before.length;
  return Math.max((behind?.a ?? aLength) - aStart, (behind?.b ?? bLength) - bStart);
}
