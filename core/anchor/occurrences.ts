import type { Piece } from './alignment.ts';

/** More places of one string than this are not looked at: it says nothing about a place. */
const MAX_PLACES = 200;

/**
 * Places of strings in pieces of a text and across their borders, without looking at the rest. A place counts when it
 * shares at least one code unit with a piece.
 */
export class PieceSearch {
  readonly #text: string;
  readonly #pieces: readonly Piece[];
  /** The pieces with some of their surroundings, one behind the other, for each reach asked for. */
  readonly #joined = new Map<number, JoinedText>();

  constructor(text: string, pieces: readonly Piece[]) {
    this.#text = text;
    this.#pieces = pieces;
  }

  /** Up to 200 places of `part`, in order. The empty string has none. */
  places(part: string): readonly Piece[] {
    if (part === '' || this.#pieces.length === 0) return [];
    // Surroundings are kept in steps of powers of two, so that a few joined texts serve all lengths.
    const reach = 2 ** Math.ceil(Math.log2(part.length + 1));
    let joined = this.#joined.get(reach);
    if (joined === undefined) {
      joined = joinPieces(this.#text, this.#pieces, reach);
      this.#joined.set(reach, joined);
    }
    const found: Piece[] = [];
    for (let at = joined.text.indexOf(part); at >= 0; at = joined.text.indexOf(part, at + 1)) {
      const start = at + shiftAt(joined, at);
      const place = { start, end: start + part.length };
      if (this.#touches(place)) found.push(place);
      if (found.length >= MAX_PLACES) break;
    }
    return found;
  }

  #touches({ start, end }: Piece): boolean {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle] as Piece).end <= start) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low];
    return piece !== undefined && piece.start < end;
  }
}

interface JoinedText {
  readonly text: string;
  /** Ascending offsets in `text` where a stretch begins, and what to add to come to the whole text. */
  readonly starts: readonly number[];
  readonly shifts: readonly number[];
}

/** No folded text holds it, so nothing is found across two stretches. */
const SEPARATOR = '\u{FFFF}';

function joinPieces(text: string, pieces: readonly Piece[], reach: number): JoinedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const shifts: number[] = [];
  let length = 0;
  let index = 0;
  while (index < pieces.length) {
    const start = Math.max(0, (pieces[index] as Piece).start - reach);
    let end = (pieces[index] as Piece).end + reach;
    while (index + 1 < pieces.length && (pieces[index + 1] as Piece).start - reach <= end) {
      index += 1;
      end = (pieces[index] as Piece).end + reach;
    }
    const part = text.slice(start, end) + SEPARATOR;
    parts.push(part);
    starts.push(length);
    shifts.push(start - length);
    length += part.length;
    index += 1;
  }
  return { text: parts.join(''), starts, shifts };
}

function shiftAt({ starts, shifts }: JoinedText, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1] ?? 0;
}
