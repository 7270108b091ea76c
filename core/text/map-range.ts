import type { TextRange } from '../base/text-range.ts';
import { SPAN_WIDTH, type OffsetMap } from './offset-map.ts';

/*
 * Both directions are one function over columns of the span table: `from` is the column of the start in the text that
 * the range is in (0 for A, 2 for B), `into` the column in the other text.
 */
type Column = 0 | 2;

/**
 * The smallest range of B that holds everything made from `range` of A. Inserted text at its edges stays outside, inside
 * stays inside. An empty range, and one of which nothing is left, gives an empty range, to the left of what was inserted
 * there. RangeError when the range is not in A.
 */
export function toB(map: OffsetMap, range: TextRange): TextRange {
  return mapRange(map.spans, range, 0, 2, map.aLength);
}

/**
 * The smallest range of A that holds everything `range` of B was made from. Removed text at its edges stays outside,
 * inside stays inside (DESIGN 9.10). An empty range, and one that was wholly inserted, gives an empty range, to the left of
 * what was removed there. RangeError when the range is not in B.
 */
export function toA(map: OffsetMap, range: TextRange): TextRange {
  return mapRange(map.spans, range, 2, 0, map.bLength);
}

function mapRange(
  spans: Int32Array,
  { start, end }: TextRange,
  from: Column,
  into: Column,
  length: number,
): TextRange {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length)) {
    throw new RangeError(`range ${start},${end} is not in a text of ${length} code units`);
  }
  if (start === end) return pointRange(mapPoint(spans, start, from, into));

  const first = firstContent(spans, start, end, from, into);
  if (first === undefined) return pointRange(mapEmptied(spans, start, from, into));
  return { start: first, end: endOfContent(spans, end, from, into) };
}

/** Where the first code unit at or behind `start` that left something begins; undefined when none before `end` did. */
function firstContent(
  spans: Int32Array,
  start: number,
  end: number,
  from: Column,
  into: Column,
): number | undefined {
  let at = firstSpanEndingFrom(spans, start + 1, from);
  let position = start;
  while (at < spans.length && (spans[at + from] as number) <= position) {
    const content =
      (spans[at + from + 1] as number) > (spans[at + from] as number) &&
      (spans[at + into + 1] as number) > (spans[at + into] as number);
    if (content) return spans[at + into];
    position = spans[at + from + 1] as number;
    if (position >= end) return undefined;
    at += SPAN_WIDTH;
  }
  return copiedPosition(spans, at, position, from, into);
}

/** Where the last code unit before `end` that left something ends; the caller knows that there is one. */
function endOfContent(spans: Int32Array, end: number, from: Column, into: Column): number {
  let at = firstSpanStartingFrom(spans, end, from) - SPAN_WIDTH;
  let position = end;
  while (at >= 0 && (spans[at + from + 1] as number) >= position) {
    const content =
      (spans[at + from + 1] as number) > (spans[at + from] as number) &&
      (spans[at + into + 1] as number) > (spans[at + into] as number);
    if (content) return spans[at + into + 1] as number;
    position = spans[at + from] as number;
    at -= SPAN_WIDTH;
  }
  return copiedPosition(spans, at + SPAN_WIDTH, position, from, into);
}

/** The leftmost position that belongs to `offset`. */
function mapPoint(spans: Int32Array, offset: number, from: Column, into: Column): number {
  const at = firstSpanEndingFrom(spans, offset, from);
  if (at < spans.length && (spans[at + from] as number) < offset) {
    return offset < (spans[at + from + 1] as number)
      ? (spans[at + into] as number)
      : (spans[at + into + 1] as number);
  }
  return copiedPosition(spans, at, offset, from, into);
}

/** Where a range that left nothing stood: the place of the first span that it touches. */
function mapEmptied(spans: Int32Array, start: number, from: Column, into: Column): number {
  return spans[firstSpanEndingFrom(spans, start + 1, from) + into] as number;
}

/** The position of `offset`, which lies in copied text behind all spans before index `at` and before that span. */
function copiedPosition(spans: Int32Array, at: number, offset: number, from: Column, into: Column): number {
  if (at === 0) return offset;
  const before = at - SPAN_WIDTH;
  return (spans[before + into + 1] as number) + offset - (spans[before + from + 1] as number);
}

/** Index of the first span whose end is at `offset` or behind it. */
function firstSpanEndingFrom(spans: Int32Array, offset: number, from: Column): number {
  return firstSpanAtLeast(spans, offset, from + 1);
}

/** Index of the first span whose start is at `offset` or behind it. */
function firstSpanStartingFrom(spans: Int32Array, offset: number, from: Column): number {
  return firstSpanAtLeast(spans, offset, from);
}

function firstSpanAtLeast(spans: Int32Array, offset: number, column: number): number {
  let low = 0;
  let high = spans.length / SPAN_WIDTH;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle * SPAN_WIDTH + column] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low * SPAN_WIDTH;
}

function pointRange(offset: number): TextRange {
  return { start: offset, end: offset };
}
