import { firstIndex } from '../base/first-index.ts';
import type { TextRange } from '../base/text-range.ts';

/** Some of the places, those from number `first` on, and what they tell about the text. */
export interface PlaceWindow {
  readonly first: number;
  readonly places: readonly TextRange[];
  /** Every place that touches the text from `start` up to `end` is among them. */
  readonly start: number;
  readonly end: number;
}

/** What a window is to hold: places by their numbers, from `from` up to `to`, or those that touch a range of the text. */
export type WindowSeed =
  | { readonly kind: 'numbers'; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

/** All places of a query in one text by number, in the order of their starts; they may lie over each other. */
export class FoundPlaces {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** The furthest end of the places up to each. */
  readonly #reach: Int32Array;
  readonly #length: number;

  /**
   * @param places ascending by their starts
   * @param length of the text, in UTF-16 units like all offsets
   */
  constructor(places: readonly TextRange[], length: number) {
    this.#starts = Int32Array.from(places, ({ start }) => start);
    this.#ends = Int32Array.from(places, ({ end }) => end);
    this.#reach = new Int32Array(places.length);
    let reach = 0;
    for (const [index, end] of this.#ends.entries()) {
      reach = Math.max(reach, end);
      this.#reach[index] = reach;
    }
    this.#length = length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The seed's places, the first `most` of them, and those on both sides of them as long as there is room. */
  window(seed: WindowSeed, most: number): PlaceWindow {
    const [low, high] = this.#numbersOf(seed);
    const wanted = Math.min(high - low, most);
    const spare = Math.min(most, this.count) - wanted;
    const behind = this.count - low - wanted;
    // What one side has no use for goes to the other.
    const before = Math.min(low, Math.max(Math.floor(spare / 2), spare - behind));
    const first = low - before;
    const end = Math.min(this.count, first + wanted + spare);
    const places = Array.from({ length: end - first }, (_item, index) => ({
      start: this.#starts[first + index] ?? 0,
      end: this.#ends[first + index] ?? 0,
    }));
    return {
      first,
      places,
      start: first === 0 ? 0 : (this.#reach[first - 1] ?? 0),
      end: end === this.count ? this.#length : (this.#starts[end] ?? this.#length),
    };
  }

  #numbersOf(seed: WindowSeed): readonly [number, number] {
    if (seed.kind === 'numbers') {
      const low = Math.min(seed.from, this.count);
      return [low, Math.max(low, Math.min(seed.to, this.count))];
    }
    const low = firstNumber(this.#reach, (reach) => reach > seed.start);
    return [
      low,
      Math.max(
        low,
        firstNumber(this.#starts, (start) => start >= seed.end),
      ),
    ];
  }
}

/** The first index of an ascending list whose value holds, as all behind it do; its length when none does. */
function firstNumber(values: Int32Array, holds: (value: number) => boolean): number {
  return firstIndex(values.length, (at) => holds(values[at] ?? 0));
}
