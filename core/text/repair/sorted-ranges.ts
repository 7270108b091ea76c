import type { TextRange } from '../../base/text-range.ts';

/** The ranges in order, those that overlap or touch made one. */
export function disjointRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end) result.push(range);
    else if (range.end > last.end) result[result.length - 1] = { start: last.start, end: range.end };
  }
  return result;
}

/** Whether a range shares a code unit with one of `ranges`, which are in order and disjoint. */
export function touchesAny(ranges: readonly TextRange[], { start, end }: TextRange): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low];
  return found !== undefined && found.start < end;
}
