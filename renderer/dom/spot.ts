/**
 * A place in an article: a block by its index, and an offset (UTF-16 units) in the text that the block shows in the
 * current view.
 */
export interface Spot {
  readonly block: number;
  readonly offset: number;
}

/** From `start` up to `end`, which is not before it. */
export interface SpotRange {
  readonly start: Spot;
  readonly end: Spot;
}

/** Negative when `a` stands before `b`, 0 when they are one place. */
export function compareSpots(a: Spot, b: Spot): number {
  return a.block - b.block || a.offset - b.offset;
}
