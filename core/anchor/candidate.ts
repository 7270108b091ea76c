import { expectedOffset, type Alignment, type Piece } from './alignment.ts';
import { contextScore } from './context-fit.ts';
import { similarity } from './similarity.ts';

/** Hypothesis' published weights, and one for the structural label. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2, label: 4 } as const;

/** Code units of distance from the expected place at which position counts nothing. */
const FAR = 2_000;

/** A place in the new folded text that a passage may have gone to; all scores 0 to 1. */
export interface Candidate extends Piece {
  readonly quote: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly total: number;
}

/** Whether the label at a place of the new folded text is the passage's; undefined when there are none to compare. */
export type LabelAgrees = (place: Piece) => boolean | undefined;

/** Scores a place by quote, both contexts, position (relative to the alignment) and label. */
export function rate(
  alignment: Alignment,
  passage: Piece,
  place: Piece,
  agrees: LabelAgrees | undefined,
): Candidate {
  const { a, b } = alignment;
  const quote = similarity(a.slice(passage.start, passage.end), b.slice(place.start, place.end));
  const { prefix, suffix } = contextScore(a, passage, b, place);
  const distance = Math.abs(expectedOffset(alignment, passage.start) - place.start);
  const label = agrees?.(place);
  let sum =
    WEIGHTS.quote * quote +
    WEIGHTS.prefix * prefix +
    WEIGHTS.suffix * suffix +
    WEIGHTS.position * Math.max(0, 1 - distance / FAR);
  let weight = WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position;
  if (label !== undefined) {
    sum += label ? WEIGHTS.label : 0;
    weight += WEIGHTS.label;
  }
  return { start: place.start, end: place.end, quote, prefix, suffix, total: sum / weight };
}
