import search from 'approx-string-match';
import { alignedImage, partedShare, type AlignedImage } from './aligned-image.ts';
import { expectedOffset, type Alignment, type Piece } from './alignment.ts';
import { rate, type Candidate, type LabelAgrees } from './candidate.ts';
import { contestOf, type UnsettledText } from './contest.ts';
import { fitOf } from './context-fit.ts';
import type { GramIndex } from './gram-index.ts';
import type { PieceSearch } from './occurrences.ts';
import { placesBySeams } from './seam-places.ts';
import { similarity } from './similarity.ts';
import { onlySentence } from './only-sentence.ts';
import { ranked, searchInserted, searchNearby } from './search-lost.ts';

/** Shorter passages need context that agrees (DESIGN 9.9). */
export const SHORT = 8;
/** Passages at least this long are known again without context. */
const LONG = 20;
/** Mean likeness of both contexts from which they tell passages apart. */
const SPEAKING = 0.8;
/** Windows of the old text in which another passage like a place is looked for. */
const LIKENESSES = 4;
/** How much less like the place another passage must be. */
const NEARLY = 0.08;
/** Places offered for a doubtful passage. */
const MAX_CANDIDATES = 5;
/** Total by which the best place must surpass the next one. */
const MARGIN = 0.08;
/** Share of a passage that may be parted from its place. */
const MOST_PARTED = 0.125;
/** Least share of a quote that must be the same for a place to be worth a question. */
const WORTH_ASKING = 0.6;

/** What a passage is placed with. */
export interface PlacingTexts {
  readonly alignment: Alignment;
  readonly unsettled: UnsettledText;
  /** New text without counterpart. */
  readonly inserted: PieceSearch;
  /** Made at its first use: most passages need no search. */
  readonly grams: () => GramIndex;
  /** The same for the whole old text. */
  readonly oldGrams: () => GramIndex;
}

/** A passage's fate, in offsets of the new folded text. `place` is null for an orphan. */
export interface FoldedPlacement {
  readonly state: 'exact' | 'moved' | 'doubtful' | 'orphan';
  readonly place: Piece | null;
  readonly candidates: readonly Candidate[];
}

const NOWHERE: Piece = { start: 0, end: 0 };
const ORPHAN: FoldedPlacement = { state: 'orphan', place: null, candidates: [] };

/** Finds where a passage (not empty) of the old folded text stands now, and how sure that is (DESIGN 9.9). */
export function placePassage(
  texts: PlacingTexts,
  passage: Piece,
  agrees: LabelAgrees | undefined,
): FoldedPlacement {
  const { alignment } = texts;
  const image = alignedImage(alignment, passage);
  const equal = placesBySeams(alignment.seams, passage, image);
  if (equal.length > 0) return doubtful(equal.map((place) => rate(alignment, passage, place, agrees)));
  return image?.isWhole === true
    ? placeWhole(texts, passage, image, agrees)
    : placeChanged(texts, passage, image, agrees);
}

/** The alignment holds the whole passage: sure, unless something contests it or a short one stands alone. */
function placeWhole(
  texts: PlacingTexts,
  passage: Piece,
  image: AlignedImage,
  agrees: LabelAgrees | undefined,
): FoldedPlacement {
  const { alignment } = texts;
  const { rivals, hasTwin } = contestOf(alignment, texts.unsettled, passage, image);
  if (rivals.length === 0 && !hasTwin && isSupported(alignment, passage, image)) {
    return { state: image.isMoved ? 'moved' : 'exact', place: image, candidates: [] };
  }
  const only = onlySentence(alignment, passage);
  if (only !== null) return { state: 'moved', place: only, candidates: [] };
  return doubtful([image, ...rivals].map((place) => rate(alignment, passage, place, agrees)));
}

function isSupported(alignment: Alignment, passage: Piece, place: Piece): boolean {
  const length = passage.end - passage.start;
  if (length >= SHORT) return true;
  const { before, behind } = fitOf(alignment.a, passage, alignment.b, place);
  if (before + behind >= SHORT) return true;
  return contextAgrees(rate(alignment, passage, place, undefined));
}

/** The alignment lost the passage or parts of it. */
function placeChanged(
  texts: PlacingTexts,
  passage: Piece,
  image: AlignedImage | null,
  agrees: LabelAgrees | undefined,
): FoldedPlacement {
  const { alignment } = texts;
  const fromAlignment = image === null ? [] : [rate(alignment, passage, image, agrees)];
  const found = searchInserted(alignment, texts.inserted, texts.grams(), passage, agrees);
  const candidates = ranked([...fromAlignment, ...found]);
  const [best, next] = candidates;
  if (best !== undefined && isAcceptable(passage, best)) {
    const isAlone = next === undefined || best.total - next.total >= MARGIN;
    if (isAlone && !isTorn(alignment, passage, best) && !isContested(texts, passage, best)) {
      return { state: 'moved', place: best, candidates: [] };
    }
  }
  const only = onlySentence(alignment, passage);
  if (only !== null) return { state: 'moved', place: only, candidates: [] };
  const asked = candidates.filter(({ quote }) => quote >= WORTH_ASKING);
  if (asked.length > 0) return doubtful(asked);
  // Of a passage that was parted the largest part is offered.
  const isParted = partedShare(alignment, passage, NOWHERE) >= WORTH_ASKING;
  if (isParted && fromAlignment.length > 0) return doubtful(fromAlignment);
  const expected = expectedOffset(alignment, passage.start);
  return doubtful(searchNearby(alignment, passage, expected, agrees));
}

/** Whether too much of a passage stands outside a place: its paragraphs were parted, or a likeness was put in beside it. */
function isTorn(alignment: Alignment, passage: Piece, place: Piece): boolean {
  return partedShare(alignment, passage, place) > MOST_PARTED;
}

function isContested(texts: PlacingTexts, passage: Piece, place: Candidate): boolean {
  if (place.prefix + place.suffix < 2 * SPEAKING && hasLikeness(texts, passage, place)) return true;
  if (place.quote < 1) return false;
  const { rivals, hasTwin } = contestOf(texts.alignment, texts.unsettled, passage, place);
  return hasTwin || rivals.length > 0;
}

/** Whether another passage of the old text is as much like the place as this one; where context says little, that is a tie. */
function hasLikeness({ alignment, oldGrams }: PlacingTexts, passage: Piece, place: Candidate): boolean {
  const { a, b } = alignment;
  const text = b.slice(place.start, place.end);
  const maxErrors = Math.floor(text.length * (1 - place.quote)) + 1;
  return oldGrams()
    .windows(text, LIKENESSES)
    .some((window) =>
      search(a.slice(window.start, window.end), text, maxErrors).some((match) => {
        const [start, end] = [window.start + match.start, window.start + match.end];
        if (start < passage.end && passage.start < end) return false;
        return similarity(a.slice(start, end), text) >= place.quote - NEARLY;
      }),
    );
}

/** Whether a changed or removed passage's place may be taken without asking. */
function isAcceptable(passage: Piece, { quote, prefix, suffix, total }: Candidate): boolean {
  const length = passage.end - passage.start;
  if (length < SHORT) return quote >= 0.7 && contextAgrees({ prefix, suffix });
  if (length >= LONG && quote >= 0.85) return true;
  return quote >= 0.7 && total >= 0.6 && (prefix + suffix) / 2 >= 0.4;
}

function contextAgrees({ prefix, suffix }: { readonly prefix: number; readonly suffix: number }): boolean {
  return prefix + suffix >= 1.2 || (Math.max(prefix, suffix) >= 0.85 && Math.min(prefix, suffix) >= 0.15);
}

function doubtful(candidates: readonly Candidate[]): FoldedPlacement {
  const best = candidates.toSorted((x, y) => y.total - x.total).slice(0, MAX_CANDIDATES);
  const [first] = best;
  return first === undefined ? ORPHAN : { state: 'doubtful', place: first, candidates: best };
}
