import type { Piece } from './alignment.ts';

const GRAM = 3;
const BUCKETS = 1 << 16;
/** Places of one gram that are looked at; one that occurs more often says little. */
const MAX_HITS = 400;

/** Quotes at least this long need two grams in common with a window. */
const LONG = 12;

/** Finds where something like a string may stand in some pieces of a text, by the runs of three code units they share. */
export class GramIndex {
  readonly #text: string;
  readonly #head = new Int32Array(BUCKETS).fill(-1);
  readonly #next: Int32Array;
  readonly #places: Int32Array;

  constructor(text: string, pieces: readonly Piece[]) {
    this.#text = text;
    const size = pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
    this.#next = new Int32Array(size);
    this.#places = new Int32Array(size);
    let used = 0;
    for (const { start, end } of pieces) {
      for (let at = start; at < end && at + GRAM <= text.length; at += 1) {
        const bucket = bucketOf(text, at);
        this.#places[used] = at;
        this.#next[used] = this.#head[bucket] as number;
        this.#head[bucket] = used;
        used += 1;
      }
    }
  }

  /** Up to `count` windows of the text, best first, in which most of `quote` may stand; none for under three code units. */
  windows(quote: string, count: number): readonly Piece[] {
    const width = Math.max(8, quote.length >> 1);
    const votes = new Map<number, number>();
    for (let offset = 0; offset + GRAM <= quote.length; offset += 1) {
      let hits = 0;
      let index = this.#head[bucketOf(quote, offset)] as number;
      for (; index >= 0 && hits < MAX_HITS; index = this.#next[index] as number) {
        hits += 1;
        const at = this.#places[index] as number;
        if (!sameGram(this.#text, at, quote, offset)) continue;
        const slot = Math.floor((at - offset) / width);
        votes.set(slot, (votes.get(slot) ?? 0) + 1);
      }
    }
    return [...votes]
      .map(([slot, own]) => ({ slot, votes: own + (votes.get(slot + 1) ?? 0) }))
      .filter(({ votes: sum }) => sum >= (quote.length < LONG ? 1 : 2))
      .toSorted((x, y) => y.votes - x.votes || x.slot - y.slot)
      .slice(0, count)
      .map(({ slot }) => ({
        start: Math.max(0, slot * width - width),
        end: Math.min(this.#text.length, (slot + 3) * width + quote.length),
      }));
  }
}

function sameGram(a: string, atA: number, b: string, atB: number): boolean {
  for (let k = 0; k < GRAM; k += 1) if (a.charCodeAt(atA + k) !== b.charCodeAt(atB + k)) return false;
  return true;
}

function bucketOf(text: string, at: number): number {
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (BUCKETS - 1);
}
