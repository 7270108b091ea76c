import { FOLD_BREAK } from '../script/index.ts';
import { firstFrom, isBorder, type Run } from './alignment.ts';
import type { FoldedVersion } from './anchor-text.ts';

/** Longest way, in code units, that a change is slid. */
const MAX_SLIDE = 2_000;

/**
 * A change that may as well have been made at another offset of the old text: whole sentences came in, or went, that equal
 * what stands beside them, and nothing tells which are the old ones.
 */
export interface Seam {
  /** Ascending; two or more. */
  readonly offsets: readonly number[];
  readonly length: number;
  readonly isInsertion: boolean;
  /** Leads from the old text before the change to the new one. */
  readonly shift: number;
}

/** Runs whose borders were slid to where an editor would have made the change, and the changes that may be elsewhere. */
export interface SettledRuns {
  readonly runs: readonly Run[];
  readonly seams: readonly Seam[];
}

/**
 * Slides each pure insertion or removal to the best of the equal ways to see it: between sentences, else between clauses,
 * else as it was found (after the lossless semantic clean-up of diff-match-patch). Runs are in order in both texts;
 * `taken` marks code units of the new and the old text that moved runs hold.
 */
export function settleSeams(
  old: FoldedVersion,
  current: FoldedVersion,
  runs: readonly Run[],
  taken: { readonly a: Uint8Array; readonly b: Uint8Array },
): SettledRuns {
  const settled: Run[] = [];
  const seams: Seam[] = [];
  for (const run of runs) {
    const before = settled.at(-1);
    const change = before === undefined ? null : changeBetween(old, current, before, run, taken);
    if (before === undefined || change === null) {
      settled.push(run);
    } else {
      const { shift, equals } = bestShifts(change);
      const slid = { ...run, a: run.a + shift, b: run.b + shift, length: run.length - shift };
      settled[settled.length - 1] = { ...before, length: before.length + shift };
      settled.push(slid);
      if (equals.length > 1) {
        const offsets = equals.map((by) => before.a + before.length + by);
        const { length, isInsertion } = change;
        seams.push({ offsets, length, isInsertion, shift: before.b - before.a });
      }
    }
    const [last, next] = settled.slice(-2);
    if (last !== undefined && next !== undefined) seams.push(...copiesBetween(old, current, last, next));
  }
  return { runs: settled.filter(({ length }) => length > 0), seams };
}

interface Change {
  readonly isInsertion: boolean;
  readonly length: number;
  /** How far it may be slid, in code units, the text being the same: from -left to right. */
  readonly left: number;
  readonly right: number;
  /** 2 between sentences, 1 between clauses, else 0, when it is slid so far. */
  readonly quality: (by: number) => number;
}

/** What alone came in or went between two runs; null where both texts changed there, or neither. */
function changeBetween(
  old: FoldedVersion,
  current: FoldedVersion,
  before: Run,
  behind: Run,
  taken: { readonly a: Uint8Array; readonly b: Uint8Array },
): Change | null {
  const [aStart, bStart] = [before.a + before.length, before.b + before.length];
  const isInsertion = behind.a === aStart && behind.b > bStart;
  if (!isInsertion && !(behind.b === bStart && behind.a > aStart)) return null;
  const [longer, from, to] = isInsertion ? [current, bStart, behind.b] : [old, aStart, behind.a];
  const [shorter, at] = isInsertion ? [old, aStart] : [current, bStart];
  if ((isInsertion ? taken.b : taken.a).subarray(from, to).includes(1)) return null;
  const text = longer.folded;
  const isEqual = (by: number): boolean => text.charCodeAt(from + by) === text.charCodeAt(to + by);
  let [left, right] = [0, 0];
  while (left < Math.min(before.length, MAX_SLIDE) && isEqual(-left - 1)) left += 1;
  while (right < Math.min(behind.length, MAX_SLIDE) && isEqual(right)) right += 1;
  const quality = (by: number): number => {
    const isBetween = (is: (version: FoldedVersion, offset: number) => boolean): boolean =>
      is(shorter, at + by) && is(longer, from + by) && is(longer, to + by);
    return isBetween(isSentenceBorder) ? 2 : isBetween(isClauseBorder) ? 1 : 0;
  };
  return { isInsertion, length: to - from, left, right, quality };
}

function isSentenceBorder({ sentenceEnds }: FoldedVersion, offset: number): boolean {
  return isBorder(sentenceEnds, offset);
}

function isClauseBorder({ folded }: FoldedVersion, offset: number): boolean {
  return offset === 0 || offset === folded.length || folded[offset - 1] === FOLD_BREAK;
}

/** The way to slide a change, and all ways that leave whole sentences. The nearest of the best counts. */
function bestShifts({ left, right, quality }: Change): {
  readonly shift: number;
  readonly equals: readonly number[];
} {
  let [shift, best] = [0, quality(0)];
  const equals: number[] = [];
  for (let by = -left; by <= right; by += 1) {
    const own = quality(by);
    if (own === 2) equals.push(by);
    if (own > best || (own === best && Math.abs(by) < Math.abs(shift))) [shift, best] = [by, own];
  }
  return { shift, equals };
}

/**
 * What the last sentences before a gap, or the first ones behind it, equal in the new text of the gap. A sentence of which
 * the gap has taken a part counts too.
 */
function copiesBetween(
  old: FoldedVersion,
  current: FoldedVersion,
  before: Run,
  behind: Run,
): readonly Seam[] {
  const { sentenceEnds } = old;
  const [aStart, bStart] = [before.a + before.length, before.b + before.length];
  const seams: Seam[] = [];
  if (behind.b <= bStart) return seams;
  const add = (low: number, high: number, shift: number, other: number): void =>
    void seams.push({ offsets: [low, high], length: other - shift, isInsertion: true, shift });
  const aEnd = Math.min(sentenceEnds[firstFrom(sentenceEnds, aStart)] ?? behind.a, behind.a);
  for (const low of sentencesBefore(old, before.a, aEnd)) {
    const at = sentenceIn(current, old.folded.slice(low, aEnd), bStart, behind.b);
    if (at < 0) break;
    add(low, aEnd, before.b - before.a, at - low);
  }
  const aBehind = Math.max(sentenceEnds[firstFrom(sentenceEnds, behind.a + 1) - 1] ?? aStart, aStart);
  for (const high of sentencesBehind(old, aBehind, behind.a + behind.length)) {
    const at = sentenceIn(current, old.folded.slice(aBehind, high), bStart, behind.b);
    if (at < 0) break;
    add(aBehind, high, at - aBehind, behind.b - behind.a);
  }
  return seams;
}

/** Where the sentences begin that end at `end`, nearest first; none where no sentence ends there. */
function* sentencesBefore({ sentenceEnds }: FoldedVersion, start: number, end: number): Generator<number> {
  if (!isBorder(sentenceEnds, end)) return;
  for (let index = firstFrom(sentenceEnds, end) - 1; index >= 0; index -= 1) {
    const low = sentenceEnds[index] as number;
    if (low < start) return;
    yield low;
  }
}

/** The same for where sentences end that begin at `start`. */
function* sentencesBehind({ sentenceEnds }: FoldedVersion, start: number, end: number): Generator<number> {
  if (!isBorder(sentenceEnds, start)) return;
  for (let index = firstFrom(sentenceEnds, start) + 1; index < sentenceEnds.length; index += 1) {
    const high = sentenceEnds[index] as number;
    if (high > end) return;
    yield high;
  }
}

/** Where sentences equal to `text` stand in a piece of a text; -1 where none do. */
function sentenceIn(
  { folded, sentenceEnds }: FoldedVersion,
  text: string,
  start: number,
  end: number,
): number {
  const piece = folded.slice(start, end);
  for (let at = piece.indexOf(text); at >= 0; at = piece.indexOf(text, at + 1)) {
    const from = start + at;
    if (isBorder(sentenceEnds, from) && isBorder(sentenceEnds, from + text.length)) return from;
  }
  return -1;
}
