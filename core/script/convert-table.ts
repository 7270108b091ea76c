import { codePointLength, descriptionSequenceEnd } from './description-sequence.ts';
import { ENTRY_CHARACTERS, ENTRY_SAME, ENTRY_UNITS, ENTRY_WHOLE, type FlatTrie } from './flat-trie.ts';
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
  const { root, slots, slotMask, parents, units, inner, valueStart, valueLength, pool } = trie;
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
    const first = root[unit] as number;
    if (first === 0) {
      const end = unmatchedEnd(input, at, limit, unit);
      while (at < end) {
        out[length] = input[at] as number;
        length += 1;
        at += 1;
      }
      continue;
    }
    let node = first;
    let best = 0;
    let end = at + 1;
    let next = end;
    for (;;) {
      if ((valueStart[node] as number) >= 0) {
        best = node;
        end = next;
      }
      if (next >= limit || inner[node] === 0) break;
      const wanted = input[next] as number;
      // The trie's hash table, by hand: this is where conversion spends its time.
      const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(wanted, 0x85ebca6b);
      let slot = (mixed ^ (mixed >>> 15)) & slotMask;
      let child = slots[slot] as number;
      while (child !== 0 && (parents[child] !== node || units[child] !== wanted)) {
        slot = (slot + 1) & slotMask;
        child = slots[slot] as number;
      }
      if (child === 0) break;
      node = child;
      next += 1;
    }
    if (best === 0) {
      end = unmatchedEnd(input, at, limit, unit);
      while (at < end) {
        out[length] = input[at] as number;
        length += 1;
        at += 1;
      }
      continue;
    }
    const segmentEntry = segments === null && segmentsOut !== null && trie.segmenting[best] === 1;
    if (segmentEntry) segmentsOut.push(length);
    const kind = trie.kinds[best] || classify(trie, best, input, at, end, run.sameCharacter);
    const from = valueStart[best] as number;
    const size = valueLength[best] as number;
    if (size > end - at) {
      output.length = length;
      output.reserve(size + to - end);
      out = output.items;
    }
    if (spans !== null && kind !== ENTRY_SAME) {
      pushSpans(spans, kind, input, at, end, pool, from, from + size, length);
    }
    for (let k = 0; k < size; k += 1) out[length + k] = pool[from + k] as number;
    length += size;
    at = end;
    if (segmentEntry) segmentsOut.push(length);
  }
  output.length = length;
  if (segmentsOut !== null) segmentsOut.push(length);
}

/** Ends of the segments that the table's entries cut the text into: each match, and each stretch between matches. */
export function segment(trie: FlatTrie, input: Uint16Array, from: number, to: number, ends: IntList): void {
  let at = from;
  while (at < to) {
    const end = longestMatchEnd(trie, input, at, to);
    if (end > at) {
      ends.push(at);
      ends.push(end);
      at = end;
    } else {
      at = unmatchedEnd(input, at, to, input[at] as number);
    }
  }
  ends.push(to);
}

/** Where the longest entry that starts at `at` ends; `at` itself if there is none. */
export function longestMatchEnd(trie: FlatTrie, input: Uint16Array, at: number, to: number): number {
  let node = trie.root[input[at] as number] as number;
  let end = at;
  for (let next = at + 1; node !== 0; next += 1) {
    if ((trie.valueStart[node] as number) >= 0) end = next;
    if (next >= to) break;
    node = trie.child(node, input[next] as number);
  }
  return end;
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
  const { pool } = trie;
  const from = trie.valueStart[node] as number;
  const to = from + (trie.valueLength[node] as number);
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
  trie.kinds[node] = kind;
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
