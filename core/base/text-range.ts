/**
 * A half-open range [start, end) of UTF-16 code units, as the DOM counts them.
 * Which text it belongs to is said by the name of the field that holds it: a range without another word is in the
 * source text of a report.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges share at least one code unit. Empty ranges share none. */
export function rangesOverlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
