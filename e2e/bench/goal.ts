import { assertNever } from '#core/base/assert-never.ts';
import { median, medianRatio, type Pair } from './pairs.ts';

/** What a measure has to reach, held against the baseline that was measured beside it where there is one to hold against. */
export type Goal =
  /** At most `limit` times the baseline. */
  | { readonly kind: 'ratio'; readonly limit: number }
  /** At most `limit` times the baseline, or `more` units above it where that is larger. */
  | { readonly kind: 'ratio-or-more'; readonly limit: number; readonly more: number }
  /** At most `limit` units above the baseline. */
  | { readonly kind: 'above'; readonly limit: number }
  /** At most `limit` units; the baseline is there to compare with. */
  | { readonly kind: 'at-most'; readonly limit: number };

/** Share that a busy machine may add to a limit before it counts as missed. */
export const NOISE = 0.15;

export interface Verdict {
  /** Median of ours. */
  readonly value: number;
  /** Median of the baseline. */
  readonly baseline: number;
  /** Median of the pairs' ratios. */
  readonly ratio: number;
  readonly pass: boolean;
}

/** Holds pairs against a goal; wants at least one pair. */
export function judge(goal: Goal, pairs: readonly Pair[]): Verdict {
  const value = median(pairs.map(({ ours }) => ours));
  const baseline = median(pairs.map((pair) => pair.baseline));
  const ratio = medianRatio(pairs);
  return { value, baseline, ratio, pass: reaches(goal, { value, baseline, ratio }) };
}

function reaches(goal: Goal, { value, baseline, ratio }: Omit<Verdict, 'pass'>): boolean {
  const slack = 1 + NOISE;
  switch (goal.kind) {
    case 'ratio':
      return ratio <= goal.limit * slack;
    case 'ratio-or-more':
      return ratio <= goal.limit * slack || value - baseline <= goal.more * slack;
    case 'above':
      return value - baseline <= goal.limit * slack;
    case 'at-most':
      return value <= goal.limit * slack;
    default:
      return assertNever(goal);
  }
}

/** The goal in a few words. */
export function describeGoal(goal: Goal, unit: string): string {
  switch (goal.kind) {
    case 'ratio':
      return `≤ ${goal.limit} ×`;
    case 'ratio-or-more':
      return `≤ ${goal.limit} × or + ${goal.more} ${unit}`;
    case 'above':
      return `≤ + ${goal.limit} ${unit}`;
    case 'at-most':
      return `≤ ${goal.limit} ${unit}`;
    default:
      return assertNever(goal);
  }
}
