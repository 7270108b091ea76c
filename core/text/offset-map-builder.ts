import { SPAN_WIDTH, spanAt, type OffsetMap } from './offset-map.ts';

/**
 * Makes an {@link OffsetMap} from left to right: `copy` for text taken over, `replace` for a span. Appending is cheap
 * (one growing Int32Array), so that converters can write a span for each character.
 */
export class OffsetMapBuilder {
  #spans: Int32Array;
  #used = 0;
  #a = 0;
  #b = 0;

  constructor(expectedSpans = 16) {
    this.#spans = new Int32Array(Math.max(1, expectedSpans) * SPAN_WIDTH);
  }

  /** Code units of A that are told so far. */
  get aLength(): number {
    return this.#a;
  }

  /** Code units of B that are told so far. */
  get bLength(): number {
    return this.#b;
  }

  /** The next `length` code units are the same in both texts. */
  copy(length: number): void {
    requireCount(length);
    this.#a += length;
    this.#b += length;
  }

  /** The next `aLength` code units of A became `bLength` of B. Nothing on both sides leaves no span. */
  replace(aLength: number, bLength: number): void {
    requireCount(aLength);
    requireCount(bLength);
    if (aLength === 0 && bLength === 0) return;
    if (this.#used === this.#spans.length) this.#grow();
    const spans = this.#spans;
    spans[this.#used] = this.#a;
    spans[this.#used + 1] = this.#a += aLength;
    spans[this.#used + 2] = this.#b;
    spans[this.#used + 3] = this.#b += bLength;
    this.#used += SPAN_WIDTH;
  }

  /** Appends a whole map, whose texts follow what was told so far. */
  append(map: OffsetMap): void {
    const { spans } = map;
    const a = this.#a;
    const b = this.#b;
    for (let at = 0; at < spans.length; at += SPAN_WIDTH) {
      const [aStart, aEnd, bStart, bEnd] = spanAt(spans, at);
      this.copy(a + aStart - this.#a);
      this.replace(aEnd - aStart, bEnd - bStart);
    }
    this.#a = a + map.aLength;
    this.#b = b + map.bLength;
  }

  /** The map of everything told so far. The builder may go on; the map does not change with it. */
  build(): OffsetMap {
    return { spans: this.#spans.slice(0, this.#used), aLength: this.#a, bLength: this.#b };
  }

  #grow(): void {
    const larger = new Int32Array(this.#spans.length * 2);
    larger.set(this.#spans);
    this.#spans = larger;
  }
}

/** One map for texts that follow each other, with a separator of `separatorLength` equal code units between two. */
export function concatenate(maps: readonly OffsetMap[], separatorLength = 0): OffsetMap {
  let count = 0;
  for (const map of maps) count += map.spans.length / SPAN_WIDTH;
  const builder = new OffsetMapBuilder(count);
  maps.forEach((map, index) => {
    if (index > 0) builder.copy(separatorLength);
    builder.append(map);
  });
  return builder.build();
}

function requireCount(length: number): void {
  if (!Number.isInteger(length) || length < 0) throw new RangeError(`${length} is no count of code units`);
}
