import type { TextRange } from '../base/text-range.ts';
import type { Effort } from './effort.ts';

/** What keeping a span costs beside a look at it. */
const STEPS_OF_A_SPAN = 30;

/**
 * The spans of two places, one of each list, that do not overlap and have at most `distance` units between them, each once, by
 * start and then by end. Start by start, so that nothing but the ends of one start has to be told apart: the time grows with
 * the places and the spans.
 * @param left by start, as `right`
 */
export function nearSpans(
  left: readonly TextRange[],
  right: readonly TextRange[],
  distance: number,
  effort: Effort,
): readonly TextRange[] {
  const spans: TextRange[] = [];
  const [fromLeft, fromRight] = [new Side(left, right), new Side(right, left)];
  const ends: number[] = [];
  for (;;) {
    const start = Math.min(fromLeft.start, fromRight.start);
    if (start === Infinity) return spans;
    ends.length = 0;
    fromLeft.take(start, distance, ends, effort);
    // The same list twice has the same spans from either side.
    if (left === right) fromRight.skip(start);
    else fromRight.take(start, distance, ends, effort);
    if (!isAscending(ends)) ends.sort((a, b) => a - b);
    let last = -1;
    for (const end of ends) {
      if (end === last) continue;
      effort.spend(STEPS_OF_A_SPAN);
      spans.push({ start, end });
      last = end;
    }
  }
}

/** Spans that begin with the places of one list, walked through once, and end with those of the other. */
class Side {
  readonly #places: readonly TextRange[];
  readonly #others: readonly TextRange[];
  #next = 0;
  /** The first of the others that may follow; goes back only where a place ends before the one in front of it. */
  #first = 0;

  constructor(places: readonly TextRange[], others: readonly TextRange[]) {
    this.#places = places;
    this.#others = others;
  }

  /** Where the next place begins; Infinity behind the last. */
  get start(): number {
    return this.#places[this.#next]?.start ?? Infinity;
  }

  /** Passes over the places with this start. */
  skip(start: number): void {
    while (this.start === start) this.#next += 1;
  }

  /** Adds where the spans end whose first place begins here. */
  take(start: number, distance: number, ends: number[], effort: Effort): void {
    const others = this.#others;
    for (; this.start === start; this.#next += 1) {
      const end = this.#places[this.#next]?.end ?? 0;
      this.#first = firstFrom(others, end, this.#first);
      let index = this.#first;
      for (; index < others.length; index += 1) {
        const other = others[index];
        if (other === undefined || other.start > end + distance) break;
        ends.push(other.end);
      }
      effort.spend(index - this.#first + 1);
    }
  }
}

/** The first place that begins at an offset or behind it, looked for from a guess on. */
function firstFrom(places: readonly TextRange[], offset: number, guess: number): number {
  let at = guess;
  while (at < places.length && (places[at]?.start ?? 0) < offset) at += 1;
  while (at > 0 && (places[at - 1]?.start ?? 0) >= offset) at -= 1;
  return at;
}

function isAscending(numbers: readonly number[]): boolean {
  for (let at = 1; at < numbers.length; at += 1) {
    if ((numbers[at] ?? 0) < (numbers[at - 1] ?? 0)) return false;
  }
  return true;
}
