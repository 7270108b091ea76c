import type { Marker, NumberingKind } from './numbering.ts';

/** A marker or an unnumbered heading, at its place in the reading text. */
export interface OutlinePlace {
  readonly marker: Marker | undefined;
  readonly start: number;
  /** Index of its block. */
  readonly block: number;
  /** Level of the block if that is a heading, else 0. */
  readonly headingLevel: number;
}

/** A place that stood the test, with its depth from 1. */
export interface RankedPlace {
  readonly place: OutlinePlace;
  readonly level: number;
}

/** Which kinds stand above which: smaller is higher. Headings without a number have the level of their block. */
const RANKS: Readonly<Record<NumberingKind, number>> = {
  part: 1.5,
  chapter: 2,
  han: 2.2,
  section: 3,
  article: 3.5,
  'bracketed-han': 3.6,
  arabic: 4,
  'bracketed-arabic': 5,
  circled: 6.5,
  ordinal: 7,
  point: 8,
};

/** Articles count on through chapters and sections; some were struck out. */
const CONTINUOUS: ReadonlySet<NumberingKind> = new Set<NumberingKind>(['article']);
const MOST_STRUCK_OUT = 3;
const MOST_ROUNDS = 10;

interface Open {
  readonly rank: number;
  readonly kind: NumberingKind | undefined;
  readonly run: number;
  readonly number: number;
}

interface Accepted extends RankedPlace {
  readonly run: number;
}

function follows(marker: Marker, last: number): boolean {
  if (marker.inserted) return marker.number === last;
  const step = marker.number - last;
  return step === 1 || (CONTINUOUS.has(marker.kind) && step > 1 && step <= MOST_STRUCK_OUT);
}

/** 一、 heads the parts of a report, but inside an article it is a list. */
const RANK_OF_HAN_LIST = 3.55;

function rankOf({ marker, headingLevel }: OutlinePlace, open: readonly Open[]): number {
  if (marker === undefined) return headingLevel;
  const inArticle = marker.kind === 'han' && open.some(({ kind }) => kind === 'article');
  return inArticle ? RANK_OF_HAN_LIST : RANKS[marker.kind];
}

/** One pass over all places: those whose number begins a run or goes on with an open one. */
function accept(places: readonly OutlinePlace[]): readonly Accepted[] {
  const accepted: Accepted[] = [];
  const open: Open[] = [];
  const lastContinuous = new Map<NumberingKind, Open>();
  let runs = 0;
  for (const place of places) {
    const { marker } = place;
    const rank = rankOf(place, open);
    let run = -1;
    if (marker !== undefined) {
      const own = open.findLast(({ kind }) => kind === marker.kind) ?? lastContinuous.get(marker.kind);
      if (own !== undefined && follows(marker, own.number)) run = own.run;
      else if (marker.number === 1 && !marker.inserted) run = runs++;
      else continue;
    }
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) open.pop();
    const entry = { rank, kind: marker?.kind, run, number: marker?.number ?? 0 };
    open.push(entry);
    if (marker !== undefined && CONTINUOUS.has(marker.kind)) lastContinuous.set(marker.kind, entry);
    accepted.push({ place, level: open.length, run });
  }
  return accepted;
}

/**
 * The places that are structure: unnumbered headings, and numbering that runs in order from one. A run of one counts only
 * where it is a heading of its own: 一是 in running prose, with no 二是 behind it, is none.
 */
export function rankPlaces(places: readonly OutlinePlace[]): readonly RankedPlace[] {
  let left = places;
  for (let round = 1; ; round += 1) {
    const accepted = accept(left);
    const sizes = new Map<number, number>();
    for (const { run } of accepted) sizes.set(run, (sizes.get(run) ?? 0) + 1);
    const kept = accepted.filter(
      ({ run, place }) => run < 0 || (sizes.get(run) ?? 0) > 1 || place.headingLevel > 0,
    );
    // Without the lone ones other runs may stand differently, so they are ranked again; a text made to go on for ever is not.
    if (kept.length === accepted.length || round === MOST_ROUNDS) return kept;
    left = kept.map(({ place }) => place);
  }
}
