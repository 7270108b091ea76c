import { firstIndex } from '#core/base/first-index.ts';
import type { ConcordanceHead } from '#core/ipc/calls/concordance-calls.ts';

/** Lines that are listed: a browser draws no higher box than about 33 million pixels. */
export const MOST_LINES = 900_000;

/** One row of the list: the head of a group, or a line by its number. */
export type LineRow =
  { readonly kind: 'group'; readonly group: number } | { readonly kind: 'line'; readonly line: number };

/** The rows of a concordance: its lines, and a head above each group. */
export interface LineRows {
  readonly count: number;
  readonly lines: number;
  readonly at: (row: number) => LineRow;
  /** The row of a line. */
  readonly rowOf: (line: number) => number;
}

export function lineRows({ total, groups }: Pick<ConcordanceHead, 'total' | 'groups'>): LineRows {
  const lines = Math.min(total.hits, MOST_LINES);
  /** The first line of each group that is listed. */
  const starts: number[] = [];
  let start = 0;
  for (const { count } of groups) {
    if (start >= lines) break;
    starts.push(start);
    start += count;
  }
  /** Number of the last group that begins at or before a row, or a line; -1 without groups. */
  const groupAt = (position: number, headsBefore: 0 | 1): number =>
    firstIndex(starts.length, (group) => (starts[group] ?? 0) + headsBefore * group > position) - 1;
  return {
    count: lines + starts.length,
    lines,
    at: (row) => {
      const group = groupAt(row, 1);
      if (group >= 0 && (starts[group] ?? 0) + group === row) return { kind: 'group', group };
      return { kind: 'line', line: row - group - 1 };
    },
    rowOf: (line) => line + groupAt(line, 0) + 1,
  };
}
