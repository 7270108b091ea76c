/** A list of 32-bit integers that grows by doubling; `items` beyond `length` is garbage. */
export class IntList {
  items: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity: number) {
    this.items = new Int32Array(Math.max(16, capacity));
  }

  push(value: number): void {
    if (this.length === this.items.length) this.#grow(this.length + 1);
    this.items[this.length] = value;
    this.length += 1;
  }

  push4(a: number, b: number, c: number, d: number): void {
    if (this.length + 4 > this.items.length) this.#grow(this.length + 4);
    const { items, length } = this;
    items[length] = a;
    items[length + 1] = b;
    items[length + 2] = c;
    items[length + 3] = d;
    this.length = length + 4;
  }

  #grow(needed: number): void {
    const grown = new Int32Array(Math.max(needed, this.items.length * 2));
    grown.set(this.items);
    this.items = grown;
  }

  /** A copy of exactly the items pushed. */
  toArray(): Int32Array<ArrayBuffer> {
    return this.items.slice(0, this.length);
  }
}

/** UTF-16 code units of a text being made; `items` beyond `length` is garbage. */
export class UnitList {
  items: Uint16Array<ArrayBuffer>;
  length = 0;

  constructor(capacity: number) {
    this.items = new Uint16Array(Math.max(16, capacity));
  }

  /** Makes room for `extra` more units. */
  reserve(extra: number): void {
    const needed = this.length + extra;
    if (needed <= this.items.length) return;
    const grown = new Uint16Array(Math.max(needed, this.items.length * 2));
    grown.set(this.items);
    this.items = grown;
  }

  push(unit: number): void {
    this.reserve(1);
    this.items[this.length] = unit;
    this.length += 1;
  }

  toString(): string {
    return stringOfUnits(this.items, this.length);
  }
}

/** More than this is given back to the engine. */
const MOST_KEPT = 1 << 22;

/** Lists that stand by: a text is converted paragraph by paragraph, and making their memory takes longer than filling it. */
class SpareLists<L extends { readonly items: ArrayLike<number>; length: number }> {
  readonly #spare: L[] = [];
  readonly #make: (capacity: number) => L;

  constructor(make: (capacity: number) => L) {
    this.#make = make;
  }

  /** An empty list, nobody else's until it is given back. */
  take(capacity: number): L {
    const list = this.#spare.pop();
    if (list === undefined || list.items.length < capacity) return this.#make(capacity);
    list.length = 0;
    return list;
  }

  /** Nothing may hold the list any more. */
  giveBack(list: L): void {
    if (list.items.length <= MOST_KEPT && this.#spare.length < 4) this.#spare.push(list);
  }
}

export const spareInts = new SpareLists((capacity) => new IntList(capacity));
export const spareUnits = new SpareLists((capacity) => new UnitList(capacity));

/** The code units of a text. */
export function unitsOf(text: string, list: UnitList = new UnitList(text.length)): UnitList {
  const { items } = list;
  for (let i = 0; i < text.length; i += 1) items[i] = text.charCodeAt(i);
  list.length = text.length;
  return list;
}

// One call takes its units as arguments, which engines limit to some ten thousands.
const CHUNK = 4096;

/** The text of the first `length` units. */
export function stringOfUnits(units: Uint16Array, length: number): string {
  if (length <= CHUNK) return stringOfChunk(units, 0, length);
  const chunks: string[] = [];
  for (let i = 0; i < length; i += CHUNK) chunks.push(stringOfChunk(units, i, Math.min(length, i + CHUNK)));
  return chunks.join('');
}

function stringOfChunk(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode.apply(null, units.subarray(from, to) as unknown as number[]);
}
