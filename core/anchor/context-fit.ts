import type { Piece } from './alignment.ts';
import { endSimilarity, startSimilarity } from './similarity.ts';

/** Code units of context that are compared, folded. */
const CONTEXT = 32;
/** Code units up to which equal text is followed beside a place. */
const REACH = 256;

/** How well what stands beside two equal passages agrees. */
export interface Fit {
  /** Equal code units directly before and behind, each up to 256; an end of both texts counts as equal throughout. */
  readonly before: number;
  readonly behind: number;
}

/** Equal text directly beside `old` in `a` and `place` in `b`. */
export function fitOf(a: string, old: Piece, b: string, place: Piece): Fit {
  let before = 0;
  while (before < REACH && old.start > before && place.start > before) {
    if (a.charCodeAt(old.start - before - 1) !== b.charCodeAt(place.start - before - 1)) break;
    before += 1;
  }
  if (old.start === before && place.start === before) before = REACH;
  let behind = 0;
  while (behind < REACH && old.end + behind < a.length && place.end + behind < b.length) {
    if (a.charCodeAt(old.end + behind) !== b.charCodeAt(place.end + behind)) break;
    behind += 1;
  }
  if (old.end + behind === a.length && place.end + behind === b.length) behind = REACH;
  return { before, behind };
}

/** Whether nothing could fit better. */
export function isFull({ before, behind }: Fit): boolean {
  return before === REACH && behind === REACH;
}

/** 0 to 1 for each side: how alike the 32 code units before and behind two passages are. */
export interface ContextScore {
  readonly prefix: number;
  readonly suffix: number;
}

/** Compares contexts with tolerance for changes in them. */
export function contextScore(a: string, old: Piece, b: string, place: Piece): ContextScore {
  return {
    prefix: endSimilarity(
      a.slice(Math.max(0, old.start - CONTEXT), old.start),
      b.slice(Math.max(0, place.start - CONTEXT), place.start),
    ),
    suffix: startSimilarity(a.slice(old.end, old.end + CONTEXT), b.slice(place.end, place.end + CONTEXT)),
  };
}
