import { firstIndex } from '../../base/first-index.ts';

/** Offsets of one text in UTF-16 units (ours) and in code points (W3C's TextPositionSelector). */
export interface CodePoints {
  /** Code points before a UTF-16 offset; an offset inside a surrogate pair counts as the pair's start. */
  readonly ofUtf16: (offset: number) => number;
  /** The UTF-16 offset behind so many code points; beyond the text it runs on one to one. */
  readonly toUtf16: (count: number) => number;
}

/** Prepares a text once, so that each of many offsets takes a binary search and not a walk. A lone surrogate is a code point. */
export function codePointsOf(text: string): CodePoints {
  const pairs = Uint32Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (match) => match.index);
  return {
    ofUtf16: (offset) => offset - countBefore(pairs, (start) => start < offset),
    toUtf16: (count) => count + countBefore(pairs, (start, index) => start - index < count),
  };
}

/** How many of the first elements hold; they must all stand before those that do not. */
function countBefore(pairs: Uint32Array, holds: (start: number, index: number) => boolean): number {
  return firstIndex(pairs.length, (index) => !holds(pairs[index] ?? 0, index));
}
