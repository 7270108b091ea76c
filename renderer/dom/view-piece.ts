import type { OffsetMap } from '#core/text/offset-map.ts';

/** Where the blocks of a reading text lie: `starts[i]` and `ends[i]` are UTF-16 offsets of block i. */
export interface BlockBounds {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Blocks [firstBlock, endBlock) of a reading text as one view shows them. A view is made and shown piece by piece, so
 * that the visible part of a long report never waits for the rest; every view of a report has the same cuts.
 */
export interface ViewPiece {
  readonly firstBlock: number;
  readonly endBlock: number;
  /** Offset in the reading text of the first block's start. */
  readonly readingStart: number;
  readonly readingLength: number;
  /** The blocks' texts with the line feed between two, as in the reading text. */
  readonly text: string;
  /** Where each block starts and ends in `text`. */
  readonly blockStarts: Int32Array;
  readonly blockEnds: Int32Array;
  /** From the reading text's slice to `text`; null where both are the same. */
  readonly map: OffsetMap | null;
}

/** Small enough to convert and to lay out within a frame, large enough that a long report has few pieces. */
export const PIECE_LENGTH = 8_192;

/**
 * Cuts a report into pieces of about {@link PIECE_LENGTH} units, never inside a block: the index of each piece's first
 * block, and the number of blocks as the last item. No blocks, no pieces.
 */
export function pieceCuts(bounds: BlockBounds, pieceLength: number = PIECE_LENGTH): Int32Array {
  const { starts, ends } = bounds;
  const cuts: number[] = [];
  let limit = -1;
  for (let block = 0; block < starts.length; block += 1) {
    const start = starts[block] as number;
    if (block === 0 || (ends[block] as number) > limit) {
      cuts.push(block);
      limit = start + pieceLength;
    }
  }
  if (starts.length > 0) cuts.push(starts.length);
  return Int32Array.from(cuts);
}

/** The piece as the reading text has it. */
export function plainPiece(
  reading: string,
  bounds: BlockBounds,
  firstBlock: number,
  endBlock: number,
): ViewPiece {
  const readingStart = bounds.starts[firstBlock] as number;
  const readingEnd = bounds.ends[endBlock - 1] as number;
  return {
    firstBlock,
    endBlock,
    readingStart,
    readingLength: readingEnd - readingStart,
    text: reading.slice(readingStart, readingEnd),
    blockStarts: bounds.starts.slice(firstBlock, endBlock).map((start) => start - readingStart),
    blockEnds: bounds.ends.slice(firstBlock, endBlock).map((end) => end - readingStart),
    map: null,
  };
}

/** The text of block `block`, which must be one of the piece's. */
export function textOfBlock(piece: ViewPiece, block: number): string {
  const index = block - piece.firstBlock;
  return piece.text.slice(piece.blockStarts[index], piece.blockEnds[index]);
}

/** Index of the last item of an ascending list that is not above `value`; 0 when all are. */
export function lastAtMost(items: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((items[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
