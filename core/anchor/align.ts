import { FOLD_BREAK } from '../script/index.ts';
import { firstFrom, makeAlignment, type Alignment, type Run } from './alignment.ts';
import type { FoldedVersion } from './anchor-text.ts';
import { dropCrumbs, joinRuns } from './clean-runs.ts';
import { orderRuns } from './order-runs.ts';
import { findSeeds, SEED } from './seed-runs.ts';
import { settleSeams } from './settle-seams.ts';
import { diffTokens } from './sequence-diff.ts';

/** A changed region whose sides multiply to more than this is not aligned character by character. */
const MAX_CHARACTER_AREA = 9_000_000;

/** A region of both texts that has no alignment yet. */
interface Gap {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Code units of each text that a run holds already. */
interface Taken {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Work that rests between two steps, so that other work is let through and nobody waits for what is not wanted any more. */
export type Steps<T> = Generator<readonly never[], T>;

/** Yielded between two steps. */
export const REST: readonly never[] = [];

/**
 * Aligns two versions: by lines, in the gaps by clauses, then by long strings that each side's rest holds once (moved
 * paragraphs among them), and by characters in what is left. Short equal strings between larger changes are coincidence
 * and go again. A step takes tens of milliseconds even in long texts, a gap or a pass over both texts.
 */
export function* align(old: FoldedVersion, current: FoldedVersion): Steps<Alignment> {
  const a = old.folded;
  const b = current.folded;
  const whole: Gap = { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length };
  let runs = diffPieces(a, b, whole, old.lineEnds, current.lineEnds, true);
  yield REST;
  const [aClauses, bClauses] = [clauseEnds(a), clauseEnds(b)];
  const clauses = yield* inGaps(runs, whole, (gap) => diffPieces(a, b, gap, aClauses, bClauses, false));
  runs = dropCrumbs(joinRuns([...runs, ...clauses]), a.length, b.length);
  yield REST;
  const ordered = orderRuns([...runs, ...findSeeds(a, b, runs)]);
  yield REST;
  const moved = ordered.moved.filter((run) => run.length >= SEED);
  runs = joinRuns(ordered.inOrder);
  const taken = takenBy(a, b, moved);
  const characters = yield* inGaps(runs, whole, (gap) => diffCharacters(a, b, gap, taken));
  runs = dropCrumbs(joinRuns([...runs, ...characters]), a.length, b.length);
  yield REST;
  const settled = settleSeams(old, current, runs, taken);
  return makeAlignment(old, current, [...settled.runs, ...moved], settled.seams);
}

/** The runs of all gaps, one gap a step. */
function* inGaps(
  runs: readonly Run[],
  whole: Gap,
  runsOf: (gap: Gap) => readonly Run[],
): Steps<readonly Run[]> {
  const found: Run[] = [];
  for (const gap of gapsOf(runs, whole)) {
    for (const run of runsOf(gap)) found.push(run);
    yield REST;
  }
  return found;
}

/** Aligns whole pieces (lines, clauses) of a gap. `aEnds` and `bEnds` are where pieces end. */
function diffPieces(
  a: string,
  b: string,
  gap: Gap,
  aEnds: Int32Array,
  bEnds: Int32Array,
  areLines: boolean,
): Run[] {
  if (gap.aStart === gap.aEnd || gap.bStart === gap.bEnd) return [];
  const numbers = new Map<string, number>();
  const left = piecesOf(a, gap.aStart, gap.aEnd, aEnds, numbers);
  const right = piecesOf(b, gap.bStart, gap.bEnd, bEnds, numbers);
  const once = areLines ? onlyOnce(left.tokens, right.tokens) : null;
  const runs: Run[] = [];
  diffTokens(left.tokens, right.tokens, (i, j, length) => {
    for (let k = 0; k < length; k += 1) {
      const start = left.borders[i + k] as number;
      runs.push({
        a: start,
        b: right.borders[j + k] as number,
        length: (left.borders[i + k + 1] as number) - start,
        isMoved: false,
        isWholeLine: once?.has(left.tokens[i + k] as number) ?? false,
      });
    }
  });
  return runs;
}

interface Pieces {
  readonly tokens: readonly number[];
  /** One more than there are tokens. */
  readonly borders: readonly number[];
}

function piecesOf(
  text: string,
  start: number,
  end: number,
  ends: Int32Array,
  numbers: Map<string, number>,
): Pieces {
  const tokens: number[] = [];
  const borders = [start];
  const add = (until: number): void => {
    const piece = text.slice(borders.at(-1), until);
    let number = numbers.get(piece);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(piece, number);
    }
    tokens.push(number);
    borders.push(until);
  };
  for (let index = firstFrom(ends, start + 1); index < ends.length; index += 1) {
    const until = ends[index] as number;
    if (until >= end) break;
    add(until);
  }
  add(end);
  return { tokens, borders };
}

function onlyOnce(left: readonly number[], right: readonly number[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const token of left) counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const token of right) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Set([...counts].flatMap(([token, count]) => (count === 2 ? [token] : [])));
}

function clauseEnds(text: string): Int32Array {
  const ends: number[] = [];
  for (let at = text.indexOf(FOLD_BREAK); at >= 0; at = text.indexOf(FOLD_BREAK, at + 1)) {
    if (text[at + 1] !== FOLD_BREAK) ends.push(at + 1);
  }
  return Int32Array.from(ends);
}

function takenBy(a: string, b: string, runs: readonly Run[]): Taken {
  const taken = { a: new Uint8Array(a.length), b: new Uint8Array(b.length) };
  for (const run of runs) {
    taken.a.fill(1, run.a, run.a + run.length);
    taken.b.fill(1, run.b, run.b + run.length);
  }
  return taken;
}

function diffCharacters(a: string, b: string, gap: Gap, taken: Taken): Run[] {
  const left = freeOffsets(taken.a, gap.aStart, gap.aEnd);
  const right = freeOffsets(taken.b, gap.bStart, gap.bEnd);
  if (left.length === 0 || right.length === 0 || left.length * right.length > MAX_CHARACTER_AREA) return [];
  const runs: Run[] = [];
  const units = (text: string, offsets: readonly number[]): readonly number[] =>
    offsets.map((offset) => text.charCodeAt(offset));
  diffTokens(units(a, left), units(b, right), (i, j, length) => {
    for (let k = 0; k < length; k += 1) {
      const [atA, atB] = [left[i + k] as number, right[j + k] as number];
      runs.push({ a: atA, b: atB, length: 1, isMoved: false, isWholeLine: false });
    }
  });
  return joinRuns(runs);
}

function freeOffsets(taken: Uint8Array, start: number, end: number): readonly number[] {
  const offsets: number[] = [];
  for (let offset = start; offset < end; offset += 1) if (taken[offset] === 0) offsets.push(offset);
  return offsets;
}

/** What lies between runs that are in order in both texts. */
function gapsOf(runs: readonly Run[], whole: Gap): readonly Gap[] {
  const gaps: Gap[] = [];
  let { aStart, bStart } = whole;
  for (const { a, b, length } of runs) {
    if (a > aStart || b > bStart) gaps.push({ aStart, aEnd: a, bStart, bEnd: b });
    [aStart, bStart] = [a + length, b + length];
  }
  if (aStart < whole.aEnd || bStart < whole.bEnd) {
    gaps.push({ aStart, aEnd: whole.aEnd, bStart, bEnd: whole.bEnd });
  }
  return gaps;
}
