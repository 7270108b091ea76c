import { CONTINUOUS, findRuns, type OutlinePlace, type RunPlace } from './outline-runs.ts';
import type { NumberingKind } from './numbering.ts';

/** A place that stood the test. */
export interface RankedPlace {
  readonly place: OutlinePlace;
  /** Depth from 1. */
  readonly level: number;
  /** Which list of its kind under the same point it belongs to, from 1: the second （一） of an article is in list 2. */
  readonly list: number;
}

const MOST_ROUNDS = 10;
/** So many points make a run whose first one is missing. */
const LEAST_WITHOUT_FIRST = 3;

function isHeadingOver(above: RunPlace, below: RunPlace): boolean {
  return above.place.headingLevel > 0 && below.place.headingLevel === 0;
}

/** A place on the way from the text down to the current one. */
interface Step extends RunPlace {
  /** Its index, by which lists below it are counted. */
  readonly index: number;
}

/** Puts runs inside each other: between two points of a run whatever stands there is below it, else kinds have their ranks. */
class LevelFinder {
  readonly #lastOfRun: ReadonlyMap<number, number>;
  readonly #path: Step[] = [];
  /** Kinds that were seen inside a run, for its last point. */
  readonly #inside = new Map<number, Set<NumberingKind>>();
  /** How many lists of a kind stand below a point so far. */
  readonly #lists = new Map<string, number>();
  readonly #listOfRun = new Map<number, { readonly below: number; readonly list: number }>();

  constructor(places: readonly RunPlace[]) {
    this.#lastOfRun = new Map(places.map(({ run }, index) => [run, index]));
  }

  add(place: RunPlace, index: number): RankedPlace {
    const { marker } = place.place;
    const own = place.run < 0 ? -1 : this.#path.findIndex((other) => other.run === place.run);
    if (own >= 0) this.#path.length = own;
    else if (marker === undefined) this.#closeBelow(place.rank);
    else this.#closeFor(place, marker.kind, index);
    if (marker !== undefined) for (const above of this.#path) this.#remember(above.run, marker.kind);
    const list = marker === undefined ? 1 : this.#listOf(place.run, marker.kind);
    this.#path.push({ ...place, index });
    return { place: place.place, level: this.#path.length, list };
  }

  #closeBelow(rank: number): void {
    while ((this.#path.at(-1)?.rank ?? -1) >= rank) this.#path.pop();
  }

  #closeFor(place: RunPlace, kind: NumberingKind, index: number): void {
    for (let last = this.#path.at(-1); last !== undefined; last = this.#path.at(-1)) {
      if (last.rank < place.rank || this.#holds(last, kind, index)) return;
      // 一、 of paragraphs below the heading 四、: a list in its text.
      if (last.place.marker?.kind === kind && isHeadingOver(last, place)) return;
      this.#path.pop();
    }
  }

  /** Whether a list of a kind that begins at `index` stands inside a run: the run goes on behind it, or held such lists before. */
  #holds({ run, place }: Step, kind: NumberingKind, index: number): boolean {
    const own = place.marker?.kind;
    if (own === undefined || CONTINUOUS.has(own)) return false;
    return (
      (this.#lastOfRun.get(run) ?? -1) > index || (kind !== own && this.#inside.get(run)?.has(kind) === true)
    );
  }

  #remember(run: number, kind: NumberingKind): void {
    if (run < 0) return;
    const known = this.#inside.get(run);
    if (known === undefined) this.#inside.set(run, new Set([kind]));
    else known.add(kind);
  }

  #listOf(run: number, kind: NumberingKind): number {
    const below = this.#path.at(-1)?.index ?? -1;
    const known = this.#listOfRun.get(run);
    if (known?.below === below) return known.list;
    const key = `${below} ${kind}`;
    const list = (this.#lists.get(key) ?? 0) + 1;
    this.#lists.set(key, list);
    this.#listOfRun.set(run, { below, list });
    return list;
  }
}

/**
 * The places that are structure: unnumbered headings, and numbering that runs in order from one. A run of one counts only
 * where it is a heading of its own: 一是 in running prose, with no 二是 behind it, is none.
 */
export function rankPlaces(places: readonly OutlinePlace[]): readonly RankedPlace[] {
  let left = places;
  for (let round = 1; ; round += 1) {
    const accepted = findRuns(left);
    const runs = new Map<number, { readonly isWhole: boolean; size: number }>();
    for (const { chain, place } of accepted) {
      const known = runs.get(chain) ?? { isWhole: place.marker?.number === 1, size: 0 };
      known.size += 1;
      runs.set(chain, known);
    }
    const kept = accepted.filter(({ run, chain, place }) => {
      const { isWhole, size } = runs.get(chain) ?? { isWhole: false, size: 0 };
      if (run < 0) return true;
      return isWhole ? size > 1 || place.headingLevel > 0 : size >= LEAST_WITHOUT_FIRST;
    });
    // Without the lone ones other runs may stand differently, so they are found again; a text made to go on for ever is not.
    if (kept.length === accepted.length || round === MOST_ROUNDS) {
      const finder = new LevelFinder(kept);
      return kept.map((place, index) => finder.add(place, index));
    }
    left = kept.map(({ place }) => place);
  }
}
