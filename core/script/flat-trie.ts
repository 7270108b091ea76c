/*
 * How the two sides of an entry correspond; decides the spans of a match (DESIGN 9.13). 0 = not worked out yet.
 */

/** Both sides are the same text: no span. */
export const ENTRY_SAME = 1;
/** As many code units and no surrogates, each pair a pair of one character's forms: one span a changed unit. */
export const ENTRY_UNITS = 2;
/** As many characters, some of them surrogate pairs: one span a changed character. */
export const ENTRY_CHARACTERS = 3;
/** Anything else: the whole match is one span. */
export const ENTRY_WHOLE = 4;

/** A dictionary as opencc-js writes it: `source replacement|source replacement`. */
export type SerializedDictionary = string;

export interface TrieDictionary {
  readonly entries: SerializedDictionary;
  /** Whether a match of these entries also cuts the text into the segments that later tables stay inside. */
  readonly segmenting: boolean;
}

const SPACE = 0x20;
const BAR = 0x7c;

/**
 * A dictionary of phrases as typed arrays over UTF-16 code units. The first unit indexes `root`; further units are found
 * in one open-addressing hash table of all nodes, keyed by (parent, unit). Node 0 means none. Replacements are slices of
 * `pool`, which is the dictionary's own text, so building copies nothing.
 */
export class FlatTrie {
  /** Node reached by each first code unit, 0 where no entry starts with it. */
  readonly root = new Int32Array(0x10000);
  readonly slots: Int32Array;
  readonly slotMask: number;
  readonly parents: Int32Array;
  readonly units: Uint16Array;
  /** Whether longer entries go on below a node. */
  readonly inner: Uint8Array;
  /** Offset of the replacement in `pool`, -1 where no entry ends at the node. */
  readonly valueStart: Int32Array;
  readonly valueLength: Uint8Array;
  readonly segmenting: Uint8Array;
  /** ENTRY_… of each node, worked out at its first match. */
  readonly kinds: Uint8Array;
  readonly pool: Uint16Array;
  #nodeCount = 1;

  /**
   * Builds the trie, over a copy of `base` where one is given, whose entries give way. Of equal sources the first
   * dictionary's wins, and in one dictionary the last, as in opencc-js.
   */
  constructor(dictionaries: readonly TrieDictionary[], base?: FlatTrie) {
    const { pool, starts, sourceUnits } = copyEntries(dictionaries, base?.pool);
    this.pool = pool;
    const known = base === undefined ? 1 : base.#nodeCount;
    const capacity = known + sourceUnits;
    let slotCount = 16;
    while (slotCount < capacity * 2) slotCount *= 2;
    this.slots = new Int32Array(slotCount);
    this.slotMask = slotCount - 1;
    this.parents = new Int32Array(capacity);
    this.units = new Uint16Array(capacity);
    this.inner = new Uint8Array(capacity);
    this.valueStart = new Int32Array(capacity).fill(-1, known);
    this.valueLength = new Uint8Array(capacity);
    this.segmenting = new Uint8Array(capacity);
    this.kinds = new Uint8Array(capacity);
    if (base === undefined) this.valueStart[0] = -1;
    else this.#copy(base);
    for (let k = dictionaries.length - 1; k >= 0; k -= 1) {
      const dictionary = dictionaries[k] as TrieDictionary;
      const start = starts[k] as number;
      this.#addEntries(start, start + dictionary.entries.length + 1, dictionary.segmenting);
    }
  }

  #copy(base: FlatTrie): void {
    this.#nodeCount = base.#nodeCount;
    this.root.set(base.root);
    for (const name of [
      'parents',
      'units',
      'inner',
      'valueStart',
      'valueLength',
      'segmenting',
      'kinds',
    ] as const) {
      this[name].set(base[name].subarray(0, base.#nodeCount));
    }
    if (base.slots.length === this.slots.length) {
      this.slots.set(base.slots);
      return;
    }
    for (let node = 1; node < base.#nodeCount; node += 1) {
      const parent = this.parents[node] as number;
      if (parent !== 0) this.#putInSlot(node, slotOf(parent, this.units[node] as number));
    }
  }

  #putInSlot(node: number, hash: number): void {
    let slot = hash & this.slotMask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.slotMask;
    this.slots[slot] = node;
  }

  #addEntries(from: number, to: number, segmenting: boolean): void {
    const { pool, valueStart, valueLength } = this;
    let node = 0;
    let valueFrom = -1;
    for (let i = from; i < to; i += 1) {
      const unit = pool[i] as number;
      if (unit === BAR) {
        if (valueFrom >= 0 && node !== 0) {
          valueStart[node] = valueFrom;
          valueLength[node] = i - valueFrom;
          this.kinds[node] = 0;
          if (segmenting) this.segmenting[node] = 1;
        }
        node = 0;
        valueFrom = -1;
      } else if (valueFrom >= 0) {
        continue;
      } else if (unit === SPACE) {
        valueFrom = i + 1;
      } else {
        node = node === 0 ? this.#rootChild(unit) : this.#childOrNew(node, unit);
      }
    }
  }

  #rootChild(unit: number): number {
    const known = this.root[unit] as number;
    if (known !== 0) return known;
    const node = this.#newNode(0, unit);
    this.root[unit] = node;
    return node;
  }

  #childOrNew(parent: number, unit: number): number {
    const { slots, slotMask, parents, units } = this;
    let slot = slotOf(parent, unit) & slotMask;
    for (;;) {
      const node = slots[slot] as number;
      if (node === 0) break;
      if (parents[node] === parent && units[node] === unit) return node;
      slot = (slot + 1) & slotMask;
    }
    const node = this.#newNode(parent, unit);
    slots[slot] = node;
    this.inner[parent] = 1;
    return node;
  }

  #newNode(parent: number, unit: number): number {
    const node = this.#nodeCount;
    this.#nodeCount += 1;
    this.parents[node] = parent;
    this.units[node] = unit;
    return node;
  }

  /** The node below `parent` for `unit`, 0 if there is none. */
  child(parent: number, unit: number): number {
    const { slots, slotMask, parents, units } = this;
    let slot = slotOf(parent, unit) & slotMask;
    for (;;) {
      const node = slots[slot] as number;
      if (node === 0 || (parents[node] === parent && units[node] === unit)) return node;
      slot = (slot + 1) & slotMask;
    }
  }
}

function slotOf(parent: number, unit: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** The text of all dictionaries behind `before`, each ended by a bar, where each starts, and how many units their sources have. */
function copyEntries(
  dictionaries: readonly TrieDictionary[],
  before: Uint16Array = new Uint16Array(0),
): {
  readonly pool: Uint16Array;
  readonly starts: readonly number[];
  readonly sourceUnits: number;
} {
  const size = dictionaries.reduce((sum, { entries }) => sum + entries.length + 1, 0);
  const pool = new Uint16Array(before.length + size);
  pool.set(before);
  const starts: number[] = [];
  let sourceUnits = 0;
  let at = before.length;
  for (const { entries } of dictionaries) {
    starts.push(at);
    let inSource = true;
    for (let i = 0; i < entries.length; i += 1) {
      const unit = entries.charCodeAt(i);
      pool[at + i] = unit;
      if (unit === BAR) inSource = true;
      else if (unit === SPACE) inSource = false;
      else if (inSource) sourceUnits += 1;
    }
    pool[at + entries.length] = BAR;
    at += entries.length + 1;
  }
  return { pool, starts, sourceUnits };
}
