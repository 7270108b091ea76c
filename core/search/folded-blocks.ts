import type { TextRange } from '../base/text-range.ts';
import type { Folder } from '../script/index.ts';
import { toA } from '../text/map-range.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import type { Reading } from '../text/reading.ts';

interface FoldedBlock extends TextRange {
  /** In the folded text. */
  readonly foldedStart: number;
  readonly foldedEnd: number;
}

const NOTHING: FoldedBlock = { start: 0, end: 0, foldedStart: 0, foldedEnd: 0 };

interface Piece {
  /** In the reading text and in the folded one. */
  readonly start: number;
  readonly foldedStart: number;
  readonly map: OffsetMap;
}

/**
 * Leads places of a folded text back to its reading text without folding all of that: blocks are folded up to the last place,
 * and mapped where the places are (folding is context-free).
 */
export class FoldedBlocks {
  readonly #folder: Folder;
  readonly #reading: Reading;
  /** The folded text as the index has it. */
  readonly #text: string;
  readonly #blocks: FoldedBlock[] = [];
  readonly #pieces = new Map<string, Piece | null>();

  constructor(folder: Folder, reading: Reading, text: string) {
    this.#folder = folder;
    this.#reading = reading;
    this.#text = text;
  }

  /** The smallest range of the reading text that a place was made from; null when the folded text is of another one, and where a place begins or ends with a break between blocks. */
  toReading(place: TextRange): TextRange | null {
    const first = this.#blockAt(place.start);
    const last = this.#blockAt(Math.max(place.start, place.end - 1));
    if (first === undefined || last === undefined) return null;
    if (place.start < first.foldedStart || place.end > last.foldedEnd) return null;
    const piece = this.#piece(first, last);
    if (piece === null) return null;
    const { start, foldedStart, map } = piece;
    const range = toA(map, { start: place.start - foldedStart, end: place.end - foldedStart });
    return { start: range.start + start, end: range.end + start };
  }

  /** The block that holds an offset of the folded text, or the break before or behind it. */
  #blockAt(offset: number): FoldedBlock | undefined {
    const known = this.#blocks.find((block) => offset <= block.foldedEnd);
    if (known !== undefined) return known;
    const { blocks, text } = this.#reading;
    for (let index = this.#blocks.length; index < blocks.length; index += 1) {
      const { start = 0, end = 0 } = blocks[index] ?? {};
      const before = this.#blocks.at(-1) ?? NOTHING;
      // Line feeds stand between two blocks, and fold to breaks.
      const foldedStart = before.foldedEnd + this.#folder.fold(text.slice(before.end, start)).length;
      const foldedEnd = foldedStart + this.#folder.fold(text.slice(start, end)).length;
      const block = { start, end, foldedStart, foldedEnd };
      this.#blocks.push(block);
      if (offset <= foldedEnd) return block;
    }
    return undefined;
  }

  #piece(first: FoldedBlock, last: FoldedBlock): Piece | null {
    const key = `${String(first.start)} ${String(last.end)}`;
    const known = this.#pieces.get(key);
    if (known !== undefined) return known;
    const { text, map } = this.#folder.foldWithMap(this.#reading.text.slice(first.start, last.end));
    const isSame = text === this.#text.slice(first.foldedStart, last.foldedEnd);
    const piece = isSame ? { start: first.start, foldedStart: first.foldedStart, map } : null;
    this.#pieces.set(key, piece);
    return piece;
  }
}
