import type { TextRange } from '#core/base/text-range.ts';
import { toA, toB } from '#core/text/map-range.ts';
import type { OffsetMap } from '#core/text/offset-map.ts';
import type { Spot, SpotRange } from './spot.ts';
import {
  lastAtMost,
  pieceCuts,
  plainPiece,
  textOfBlock,
  type BlockBounds,
  type ViewPiece,
} from './view-piece.ts';

/** The reading text of a report with its map from the source. */
export interface ReadingText {
  readonly text: string;
  /** From source to reading text. */
  readonly map: OffsetMap;
  readonly bounds: BlockBounds;
}

/**
 * What an article shows of a report right now, and the way between its places and the source's. It starts as the plain
 * reading text; pieces are replaced as a script view of them arrives.
 */
export class ReportView {
  readonly reading: ReadingText;
  /** First block of each piece, then the number of blocks. */
  readonly cuts: Int32Array;
  readonly #pieces: ViewPiece[] = [];
  readonly #readingStarts: number[] = [];

  constructor(reading: ReadingText, pieceLength?: number) {
    this.reading = reading;
    this.cuts = pieceCuts(reading.bounds, pieceLength);
    for (let i = 0; i + 1 < this.cuts.length; i += 1) {
      const piece = this.plain(i);
      this.#pieces.push(piece);
      this.#readingStarts.push(piece.readingStart);
    }
  }

  get blockCount(): number {
    return this.reading.bounds.starts.length;
  }

  get pieceCount(): number {
    return this.#pieces.length;
  }

  /** Piece `index` as the reading text has it. */
  plain(index: number): ViewPiece {
    const { text, bounds } = this.reading;
    return plainPiece(text, bounds, this.cuts[index] as number, this.cuts[index + 1] as number);
  }

  piece(index: number): ViewPiece {
    return this.#pieces[index] as ViewPiece;
  }

  /** Puts another view of the same blocks in place of piece `index`. */
  replace(index: number, piece: ViewPiece): void {
    this.#pieces[index] = piece;
  }

  pieceOfBlock(block: number): number {
    return Math.min(lastAtMost(this.cuts, block), this.#pieces.length - 1);
  }

  /** The piece that holds an offset of the reading text. */
  pieceOfReading(offset: number): number {
    return lastAtMost(this.#readingStarts, offset);
  }

  /** The text that the view shows for a block. */
  textOf(block: number): string {
    return textOfBlock(this.piece(this.pieceOfBlock(block)), block);
  }

  /** Where a source range is shown: null when none of it is, or when the report has no text. */
  spotsOf(source: TextRange): SpotRange | null {
    const range = toB(this.reading.map, source);
    return range.start === range.end ? null : this.spotsOfReading(range);
  }

  /** The words shown for a source range, its blocks apart by line feeds; null when none of it is shown. */
  shownTextOf(source: TextRange): string | null {
    const spots = this.spotsOf(source);
    if (spots === null) return null;
    const { start, end } = spots;
    const lines: string[] = [];
    for (let block = start.block; block <= end.block; block += 1) {
      const text = this.textOf(block);
      const from = block === start.block ? start.offset : 0;
      lines.push(text.slice(from, block === end.block ? end.offset : text.length));
    }
    return lines.join('\n');
  }

  /** Where a source offset is shown; hidden text leads to where it stood. Null when the report has no text. */
  spotOf(offset: number): Spot | null {
    if (this.#pieces.length === 0) return null;
    const point = Math.min(Math.max(0, offset), this.reading.map.aLength);
    const end = Math.min(point + 1, this.reading.map.aLength);
    const { start } = toB(this.reading.map, { start: point, end });
    return this.spotsOfReading({ start, end: start })?.start ?? null;
  }

  /** The smallest source range that everything between the spots was made from (DESIGN 9.10). */
  sourceOf(spots: SpotRange): TextRange {
    return toA(this.reading.map, this.readingOf(spots));
  }

  /** The source offset that a spot was made from. */
  sourceOffsetOf(spot: Spot): number {
    const text = this.textOf(spot.block);
    const next = { block: spot.block, offset: Math.min(spot.offset + 1, text.length) };
    return this.sourceOf({ start: spot, end: next }).start;
  }

  /** The range of the reading text that everything between the spots was made from. */
  readingOf({ start, end }: SpotRange): TextRange {
    const first = this.piece(this.pieceOfBlock(start.block));
    const last = this.piece(this.pieceOfBlock(end.block));
    const from = offsetInPiece(first, start);
    const to = offsetInPiece(last, end);
    if (first === last) return shift(toReading(first, { start: from, end: to }), first.readingStart);
    return {
      start: first.readingStart + toReading(first, { start: from, end: first.text.length }).start,
      end: last.readingStart + toReading(last, { start: 0, end: to }).end,
    };
  }

  /** Where a range of the reading text is shown; null when the report has no text. */
  spotsOfReading(range: TextRange): SpotRange | null {
    if (this.#pieces.length === 0) return null;
    const first = this.piece(lastAtMost(this.#readingStarts, range.start));
    const last =
      range.end === range.start ? first : this.piece(lastAtMost(this.#readingStarts, range.end - 1));
    const from = clip(first, range);
    const to = clip(last, range);
    return {
      start: spotInPiece(first, toView(first, from).start),
      end: spotInPiece(last, toView(last, to).end),
    };
  }
}

/** The part of a reading range that a piece holds, in the piece's own offsets. */
function clip(piece: ViewPiece, range: TextRange): TextRange {
  const clamp = (offset: number): number =>
    Math.min(Math.max(0, offset - piece.readingStart), piece.readingLength);
  return { start: clamp(range.start), end: clamp(range.end) };
}

function toView(piece: ViewPiece, range: TextRange): TextRange {
  return piece.map === null ? range : toB(piece.map, range);
}

function toReading(piece: ViewPiece, range: TextRange): TextRange {
  return piece.map === null ? range : toA(piece.map, range);
}

function shift(range: TextRange, by: number): TextRange {
  return { start: range.start + by, end: range.end + by };
}

function offsetInPiece(piece: ViewPiece, spot: Spot): number {
  return Math.min(
    (piece.blockStarts[spot.block - piece.firstBlock] as number) + spot.offset,
    piece.text.length,
  );
}

function spotInPiece(piece: ViewPiece, offset: number): Spot {
  const index = lastAtMost(piece.blockStarts, offset);
  const end = Math.min(offset, piece.blockEnds[index] as number);
  return { block: piece.firstBlock + index, offset: end - (piece.blockStarts[index] as number) };
}
