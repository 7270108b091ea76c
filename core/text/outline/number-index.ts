import { firstIndex } from '../../base/first-index.ts';
import type { Marker, NumberingKind } from './numbering.ts';

/** Where each number of each kind stands, to tell whether a list goes on behind a place. */
export class NumberIndex {
  readonly #places = new Map<string, number[]>();

  constructor(markers: readonly (Marker | undefined)[]) {
    for (const [index, marker] of markers.entries()) {
      if (marker === undefined) continue;
      const key = `${marker.kind} ${marker.number}`;
      const known = this.#places.get(key);
      if (known === undefined) this.#places.set(key, [index]);
      else known.push(index);
    }
  }

  /** Whether `number` of a kind comes behind the place at `index` before that kind begins anew. */
  hasNext(kind: NumberingKind, number: number, index: number): boolean {
    const next = this.#firstBehind(`${kind} ${number}`, index);
    return next < this.#firstBehind(`${kind} 1`, index);
  }

  #firstBehind(key: string, index: number): number {
    const places = this.#places.get(key) ?? [];
    return places[firstIndex(places.length, (at) => (places[at] ?? 0) > index)] ?? Infinity;
  }
}
