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

/*
 * A node is four numbers side by side, so that one line of the processor's cache holds it; it is named by the index of the
 * first of them: its parent, its bits, where its replacement starts in the pool, and the replacement's unit if it has one.
 */
const NODE_WIDTH = 4;
export const NODE_BITS = 1;
export const NODE_VALUE = 2;
export const NODE_UNIT = 3;

/** The lower 16 bits are the code unit that leads to the node. Whether longer entries go on below it. */
export const BIT_INNER = 1 << 16;
/** Whether an entry of a dictionary that cuts the text ends here. */
export const BIT_SEGMENTING = 1 << 17;
/** Whether an entry ends here. */
export const BIT_VALUE = 1 << 18;
/** Three bits of ENTRY_…, worked out at the first match. */
export const KIND_SHIFT = 19;
const KIND_MASK = 7 << KIND_SHIFT;
/** Above: how many units the replacement has. */
export const LENGTH_SHIFT = 22;
const LENGTH_MASK = 0xff << LENGTH_SHIFT;

/** In a slot the upper bits are those of the hash: most nodes that are not the wanted one need not be looked at. */
export const TAG_SHIFT = 22;
export const NODE_MASK = (1 << TAG_SHIFT) - 1;

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
  readonly nodes: Int32Array;
  readonly pool: Uint16Array;
  /** Where the next node stands; the first is none. */
  #end = NODE_WIDTH;

  /**
   * Builds the trie, over a copy of `base` where one is given, whose entries give way. Of equal sources the first
   * dictionary's wins, and in one dictionary the last, as in opencc-js. RangeError for more than a million nodes.
   */
  constructor(dictionaries: readonly TrieDictionary[], base?: FlatTrie) {
    const { pool, starts, sourceUnits } = copyEntries(dictionaries, base?.pool);
    this.pool = pool;
    const known = base === undefined ? NODE_WIDTH : base.#end;
    const capacity = known + sourceUnits * NODE_WIDTH;
    if (capacity > NODE_MASK) throw new RangeError('the dictionaries are too large for one trie');
    let slotCount = 16;
    while (slotCount * NODE_WIDTH < capacity * 2) slotCount *= 2;
    this.slots = new Int32Array(slotCount);
    this.slotMask = slotCount - 1;
    this.nodes = new Int32Array(capacity);
    if (base !== undefined) this.#copy(base);
    for (let k = dictionaries.length - 1; k >= 0; k -= 1) {
      const dictionary = dictionaries[k] as TrieDictionary;
      const start = starts[k] as number;
      this.#addEntries(start, start + dictionary.entries.length + 1, dictionary.segmenting);
    }
  }

  #copy(base: FlatTrie): void {
    this.#end = base.#end;
    this.root.set(base.root);
    this.nodes.set(base.nodes.subarray(0, base.#end));
    if (base.slots.length === this.slots.length) {
      this.slots.set(base.slots);
      return;
    }
    for (let node = NODE_WIDTH; node < base.#end; node += NODE_WIDTH) {
      const parent = this.nodes[node] as number;
      if (parent === 0) continue;
      const hash = hashOf(parent, (this.nodes[node + NODE_BITS] as number) & 0xffff);
      let slot = hash & this.slotMask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.slotMask;
      this.slots[slot] = (hash & ~NODE_MASK) | node;
    }
  }

  #addEntries(from: number, to: number, segmenting: boolean): void {
    const { pool, nodes } = this;
    const added = segmenting ? BIT_VALUE | BIT_SEGMENTING : BIT_VALUE;
    let node = 0;
    let valueFrom = -1;
    for (let i = from; i < to; i += 1) {
      const unit = pool[i] as number;
      if (unit === BAR) {
        if (valueFrom >= 0 && node !== 0) {
          const bits = nodes[node + NODE_BITS] as number;
          const length = i - valueFrom;
          nodes[node + NODE_BITS] = (bits & ~(KIND_MASK | LENGTH_MASK)) | added | (length << LENGTH_SHIFT);
          nodes[node + NODE_VALUE] = valueFrom;
          nodes[node + NODE_UNIT] = pool[valueFrom] as number;
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
    const { slots, slotMask, nodes } = this;
    const hash = hashOf(parent, unit);
    let slot = hash & slotMask;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) break;
      const node = held & NODE_MASK;
      if (nodes[node] === parent && ((nodes[node + NODE_BITS] as number) & 0xffff) === unit) return node;
      slot = (slot + 1) & slotMask;
    }
    const node = this.#newNode(parent, unit);
    slots[slot] = (hash & ~NODE_MASK) | node;
    nodes[parent + NODE_BITS] = (nodes[parent + NODE_BITS] as number) | BIT_INNER;
    return node;
  }

  #newNode(parent: number, unit: number): number {
    const node = this.#end;
    this.#end += NODE_WIDTH;
    this.nodes[node] = parent;
    this.nodes[node + NODE_BITS] = unit;
    return node;
  }

  /** The node below `parent` for `unit`, 0 if there is none. */
  child(parent: number, unit: number): number {
    const { slots, slotMask, nodes } = this;
    let slot = hashOf(parent, unit) & slotMask;
    for (;;) {
      const node = (slots[slot] as number) & NODE_MASK;
      if (node === 0) return 0;
      if (nodes[node] === parent && ((nodes[node + NODE_BITS] as number) & 0xffff) === unit) return node;
      slot = (slot + 1) & slotMask;
    }
  }
}

function hashOf(parent: number, unit: number): number {
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
