import type { Marker, NumberingKind } from './numbering.ts';
import { NumberIndex } from './number-index.ts';

/** A marker or an unnumbered heading, at its place in the reading text. */
export interface OutlinePlace {
  readonly marker: Marker | undefined;
  readonly start: number;
  /** Index of its block. */
  readonly block: number;
  /** Level of the block if that is a heading, else 0. */
  readonly headingLevel: number;
  /** Whether it begins its block. */
  readonly isFirst: boolean;
}

/** A place that belongs to a run; -1 for an unnumbered heading, which belongs to none. */
export interface RunPlace {
  readonly place: OutlinePlace;
  readonly run: number;
  /** The run that this one goes on with under another heading: （三） of part 二 behind （二） of part 一. */
  readonly chain: number;
  readonly rank: number;
}

/** Which kinds stand above which: smaller is higher. Headings without a number have the level of their block. */
const RANKS: Readonly<Record<NumberingKind, number>> = {
  part: 1.5,
  chapter: 2,
  'formal-han': 2.05,
  roman: 2.1,
  han: 2.2,
  section: 3,
  article: 3.5,
  'bracketed-han': 3.6,
  arabic: 4,
  'bracketed-arabic': 5,
  latin: 5.5,
  circled: 6.5,
  ordinal: 7,
  point: 8,
};

/** Articles count on through chapters and sections; some were struck out. Other numbers may count on, but leave out none. */
export const CONTINUOUS: ReadonlySet<NumberingKind> = new Set<NumberingKind>(['article']);
const MOST_STRUCK_OUT = 3;
/** Points that stand inside paragraphs: a number that is missing there was never a point. */
const INLINE: ReadonlySet<NumberingKind> = new Set<NumberingKind>(['circled', 'ordinal', 'point']);
/** So many numbers of a list may be lost (glued to the line above, or left out by a converter). */
const MOST_LOST = 2;
/** Points inside a paragraph go on in it or soon behind it. */
const FARTHEST_BLOCK = 3;
/** Lists of one kind inside each other. */
const MOST_NESTED = 3;

interface Open {
  readonly rank: number;
  readonly kind: NumberingKind;
  readonly run: number;
  readonly chain: number;
  readonly number: number;
  readonly style: number;
  /** Index of the block of its last place. */
  readonly block: number;
}

/** 一、 heads the parts of a report, but inside an article it is a list. */
const RANK_OF_HAN_LIST = 3.55;

/** Items of one list look the same: headings, beginnings of paragraphs, or points inside them. */
function styleOf({ headingLevel, isFirst }: OutlinePlace): number {
  return headingLevel > 0 ? 2 : isFirst ? 1 : 0;
}

/** A run begins at one; one whose first number was lost, or glued to the line above, may begin at two. */
function beginsRun({ number, inserted }: Marker, { isFirst }: OutlinePlace): boolean {
  return !inserted && (number === 1 || (number === 2 && isFirst));
}

/** Walks the places in order and keeps which runs are open: an inner one is never closed by another, only by one around it. */
class RunFinder {
  readonly #open: Open[] = [];
  readonly #last = new Map<NumberingKind, Open>();
  readonly #numbers: NumberIndex;
  #runs = 0;

  constructor(places: readonly OutlinePlace[]) {
    this.#numbers = new NumberIndex(places.map(({ marker }) => marker));
  }

  /** The run of the place at `index`, undefined when it neither begins nor goes on with one. */
  add(place: OutlinePlace, index: number): RunPlace | undefined {
    const { marker, headingLevel } = place;
    if (marker === undefined) {
      this.#closeBelow(headingLevel);
      return { place, run: -1, chain: -1, rank: headingLevel };
    }
    const at = this.#openAt(marker, place, index);
    const own = this.#open[at];
    const before = own ?? this.#continued(marker, place);
    if (before === undefined && !beginsRun(marker, place)) return undefined;
    const rank = before?.rank ?? this.#rankOf(marker);
    const { kind, number } = marker;
    const run = own?.run ?? this.#runs++;
    const chain = before?.chain ?? run;
    const entry = { rank, kind, number, run, chain, style: styleOf(place), block: place.block };
    if (own !== undefined) this.#open.length = at;
    else if (before === undefined) this.#forgetOldest(kind);
    else this.#closeBelow(rank);
    this.#open.push(entry);
    if (place.isFirst && !INLINE.has(kind)) this.#last.set(kind, entry);
    return { place, run, chain, rank };
  }

  #rankOf({ kind }: Marker): number {
    const inArticle = kind === 'han' && this.#open.some((open) => open.kind === 'article');
    return inArticle ? RANK_OF_HAN_LIST : RANKS[kind];
  }

  #closeBelow(rank: number): void {
    while ((this.#open.at(-1)?.rank ?? -1) >= rank) this.#open.pop();
  }

  /** Of lists of one kind, open inside each other, only the last few can go on. */
  #forgetOldest(kind: NumberingKind): void {
    const same = this.#open.filter((open) => open.kind === kind);
    const innermost = same.at(-1);
    if (same.length >= MOST_NESTED && innermost !== undefined) {
      this.#open.length = this.#open.indexOf(innermost);
    }
  }

  /** Where the open run is that a marker goes on with: by the next number, else over lost ones; -1 when there is none. */
  #openAt(marker: Marker, place: OutlinePlace, index: number): number {
    if (marker.number === 1 && !marker.inserted) return -1;
    const mine = [...this.#open.keys()].filter(
      (at) => this.#open[at]?.kind === marker.kind && this.#isNear(at, place) && this.#canGoOn(at, index),
    );
    const style = styleOf(place);
    const next = mine.filter((at) => this.#isNext(marker, this.#open[at]?.number ?? 0));
    const alike = next.findLast((at) => this.#open[at]?.style === style) ?? next.at(-1);
    if (alike !== undefined) return alike;
    const step = marker.number - (this.#open[mine.at(-1) ?? -1]?.number ?? Infinity);
    const isLost = step > 1 && step <= MOST_LOST + 1 && place.isFirst && !INLINE.has(marker.kind);
    return isLost ? (mine.at(-1) ?? -1) : -1;
  }

  #isNext({ kind, number, inserted }: Marker, last: number): boolean {
    if (inserted) return number === last;
    const step = number - last;
    return step === 1 || (CONTINUOUS.has(kind) && step > 1 && step <= MOST_STRUCK_OUT);
  }

  #isNear(at: number, place: OutlinePlace): boolean {
    const open = this.#open[at];
    return open === undefined || open.style > 0 || place.block - open.block <= FARTHEST_BLOCK;
  }

  /** A run goes on behind numbering of a higher kind only when that was a list inside it, which has ended. */
  #canGoOn(at: number, index: number): boolean {
    const own = this.#open[at];
    return this.#open
      .slice(at + 1)
      .every(
        (above) =>
          above.rank >= (own?.rank ?? 0) || !this.#numbers.hasNext(above.kind, above.number + 1, index),
      );
  }

  /** The closed run of its kind that a marker goes on with under another heading. */
  #continued(marker: Marker, { isFirst }: OutlinePlace): Open | undefined {
    const last = this.#last.get(marker.kind);
    return isFirst && last !== undefined && this.#isNext(marker, last.number) ? last : undefined;
  }
}

/** The places that belong to a run which begins at one, and unnumbered headings; one pass over all places. */
export function findRuns(places: readonly OutlinePlace[]): readonly RunPlace[] {
  const finder = new RunFinder(places);
  return places.flatMap((place, index) => finder.add(place, index) ?? []);
}
