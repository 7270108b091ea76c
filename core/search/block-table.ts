import type { TextRange } from '../base/text-range.ts';
import { toB } from '../text/map-range.ts';
import { SPAN_WIDTH, type OffsetMap } from '../text/offset-map.ts';
import type { Reading } from '../text/reading.ts';

/** Numbers that a block takes in a table of blocks. */
const WIDTH = 3;
/** Stands for the start in the source of a block that edits reach into. */
const EDITED = -1;

/** A block whose reading text is a piece of the source, unit by unit. */
export interface CopiedBlock {
  /** In the source. */
  readonly start: number;
  readonly end: number;
  /** In the folded text. */
  readonly foldedStart: number;
  readonly foldedEnd: number;
}

/**
 * Where the blocks of a reading text stand: flat start in the folded text, start in the source, length, for each of them in
 * order; -1 as start in the source of a block that is no piece of it. Offsets are UTF-16 units.
 * @param folded from the reading text to the folded one
 */
export function blockTable(reading: Pick<Reading, 'map' | 'blocks'>, folded: OffsetMap): Int32Array {
  const { blocks, map } = reading;
  const table = new Int32Array(blocks.length * WIDTH);
  const { spans } = map;
  let span = 0;
  for (const [index, { start, end }] of blocks.entries()) {
    while (span < spans.length && (spans[span + 3] as number) <= start) span += SPAN_WIDTH;
    const isCopied = span >= spans.length || (spans[span + 2] as number) >= end;
    const before = span - SPAN_WIDTH;
    const shift = before < 0 ? 0 : (spans[before + 1] as number) - (spans[before + 3] as number);
    const foldedStart = toB(folded, { start, end: start }).start;
    table.set([foldedStart, isCopied ? start + shift : EDITED, end - start], index * WIDTH);
  }
  return table;
}

/**
 * The block that holds a place of the folded text; null when the place runs over several, or the block is no piece of the
 * source.
 * @param foldedLength of the whole folded text
 */
export function copiedBlockAt(table: Int32Array, foldedLength: number, place: TextRange): CopiedBlock | null {
  let low = 0;
  let high = table.length / WIDTH;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle * WIDTH] as number) <= place.start) low = middle + 1;
    else high = middle;
  }
  const at = (low - 1) * WIDTH;
  const [foldedStart, start, length] = [table[at], table[at + 1], table[at + 2]];
  const isThere = foldedStart !== undefined && start !== undefined && length !== undefined;
  if (!isThere || start === EDITED) return null;
  // A break stands between two blocks.
  const foldedEnd = (table[at + WIDTH] ?? foldedLength + 1) - 1;
  return place.end > foldedEnd ? null : { start, end: start + length, foldedStart, foldedEnd };
}
