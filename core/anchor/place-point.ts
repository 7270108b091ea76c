import type { TextRange } from '../base/text-range.ts';
import { toA, toB } from '../text/map-range.ts';
import { snapOutward } from '../text/segmentation.ts';
import { expectedOffset, firstRunBehind, type Alignment, type Run } from './alignment.ts';
import type { FoldedVersion } from './anchor-text.ts';
import { SHORT } from './place-passage.ts';

/** The fate of an anchor without anything to compare: a bookmark, or nothing but punctuation marks or white space. */
export interface PointPlacement {
  readonly state: 'exact' | 'moved' | 'doubtful' | 'orphan';
  readonly range: TextRange;
}

/**
 * Places an empty anchor, or one whose `exact` folds to nothing, by the text that stands beside it. `range` and the answer
 * count in the old and the new source.
 */
export function placePoint(
  alignment: Alignment,
  old: FoldedVersion,
  current: FoldedVersion,
  range: TextRange,
  exact: string,
): PointPlacement {
  const point = toB(old.map, { start: range.start, end: range.start }).start;
  const beside = neighbours(alignment, point);
  const at = beside.at ?? Math.min(current.folded.length, expectedOffset(alignment, point));
  const space = spaceAt(old, point);
  const between = spaceAt(current, at);
  const now = current.source.slice(between.start, between.end);
  const isSame = old.source.slice(space.start, space.end) === now;
  const start = between.start + range.start - space.start;
  const found = isSame
    ? { start, end: start + exact.length }
    : exact === ''
      ? emptyPlace(range, space, between)
      : markPlace(now, between, exact);
  if (found === null) {
    const end = snapOutward(current.source, { start: between.end, end: between.end });
    return { state: 'orphan', range: end };
  }
  const certain = beside.state === 'exact' && !isSame ? 'moved' : beside.state;
  return { state: beside.at === null ? 'doubtful' : certain, range: snapOutward(current.source, found) };
}

interface Neighbours {
  /** Where the point stands in the new folded text; null when nothing sure stands beside it. */
  readonly at: number | null;
  readonly state: 'exact' | 'moved' | 'doubtful';
}

function neighbours({ runs, a, b }: Alignment, point: number): Neighbours {
  const isSureRun = ({ length }: Run): boolean => length >= SHORT || a === b;
  const index = firstRunBehind(runs, point);
  const behind = runs[index];
  if (behind !== undefined && behind.a <= point) {
    const at = behind.b + point - behind.a;
    return { at, state: isSureRun(behind) ? (behind.isMoved ? 'moved' : 'exact') : 'doubtful' };
  }
  const before = runs[index - 1];
  if (before !== undefined && before.a + before.length === point) {
    const isEnd = point === a.length && before.b + before.length === b.length;
    return {
      at: before.b + before.length,
      state: isSureRun(before) ? (isEnd ? 'exact' : 'moved') : 'doubtful',
    };
  }
  return { at: a === b ? point : null, state: a === b ? 'exact' : 'doubtful' };
}

/** What stands in the source between the two characters around an offset of the folded text. */
function spaceAt({ source, folded, map }: FoldedVersion, at: number): TextRange {
  const start = at === 0 ? 0 : toA(map, { start: at - 1, end: at }).end;
  const end = at >= folded.length ? source.length : toA(map, { start: at, end: at + 1 }).start;
  return { start: Math.min(start, end), end };
}

/** What stood between two characters changed: the border on the same side. */
function emptyPlace(range: TextRange, space: TextRange, between: TextRange): TextRange {
  const isAtStart = range.start === space.start && range.start !== space.end;
  const at = isAtStart ? between.start : between.end;
  return { start: at, end: at };
}

/** Marks among changed ones: the only equal ones there are. */
function markPlace(now: string, between: TextRange, exact: string): TextRange | null {
  const at = now.indexOf(exact);
  if (at < 0 || now.includes(exact, at + 1)) return null;
  return { start: between.start + at, end: between.start + at + exact.length };
}
