import type { FoldedVersion } from './anchor-text.ts';
import type { Seam } from './settle-seams.ts';

/** Equal text of two versions: `length` code units from `a` in the old and from `b` in the new folded text. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
  /** Out of the order of the runs around it. */
  readonly isMoved: boolean;
  /** A whole line that both versions hold once, however short. */
  readonly isWholeLine: boolean;
}

/** A piece of one text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** How the folded texts of two versions belong together. */
export interface Alignment {
  readonly a: string;
  readonly b: string;
  /** By their place in the old text; they share no code unit of either text. */
  readonly runs: readonly Run[];
  /** What has no counterpart, in order. */
  readonly removed: readonly Piece[];
  readonly inserted: readonly Piece[];
  /** Ascending offsets where sentences end, 0 first. */
  readonly aSentences: Int32Array;
  readonly bSentences: Int32Array;
  readonly seams: readonly Seam[];
}

/** Puts runs in order and finds what they leave out. */
export function makeAlignment(
  old: FoldedVersion,
  current: FoldedVersion,
  runs: readonly Run[],
  seams: readonly Seam[],
): Alignment {
  const byA = runs.toSorted((x, y) => x.a - y.a);
  const byB = runs.toSorted((x, y) => x.b - y.b);
  const inA = byA.map((run) => ({ start: run.a, end: run.a + run.length }));
  const inB = byB.map((run) => ({ start: run.b, end: run.b + run.length }));
  return {
    a: old.folded,
    b: current.folded,
    runs: byA,
    removed: leftOver(inA, old.folded.length),
    inserted: leftOver(inB, current.folded.length),
    aSentences: old.sentenceEnds,
    bSentences: current.sentenceEnds,
    seams,
  };
}

/** What is left over of either text together with what was moved, in order. */
export function unsettledPieces({ runs, removed, inserted }: Alignment): {
  readonly old: readonly Piece[];
  readonly current: readonly Piece[];
} {
  const moved = runs.filter((run) => run.isMoved);
  const ordered = (pieces: readonly Piece[]): readonly Piece[] =>
    pieces.toSorted((x, y) => x.start - y.start);
  return {
    old: ordered([...removed, ...moved.map((run) => ({ start: run.a, end: run.a + run.length }))]),
    current: ordered([...inserted, ...moved.map((run) => ({ start: run.b, end: run.b + run.length }))]),
  };
}

/** Whether a range of the text lies in one of its pieces, which are in order. */
export function liesInPiece(pieces: readonly Piece[], { start, end }: Piece): boolean {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle] as Piece).end < end) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  return piece !== undefined && piece.start <= start;
}

/** Index of the first of ascending numbers that is `limit` or more. */
export function firstFrom(numbers: Int32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset is one of ascending borders. */
export function isBorder(borders: Int32Array, offset: number): boolean {
  return borders[firstFrom(borders, offset)] === offset;
}

/** Index of the first run that ends behind `offset` of the old text. */
export function firstRunBehind(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle] as Run;
    if (run.a + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where `offset` of the old text is to be expected in the new one. */
export function expectedOffset({ runs, b }: Alignment, offset: number): number {
  const index = firstRunBehind(runs, offset);
  const next = runs[index];
  if (next !== undefined && next.a <= offset) return next.b + offset - next.a;
  const before = runs.slice(Math.max(0, index - 8), index).findLast((run) => !run.isMoved);
  const start = before === undefined ? 0 : before.b + before.length;
  const distance = offset - (before === undefined ? 0 : before.a + before.length);
  const limit = next === undefined || next.isMoved || next.b < start ? b.length : next.b;
  return Math.min(limit, start + distance);
}

function leftOver(taken: readonly Piece[], length: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of taken) {
    if (start > at) pieces.push({ start: at, end: start });
    at = end;
  }
  if (at < length) pieces.push({ start: at, end: length });
  return pieces;
}
