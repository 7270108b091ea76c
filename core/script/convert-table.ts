import { codePointLength, descriptionSequenceEnd } from './description-sequence.ts';
import {
  BIT_INNER,
  BIT_SEGMENTING,
  BIT_VALUE,
  ENTRY_CHARACTERS,
  ENTRY_SAME,
  ENTRY_UNITS,
  ENTRY_WHOLE,
  KIND_SHIFT,
  LENGTH_SHIFT,
  NODE_BITS,
  NODE_MASK,
  NODE_UNIT,
  NODE_VALUE,
  TAG_SHIFT,
  type FlatTrie,
} from './flat-trie.ts';
import type { IntList, UnitList } from './growable.ts';

/** Whether two code points are forms of one character. */
export type SameCharacter = (a: number, b: number) => boolean;

export interface TableRun {
  readonly trie: FlatTrie;
  readonly input: Uint16Array;
  readonly from: number;
  readonly to: number;
  /** Ends of the segments in `input` that a match must not cross, ascending, the last one `to`; null for one segment. */
  readonly segments: IntList | null;
  readonly output: UnitList;
  /** Takes aStart, aEnd, bStart, bEnd of each changed piece, in offsets of `input` and `output`; null: not wanted. */
  readonly spans: IntList | null;
  /** Takes the ends, in offsets of `output`, of the input's segments, or of those that the trie's own entries make. */
  readonly segmentsOut: IntList | null;
  readonly sameCharacter: SameCharacter;
}

/**
 * Replaces every longest match of the table, from left to right, as OpenCC does. What matches nothing is copied, an
 * ideographic description sequence as a whole.
 */
export function runTable(run: TableRun): void {
  const { trie, input, to, segments, output, spans, segmentsOut } = run;
  const { root, slots, slotMask, nodes } = trie;
  const cuts = segments === null && segmentsOut !== null;
  output.reserve(to - run.from);
  let out = output.items;
  let at = run.from;
  let length = output.length;
  let segmentIndex = 0;
  let limit = segments === null ? to : at;
  while (at < to) {
    while (at >= limit) {
      if (segmentsOut !== null && segmentIndex > 0) segmentsOut.push(length);
      limit = (segments as IntList).items[segmentIndex] as number;
      segmentIndex += 1;
    }
    const unit = input[at] as number;
    let node = root[unit] as number;
    let best = 0;
    let bestBits = 0;
    let end = at;
    if (node !== 0) {
      for (let next = at + 1; ; next += 1) {
        const bits = nodes[node + NODE_BITS] as number;
        if ((bits & BIT_VALUE) !== 0) {
          best = node;
          bestBits = bits;
          end = next;
        }
        if (next >= limit || (bits & BIT_INNER) === 0) break;
        const wanted = input[next] as number;
        // The trie's hash table, by hand: this is where conversion spends its time.
        let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(wanted, 0x85ebca6b);
        hash ^= hash >>> 15;
        let slot = hash & slotMask;
        let held = slots[slot] as number;
        let child = 0;
        while (held !== 0) {
          if ((held ^ hash) >>> TAG_SHIFT === 0) {
            child = held & NODE_MASK;
            if (nodes[child] === node && ((nodes[child + NODE_BITS] as number) & 0xffff) === wanted) break;
            child = 0;
          }
          slot = (slot + 1) & slotMask;
          held = slots[slot] as number;
        }
        if (child === 0) break;
        node = child;
      }
    }
    if (best === 0) {
      end = isPlain(unit) ? at + 1 : unmatchedEnd(input, at, limit, unit);
      // What starts no entry goes along: most of a text, in most tables.
      while (end < limit) {
        const next = input[end] as number;
        if (root[next] !== 0 || !isPlain(next)) break;
        end += 1;
      }
      while (at < end) {
        out[length] = input[at] as number;
        length += 1;
        at += 1;
      }
      continue;
    }
    const segmentEntry = cuts && (bestBits & BIT_SEGMENTING) !== 0;
    if (segmentEntry) segmentsOut.push(length);
    const kind = (bestBits >>> KIND_SHIFT) & 7 || classify(trie, best, input, at, end, run.sameCharacter);
    const size = bestBits >>> LENGTH_SHIFT;
    if (size === 1 && end === at + 1) {
      if (spans !== null && kind !== ENTRY_SAME) spans.push4(at, end, length, length + 1);
      out[length] = nodes[best + NODE_UNIT] as number;
    } else {
      out = writePhrase(run, best, kind, at, end, length);
    }
    length += size;
    at = end;
    if (segmentEntry) segmentsOut.push(length);
  }
  output.length = length;
  if (segmentsOut !== null) segmentsOut.push(length);
}

/** Writes an entry's replacement behind `length` units of the output; gives the output's items, which may be others now. */
function writePhrase(
  run: TableRun,
  node: number,
  kind: number,
  at: number,
  end: number,
  length: number,
): Uint16Array<ArrayBuffer> {
  const { input, output, spans, to } = run;
  const { nodes, pool } = run.trie;
  const from = nodes[node + NODE_VALUE] as number;
  const size = (nodes[node + NODE_BITS] as number) >>> LENGTH_SHIFT;
  if (size > end - at) {
    output.length = length;
    output.reserve(size + to - end);
  }
  if (spans !== null && kind !== ENTRY_SAME) {
    pushSpans(spans, kind, input, at, end, pool, from, from + size, length);
  }
  const { items } = output;
  for (let k = 0; k < size; k += 1) items[length + k] = pool[from + k] as number;
  return items;
}

/** Ends of the segments that the table's entries cut the text into: each match, and each stretch between matches. */
export function segment(trie: FlatTrie, input: Uint16Array, from: number, to: number, ends: IntList): void {
  let at = from;
  while (at < to) {
    const unit = input[at] as number;
    const end = trie.root[unit] === 0 ? at : longestMatchEnd(trie, input, at, to);
    if (end > at) {
      ends.push(at);
      ends.push(end);
      at = end;
    } else {
      at = isPlain(unit) ? at + 1 : unmatchedEnd(input, at, to, unit);
    }
  }
  ends.push(to);
}

/** Where the longest entry that starts at `at` ends; `at` itself if there is none. */
export function longestMatchEnd(trie: FlatTrie, input: Uint16Array, at: number, to: number): number {
  const { root, nodes } = trie;
  let node = root[input[at] as number] as number;
  let end = at;
  for (let next = at + 1; node !== 0; next += 1) {
    const bits = nodes[node + NODE_BITS] as number;
    if ((bits & BIT_VALUE) !== 0) end = next;
    if (next >= to || (bits & BIT_INNER) === 0) break;
    node = trie.child(node, input[next] as number);
  }
  return end;
}

/** Whether a unit that starts no match stands for itself alone: neither a surrogate nor the head of a description. */
function isPlain(unit: number): boolean {
  return (unit < 0xd800 || unit > 0xdbff) && (unit < 0x2ff0 || unit > 0x2fff);
}

function unmatchedEnd(input: Uint16Array, at: number, to: number, unit: number): number {
  if (unit >= 0x2ff0 && unit <= 0x2fff) {
    const end = descriptionSequenceEnd(input, at, to);
    if (end > at) return end;
  }
  return at + codePointLength(input, at, to);
}

function classify(
  trie: FlatTrie,
  node: number,
  input: Uint16Array,
  at: number,
  end: number,
  sameCharacter: SameCharacter,
): number {
  const { pool, nodes } = trie;
  const bits = nodes[node + NODE_BITS] as number;
  const from = nodes[node + NODE_VALUE] as number;
  const to = from + (bits >>> LENGTH_SHIFT);
  let kind = ENTRY_SAME;
  let a = at;
  let b = from;
  // One character for one makes the same span whether they are forms of each other or not: not asked.
  const single =
    end - at === codePointLength(input, at, end) && to - from === codePointLength(pool, from, to);
  while (a < end && b < to && kind !== ENTRY_WHOLE) {
    const aLength = codePointLength(input, a, end);
    const bLength = codePointLength(pool, b, to);
    const aPoint = codePointAt(input, a, aLength);
    const bPoint = codePointAt(pool, b, bLength);
    if (aPoint !== bPoint) {
      if (!single && !sameCharacter(aPoint, bPoint)) kind = ENTRY_WHOLE;
      else if (aLength === 2 || bLength === 2) kind = ENTRY_CHARACTERS;
      else if (kind === ENTRY_SAME) kind = ENTRY_UNITS;
    }
    a += aLength;
    b += bLength;
  }
  if (a !== end || b !== to) kind = ENTRY_WHOLE;
  nodes[node + NODE_BITS] = bits | (kind << KIND_SHIFT);
  return kind;
}

function codePointAt(units: Uint16Array, at: number, length: 1 | 2): number {
  const unit = units[at] as number;
  return length === 1 ? unit : (unit - 0xd800) * 0x400 + ((units[at + 1] as number) - 0xdc00) + 0x10000;
}

/** Records what a match of a kind changed: `input` from `at` to `end` became `pool` from `from` to `to`. */
function pushSpans(
  spans: IntList,
  kind: number,
  input: Uint16Array,
  at: number,
  end: number,
  pool: Uint16Array,
  from: number,
  to: number,
  outputAt: number,
): void {
  if (kind === ENTRY_UNITS) {
    const aShift = at - from;
    const bShift = outputAt - from;
    for (let k = from; k < to; k += 1) {
      const a = k + aShift;
      const b = k + bShift;
      if (pool[k] !== input[a]) spans.push4(a, a + 1, b, b + 1);
    }
  } else if (kind === ENTRY_CHARACTERS) {
    pushCharacterSpans(spans, input, at, end, pool, from, to, outputAt);
  } else {
    spans.push4(at, end, outputAt, outputAt + to - from);
  }
}

function pushCharacterSpans(
  spans: IntList,
  input: Uint16Array,
  at: number,
  end: number,
  pool: Uint16Array,
  from: number,
  to: number,
  outputAt: number,
): void {
  let a = at;
  let b = from;
  while (a < end) {
    const aLength = codePointLength(input, a, end);
    const bLength = codePointLength(pool, b, to);
    if (codePointAt(input, a, aLength) !== codePointAt(pool, b, bLength)) {
      const start = outputAt + b - from;
      spans.push4(a, a + aLength, start, start + bLength);
    }
    a += aLength;
    b += bLength;
  }
}
