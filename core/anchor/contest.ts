import type { Alignment, Piece } from './alignment.ts';
import { contextScore, fitOf, isFull, type Fit } from './context-fit.ts';
import type { PieceSearch } from './occurrences.ts';

/** Equal code units beside a place by which it must surpass a rival to be surely the better one. */
const CLEAR_LEAD = 6;
/** The same in terms of similar contexts (0 to 1, mean of both sides). */
const CLEAR_SCORE = 0.1;

/** Equal code units beside a place that make it a rival even of a better one. */
const LONG_FIT = 16;

/** Equal strings in what the alignment left over on both sides. */
export interface LeftOver {
  readonly removed: PieceSearch;
  readonly inserted: PieceSearch;
}

/**
 * Other places that a passage could equally have gone to, and whether another passage could equally have come to its place.
 * Only text without counterpart counts: a repeated word that stayed where it was belongs to another passage.
 */
export interface Contest {
  readonly rivals: readonly Piece[];
  readonly hasTwin: boolean;
}

/** Looks for what contests `place` as the new place of `passage`, which must be equal strings. */
export function contestOf({ a, b }: Alignment, leftOver: LeftOver, passage: Piece, place: Piece): Contest {
  const own = fitOf(a, passage, b, place);
  if (isFull(own)) return { rivals: [], hasTwin: false };
  const quote = a.slice(passage.start, passage.end);
  const rivals = leftOver.inserted
    .places(quote)
    .filter((rival) => rival.start !== place.start && rivalsFit(a, passage, b, place, own, passage, rival));
  const hasTwin = leftOver.removed
    .places(quote)
    .some((twin) => twin.start !== passage.start && rivalsFit(a, passage, b, place, own, twin, place));
  return { rivals, hasTwin };
}

/** Whether the pair (`otherOld`, `otherPlace`) fits about as well as the pair (`passage`, `place`). */
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
  const [sumOwn, sumOther] = [own.before + own.behind, other.before + other.behind];
  const score = meanScore(a, otherOld, b, otherPlace);
  const ownScore = meanScore(a, passage, b, place);
  // Where the text right beside both is about as alike, wider context must decide clearly; where the rival is clearly
  // worse there, it only counts when its wider context is no worse.
  if (sumOther + CLEAR_LEAD >= sumOwn) return score + CLEAR_SCORE >= ownScore;
  return sumOther >= LONG_FIT && score >= ownScore;
}

function meanScore(a: string, old: Piece, b: string, place: Piece): number {
  const { prefix, suffix } = contextScore(a, old, b, place);
  return (prefix + suffix) / 2;
}
