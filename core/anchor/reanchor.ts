import { ZhupiError } from '../base/app-error.ts';
import type { TextRange } from '../base/text-range.ts';
import { toA, toB } from '../text/map-range.ts';
import { snapOutward } from '../text/segmentation.ts';
import { align, REST, type Steps } from './align.ts';
import { expectedOffset, unsettledPieces, type Piece } from './alignment.ts';
import { foldVersion, hasRepairs, type AnchorText, type FoldedVersion } from './anchor-text.ts';
import { rate, type LabelAgrees } from './candidate.ts';
import type { Fold } from './find-quote.ts';
import { GramIndex } from './gram-index.ts';
import { PieceSearch } from './occurrences.ts';
import { placePassage, type FoldedPlacement, type PlacingTexts } from './place-passage.ts';
import { placePoint } from './place-point.ts';
import { edgesOf, sourcePlace, type SourcePlace } from './source-place.ts';

/** A place in the old source with its quote, as a note's anchor holds them. */
export interface OldAnchor {
  /** UTF-16 offsets in the old source. */
  readonly start: number;
  readonly end: number;
  /** The old source's slice; where it is not, the nearest place that holds it is taken. */
  readonly exact: string;
  /** Label of the part of the outline that holds it, where known. */
  readonly label?: string | undefined;
}

export interface ReanchorRequest {
  readonly old: AnchorText;
  readonly current: AnchorText;
  readonly anchors: readonly OldAnchor[];
  /** A folder that folds line feeds to nothing (core/script: `loadFolder({ lineFeed: 'nothing' })`). */
  readonly fold: Fold;
  /** Label of the part of the outline that holds an offset of the new source. */
  readonly labelAt?: ((offset: number) => string | undefined) | undefined;
  /** Called now and then, and at the end, with the number of anchors placed. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Asked now and then; true ends the work with the error `cancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
}

/** A place that may be the right one. */
export interface PlaceCandidate extends TextRange {
  /** 0 to 1, by quote, both contexts, position and label. */
  readonly score: number;
}

/**
 * Where an anchor stands in the new source (UTF-16 offsets, on borders of graphemes). `exact` and `moved` are sure.
 * `doubtful` gives the best of `candidates`. `orphan` gives the empty range at which its text would stand.
 */
export interface Reanchored extends TextRange {
  readonly state: 'exact' | 'moved' | 'doubtful' | 'orphan';
  /** Best first, at most five; empty unless doubtful. */
  readonly candidates: readonly PlaceCandidate[];
}

/** A passage up to the end of a sentence that goes on now has become part of another statement. */
const ENDS_SENTENCE = /[。！？；!?;][”’」』）)]*\s*$/u;
const GOES_ON = /[，、,]\s*$/u;

/** Anchors of a step. */
const STEP = 256;

/**
 * Carries anchors from one version of a report to another (DESIGN 4 and 9.9). Both versions are folded, so that another
 * script, repairs and layout change nothing; characters are the same when they fold to the same. The reading texts are
 * aligned; what the readings hide is looked for in the sources. Answers come in the order of the anchors.
 */
export function reanchor(request: ReanchorRequest): readonly Reanchored[] {
  const { anchors, onProgress, isCancelled } = request;
  const placed: Reanchored[] = [];
  for (const step of reanchorInSteps(request)) {
    if (isCancelled?.() === true) throw new ZhupiError('cancelled');
    if (step.length === 0) continue;
    onProgress?.(placed.length, anchors.length);
    placed.push(...step);
  }
  onProgress?.(anchors.length, anchors.length);
  return placed;
}

/**
 * The same, a few anchors a step, so that other work can be let through between two steps. Each step has the places of the
 * next anchors in order; those in which the texts are folded and aligned have none.
 */
export function* reanchorInSteps(
  request: Omit<ReanchorRequest, 'onProgress' | 'isCancelled'>,
): Generator<readonly Reanchored[], void> {
  const { anchors } = request;
  const versions = new Versions(request);
  for (let from = 0; from < anchors.length; from += STEP) {
    const placed: Reanchored[] = [];
    for (const anchor of anchors.slice(from, from + STEP)) {
      placed.push(yield* placeAnchor(versions, yield* versions.reading(), anchor));
    }
    yield placed;
  }
}

/** The two versions folded and aligned, in one of two ways. */
interface Layer extends PlacingTexts {
  readonly old: FoldedVersion;
  readonly current: FoldedVersion;
}

/** Layers are made when first needed: most notes need no more than the reading's. */
class Versions {
  readonly request: ReanchorRequest;
  #reading: Layer | undefined;
  #source: Layer | undefined;

  constructor(request: ReanchorRequest) {
    this.request = request;
  }

  *reading(): Steps<Layer> {
    this.#reading ??= yield* makeLayer(this.request, false);
    return this.#reading;
  }

  /** The whole sources; null when the readings show them whole. */
  *source(): Steps<Layer | null> {
    const { old, current } = this.request;
    if (!hasRepairs(old) && !hasRepairs(current)) return null;
    this.#source ??= yield* makeLayer(this.request, true);
    return this.#source;
  }
}

function* makeLayer({ old, current, fold }: ReanchorRequest, ofSource: boolean): Steps<Layer> {
  const from = foldVersion(old, fold, ofSource);
  yield REST;
  const to = foldVersion(current, fold, ofSource);
  yield REST;
  const alignment = yield* align(from, to);
  yield REST;
  const unsettled = unsettledPieces(alignment);
  let grams: GramIndex | undefined;
  let oldGrams: GramIndex | undefined;
  return {
    old: from,
    current: to,
    alignment,
    unsettled: {
      old: new PieceSearch(from.folded, unsettled.old),
      current: new PieceSearch(to.folded, unsettled.current),
    },
    inserted: new PieceSearch(to.folded, alignment.inserted),
    grams: () => (grams ??= new GramIndex(to.folded, alignment.inserted)),
    oldGrams: () => (oldGrams ??= new GramIndex(from.folded, [{ start: 0, end: from.folded.length }])),
  };
}

function* placeAnchor(versions: Versions, reading: Layer, anchor: OldAnchor): Steps<Reanchored> {
  const range = locate(versions.request.old.source, anchor);
  if (range === null) return orphanAt(reading, anchor.start);
  const shown = toB(reading.old.map, range);
  if (shown.start < shown.end) {
    const placement = placeIn(versions, reading, range, shown, anchor);
    if (isSure(placement)) return placement;
    // The new reading may hide what the old one showed; what it shows was looked through already.
    const whole = placeInSource(versions, yield* versions.source(), range, anchor);
    return whole !== null && isSure(whole) && isHidden(reading.current, whole) ? whole : placement;
  }
  const hidden = placeInSource(versions, yield* versions.source(), range, anchor);
  if (hidden !== null) return hidden;
  const point = placePoint(reading.alignment, reading.old, reading.current, range, anchor.exact);
  return { ...point.range, state: point.state, candidates: [] };
}

function isHidden({ map }: FoldedVersion, { start, end }: TextRange): boolean {
  const shown = toB(map, { start, end });
  return shown.start === shown.end;
}

function isSure({ state }: Reanchored): boolean {
  return state === 'exact' || state === 'moved';
}

/** Null where the source has nothing to compare either, or there is nothing hidden. */
function placeInSource(
  versions: Versions,
  source: Layer | null,
  range: TextRange,
  anchor: OldAnchor,
): Reanchored | null {
  if (source === null) return null;
  const passage = toB(source.old.map, range);
  return passage.start < passage.end ? placeIn(versions, source, range, passage, anchor) : null;
}

function placeIn(
  { request }: Versions,
  layer: Layer,
  range: TextRange,
  passage: Piece,
  anchor: OldAnchor,
): Reanchored {
  const { current } = layer;
  const placement = placePassage(layer, passage, labelComparison(request, current, anchor));
  const edges = edgesOf(layer.old, range, passage);
  const inSource = (place: Piece): SourcePlace => sourcePlace(current, place, edges, request.fold);
  const placed = answer(placement, inSource);
  if (placed === null) return orphanAt(layer, range.start);
  const quote = request.old.source.slice(range.start, range.end);
  const isSentence = ENDS_SENTENCE.test(quote);
  if (isSure(placed) && isSentence && GOES_ON.test(current.source.slice(placed.start, placed.end))) {
    const { start, end } = placed;
    const score = rate(layer.alignment, passage, placement.place ?? passage, undefined).total;
    return { start, end, state: 'doubtful', candidates: [{ start, end, score }] };
  }
  return placed;
}

function answer(
  { state, place, candidates }: FoldedPlacement,
  inSource: (place: Piece) => SourcePlace,
): Reanchored | null {
  if (place === null) return null;
  const offered = candidates.map((candidate) => {
    const { start, end } = inSource(candidate);
    return { start, end, score: candidate.total };
  });
  const { start, end, hasGrown } = inSource(place);
  return { start, end, state: hasGrown && state === 'exact' ? 'moved' : state, candidates: offered };
}

/** The label of an anchor is asked for with the first comparison only. */
function labelComparison(
  { labelAt }: ReanchorRequest,
  current: FoldedVersion,
  anchor: OldAnchor,
): LabelAgrees | undefined {
  if (labelAt === undefined) return undefined;
  return (place) => {
    const { label } = anchor;
    if (label === undefined) return undefined;
    const there = labelAt(toA(current.map, place).start);
    return there === undefined ? undefined : there === label;
  };
}

function orphanAt({ alignment, old, current }: Layer, offset: number): Reanchored {
  const start = Math.min(offset, old.source.length);
  const folded = expectedOffset(alignment, toB(old.map, { start, end: start }).start);
  const near = toA(current.map, { start: folded, end: folded });
  return { ...snapOutward(current.source, near), state: 'orphan', candidates: [] };
}

/** The anchor's range in the old source, or the nearest one that holds its quote; null when none does. */
function locate(source: string, { start, end, exact }: OldAnchor): TextRange | null {
  if (source.startsWith(exact, start) && end - start === exact.length) return { start, end };
  if (exact === '') return null;
  const behind = source.indexOf(exact, start);
  const before = source.lastIndexOf(exact, start);
  if (behind < 0 && before < 0) return null;
  const at = before < 0 || (behind >= 0 && behind - start < start - before) ? behind : before;
  return { start: at, end: at + exact.length };
}
