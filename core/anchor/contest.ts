import type { Alignment, Piece } from './alignment.ts';
import { contextScore, fitOf, isFull, type Fit } from './context-fit.ts';
import type { PieceSearch } from './occurrences.ts';

/** Equal code units beside a place by which it must surpass a rival to be surely the better one. */
const CLEAR_LEAD = 6;
/** The same in terms of similar contexts (0 to 1, mean of both sides). */
const CLEAR_SCORE = 0.1;

/** Equal code units, and likeness, on one side that make a place a rival of one that is better on the other. */
const LONG_FIT = 16;
const SPEAKING = 0.75;
/** Equal code units beside a place that no place without any can rival. */
const SURE_FIT = 32;

/** Text whose place is not sure by its order: without counterpart, or moved. */
export interface UnsettledText {
  readonly old: PieceSearch;
  readonly current: PieceSearch;
}

/**
 * Other places that a passage could equally have gone to, and whether another passage could equally have come to its place.
 * Only unsettled text counts: a repeated word that stayed where it was belongs to another passage.
 */
export interface Contest {
  readonly rivals: readonly Piece[];
  readonly hasTwin: boolean;
}

/** Looks for what contests `place` as the new place of `passage`, which must be equal strings. */
export function contestOf(
  { a, b }: Alignment,
  unsettled: UnsettledText,
  passage: Piece,
  place: Piece,
): Contest {
  const own = fitOf(a, passage, b, place);
  if (isFull(own)) return { rivals: [], hasTwin: false };
  const quote = a.slice(passage.start, passage.end);
  const rivals = unsettled.current
    .places(quote)
    .filter((rival) => rival.start !== place.start && rivalsFit(a, passage, b, place, own, passage, rival));
  const hasTwin = unsettled.old
    .places(quote)
    .some((twin) => twin.start !== passage.start && rivalsFit(a, passage, b, place, own, twin, place));
  return { rivals, hasTwin };
}

/**
 * Whether the pair (`otherOld`, `otherPlace`) fits about as well as the pair (`passage`, `place`), or better on one side: at
 * the seam of a removal or an insertion of repeated text each of two places continues one side.
 */
function rivalsFit(
  a: string,
  passage: Piece,
  b: string,
  place: Piece,
  own: Fit,
  otherOld: Piece,
  otherPlace: Piece,
): boolean {
  const other = fitOf(a, otherOld, b, otherPlace);
  if (isLonger(other.before, own.before) || isLonger(other.behind, own.behind)) return true;
  // Most equal words elsewhere have nothing beside them in common: the dear comparison is not for them.
  if (other.before + other.behind < 2 && own.before + own.behind >= SURE_FIT) return false;
  const ours = contextScore(a, passage, b, place);
  const theirs = contextScore(a, otherOld, b, otherPlace);
  if (isBetter(theirs.prefix, ours.prefix) || isBetter(theirs.suffix, ours.suffix)) return true;
  // Where the text right beside both is about as alike, wider context must decide clearly.
  const isNear = other.before + other.behind + CLEAR_LEAD >= own.before + own.behind;
  return isNear && theirs.prefix + theirs.suffix + 2 * CLEAR_SCORE >= ours.prefix + ours.suffix;
}

function isLonger(other: number, own: number): boolean {
  return other >= LONG_FIT && other >= own + CLEAR_LEAD;
}

function isBetter(other: number, own: number): boolean {
  return other >= SPEAKING && other >= own + 2 * CLEAR_SCORE;
}
