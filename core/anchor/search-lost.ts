import search from 'approx-string-match';
import type { Alignment, Piece } from './alignment.ts';
import { toSentences } from './aligned-image.ts';
import { rate, type Candidate, type LabelAgrees } from './candidate.ts';
import type { GramIndex } from './gram-index.ts';
import type { PieceSearch } from './occurrences.ts';

/** Windows in which a quote is looked for with errors. */
const WINDOWS = 6;
/** Share of a quote's code units that may differ for a place to be looked at. */
const ERRORS = 0.5;
const MAX_ERRORS = 256;
/** Shorter quotes are looked for without errors only: with errors they are everywhere. */
const MIN_FUZZY = 5;
/** Equal places that are rated for one quote. */
const MAX_RATED = 40;

/** Equal places that are looked at, and offered, when nothing else was found. */
const MAX_PLACES = 200;
const NEAREST = 5;

/** Places of new text where `passage` may stand, equal or with changes, best first. */
export function searchInserted(
  alignment: Alignment,
  inserted: PieceSearch,
  grams: GramIndex,
  passage: Piece,
  agrees: LabelAgrees | undefined,
): readonly Candidate[] {
  const { a, b } = alignment;
  const quote = a.slice(passage.start, passage.end);
  const places = new Map<string, Piece>();
  const add = (place: Piece): void => void places.set(`${place.start},${place.end}`, place);
  inserted.places(quote).slice(0, MAX_RATED).forEach(add);
  if (quote.length >= MIN_FUZZY) {
    const maxErrors = Math.min(MAX_ERRORS, Math.floor(quote.length * ERRORS));
    for (const window of grams.windows(quote, WINDOWS)) {
      const found = search(b.slice(window.start, window.end), quote, maxErrors);
      for (const { start, end } of found.slice(0, 4)) {
        add(toSentences(alignment, passage, { start: window.start + start, end: window.start + end }));
      }
    }
  }
  return ranked([...places.values()].map((place) => rate(alignment, passage, place, agrees)));
}

/** The equal places nearest to `expected`, up to five of the first two hundred: for the user to choose from. */
export function searchNearby(
  alignment: Alignment,
  passage: Piece,
  expected: number,
  agrees: LabelAgrees | undefined,
): readonly Candidate[] {
  const { a, b } = alignment;
  const quote = a.slice(passage.start, passage.end);
  const starts: number[] = [];
  for (let at = b.indexOf(quote); at >= 0 && starts.length < MAX_PLACES; at = b.indexOf(quote, at + 1)) {
    starts.push(at);
  }
  const nearest = starts
    .toSorted((x, y) => Math.abs(x - expected) - Math.abs(y - expected))
    .slice(0, NEAREST);
  const places = nearest.map((start) => ({ start, end: start + quote.length }));
  return ranked(places.map((place) => rate(alignment, passage, place, agrees)));
}

/** Best first; of overlapping places the best alone. */
export function ranked(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((x, y) => y.total - x.total || x.start - y.start)) {
    const isFree = kept.every((other) => candidate.end <= other.start || other.end <= candidate.start);
    if (isFree) kept.push(candidate);
  }
  return kept;
}
