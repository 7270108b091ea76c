import { FOLD_BREAK } from '../script/index.ts';
import {
  firstFrom,
  firstRunBehind,
  isBorder,
  liesInPiece,
  type Alignment,
  type Piece,
  type Run,
} from './alignment.ts';
import { similarity } from './similarity.ts';

/** Where the alignment leads a passage. */
export interface AlignedImage extends Piece {
  /** All of it stands together, nothing changed. */
  readonly isWhole: boolean;
  readonly isMoved: boolean;
}

/** New text longer than this, and than this many times what stands beyond it, parts an edge from its passage. */
const LONG_JUMP = 8;
const STRAY = 4;

/** A part of a run: what it shares with the passage. */
interface Share {
  readonly run: Run;
  /** Of the run. */
  readonly index: number;
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * What the alignment makes of `passage` of the old text: from its first to its last code unit that has a counterpart, and
 * what replaced code units at its edges. Of pieces that went to different places the largest group counts. Null when
 * nothing of it is left.
 */
export function alignedImage(alignment: Alignment, passage: Piece): AlignedImage | null {
  const group = largestGroup(sharesOf(alignment.runs, passage), passage.end - passage.start);
  const image = imageOf(alignment, passage, group);
  const inner = withoutStrayEdges(group);
  if (image === null || inner.length === group.length) return image;
  const other = imageOf(alignment, passage, inner);
  const text = alignment.a.slice(passage.start, passage.end);
  const likeness = ({ start, end }: Piece): number => similarity(text, alignment.b.slice(start, end));
  return other !== null && likeness(other) > likeness(image) ? other : image;
}

/**
 * The share of a passage, 0 to 1, that is parted from `place`: its sentences, or what it holds of them, of which the
 * alignment leads half or more to text outside. A number or a word that has its like elsewhere parts no sentence. A single
 * sentence is parted from a place that has nothing of what stayed where it was.
 */
export function partedShare({ runs, aSentences }: Alignment, passage: Piece, place: Piece): number {
  const first = firstFrom(aSentences, passage.start + 1);
  const isSingle = (aSentences[first] ?? passage.end) >= passage.end;
  let parted = 0;
  let { start } = passage;
  for (let index = first; start < passage.end; index += 1) {
    const end = Math.min(aSentences[index] ?? passage.end, passage.end);
    let [held, left] = [0, 0];
    for (const { run, b, length } of sharesOf(runs, { start, end })) {
      if (isSingle && run.isMoved) continue;
      const inside = Math.max(0, Math.min(b + length, place.end) - Math.max(b, place.start));
      held += inside;
      left += length - inside;
    }
    if (left * 2 >= end - start && !(isSingle && held > 0)) parted += end - start;
    start = end;
  }
  return parted / (passage.end - passage.start);
}

function imageOf(alignment: Alignment, passage: Piece, group: readonly Share[]): AlignedImage | null {
  const length = passage.end - passage.start;
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return null;
  const aligned = group.reduce((sum, share) => sum + share.length, 0);
  const start = first.a === passage.start ? first.b : startBefore(alignment, passage.start, first);
  const lastEnd = last.b + last.length;
  const end = last.a + last.length === passage.end ? lastEnd : endBehind(alignment, passage.end, last);
  const isWhole = aligned === length && end - start === length;
  const image = isWhole ? { start, end } : toSentences(alignment, passage, { start, end });
  return { ...image, isWhole, isMoved: group.some(({ run }) => run.isMoved) };
}

function sharesOf(runs: readonly Run[], passage: Piece): readonly Share[] {
  const shares: Share[] = [];
  for (let index = firstRunBehind(runs, passage.start); index < runs.length; index += 1) {
    const run = runs[index] as Run;
    if (run.a >= passage.end) break;
    const a = Math.max(run.a, passage.start);
    const length = Math.min(run.a + run.length, passage.end) - a;
    shares.push({ run, index, a, b: run.b + a - run.a, length });
  }
  return shares;
}

/** Of groups of neighbours that are in order and near each other in the new text, the one with the most text. */
function largestGroup(shares: readonly Share[], length: number): readonly Share[] {
  let best: readonly Share[] = [];
  let most = 0;
  let group: Share[] = [];
  let size = 0;
  for (const share of shares) {
    const last = group.at(-1);
    const jump = last === undefined ? 0 : share.b - last.b - last.length;
    if (jump < 0 || jump > length + 24) {
      group = [];
      size = 0;
    }
    group.push(share);
    size += share.length;
    if (size > most) [best, most] = [group.slice(), size];
  }
  return best;
}

/**
 * Without short ends beyond much longer new text: a full stop or a word at the edge may have found its like behind sentences
 * that were inserted beside the passage.
 */
function withoutStrayEdges(group: readonly Share[]): readonly Share[] {
  let [from, to] = [0, group.length - 1];
  while (from < to && isStray(group[from] as Share, jumpBetween(group, from))) from += 1;
  while (from < to && isStray(group[to] as Share, jumpBetween(group, to - 1))) to -= 1;
  return group.slice(from, to + 1);
}

function isStray(edge: Share, jump: number): boolean {
  return jump > LONG_JUMP && edge.length * STRAY < jump;
}

/** Code units of new text between a share and the next one. */
function jumpBetween(group: readonly Share[], index: number): number {
  const [share, next] = [group[index] as Share, group[index + 1] as Share];
  return next.b - share.b - share.length;
}

/**
 * The place of a passage's start that was changed: behind what stands before it, else as far before as it was. Where new
 * sentences were inserted between the two, all of them are not what became of the lost text: the likelier place counts.
 */
function startBefore({ a, b, runs }: Alignment, start: number, first: Share): number {
  const before = runs[first.index - 1];
  const lost = first.a - start;
  if (before === undefined || before.b + before.length > first.b) return Math.max(0, first.b - lost);
  const low = before.b + before.length;
  const near = Math.max(low, first.b - lost);
  const guess = isClauseStart(a, start) ? nearestClauseStart(b, low, first.b, near) : near;
  if (before.a + before.length !== start) return guess;
  const gone = a.slice(start, first.a);
  return similarity(gone, b.slice(guess, first.b)) > similarity(gone, b.slice(low, first.b)) ? guess : low;
}

function endBehind({ a, b, runs }: Alignment, end: number, last: Share): number {
  const behind = runs[last.index + 1];
  const lost = end - last.a - last.length;
  const from = last.b + last.length;
  if (behind === undefined || behind.b < from) return Math.min(b.length, from + lost);
  const near = Math.min(behind.b, from + lost);
  const guess = isClauseStart(a, end) ? nearestClauseStart(b, from, behind.b, near) : near;
  if (behind.a !== end) return guess;
  const gone = a.slice(end - lost, end);
  return similarity(gone, b.slice(from, guess)) > similarity(gone, b.slice(from, behind.b))
    ? guess
    : behind.b;
}

/** Of passages that are whole sentences the changed place is too, as far as new text alone is taken in. */
export function toSentences(alignment: Alignment, passage: Piece, image: Piece): Piece {
  const { aSentences, bSentences, inserted } = alignment;
  const most = passage.end - passage.start + 8;
  let { start, end } = image;
  if (isBorder(aSentences, passage.start) && !isBorder(bSentences, start)) {
    const border = bSentences[firstFrom(bSentences, start) - 1] ?? start;
    if (start - border <= most && liesInPiece(inserted, { start: border, end: start })) start = border;
  }
  if (isBorder(aSentences, passage.end) && !isBorder(bSentences, end)) {
    const border = bSentences[firstFrom(bSentences, end)] ?? end;
    if (border - end <= most && liesInPiece(inserted, { start: end, end: border })) end = border;
  }
  return { start, end };
}

function isClauseStart(text: string, offset: number): boolean {
  return offset === 0 || offset === text.length || text[offset - 1] === FOLD_BREAK;
}

function nearestClauseStart(text: string, low: number, high: number, guess: number): number {
  let best = guess;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = low; at <= high; at += 1) {
    if (isClauseStart(text, at) && Math.abs(at - guess) < distance) {
      [best, distance] = [at, Math.abs(at - guess)];
    }
  }
  return best;
}
