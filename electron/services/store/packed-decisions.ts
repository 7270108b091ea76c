import { comparePlaces, type DecisionState, type StoredDecision } from './repair-decisions.ts';

/** Decisions of one rule that were made together. */
interface PackedGroup {
  readonly rule: string;
  readonly applied: boolean;
  readonly time: number;
  /** For each decision its start, counted from the start of the one before it, and its length. */
  readonly ranges: readonly number[];
}

/**
 * A {@link DecisionState} as the journal holds it: a switch of a whole rule is a few bytes a decision. Rows of before
 * this form have all decisions one by one.
 */
interface PackedDecisions {
  readonly version: number;
  /** Those that say more than on or off. */
  readonly decisions: readonly StoredDecision[];
  readonly groups?: readonly PackedGroup[];
}

/** For the journal: see {@link PackedDecisions}. */
export function packDecisions({ version, decisions }: DecisionState): PackedDecisions {
  const groups = new Map<string, PackedGroup & { readonly ranges: number[]; last: number }>();
  for (const { start, end, rule, applied, after, time } of decisions) {
    if (after !== null) continue;
    const key = `${String(applied)} ${String(time)} ${rule}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { rule, applied, time, ranges: [], last: 0 }));
    group.ranges.push(start - group.last, end - start);
    group.last = start;
  }
  return {
    version,
    decisions: decisions.filter(({ after }) => after !== null),
    groups: [...groups.values()].map(({ rule, applied, time, ranges }) => ({ rule, applied, time, ranges })),
  };
}

/** The decisions of a row of the journal, of either form, in the order of their places. */
export function unpackDecisions(json: unknown): DecisionState {
  const { version, decisions, groups = [] } = json as PackedDecisions;
  const all = [...decisions];
  for (const { rule, applied, time, ranges } of groups) {
    let start = 0;
    for (let at = 0; at + 1 < ranges.length; at += 2) {
      start += ranges[at] ?? 0;
      all.push({ start, end: start + (ranges[at + 1] ?? 0), rule, applied, after: null, time });
    }
  }
  return { version, decisions: all.sort(comparePlaces) };
}
