import type { TextRange } from '../../base/text-range.ts';
import { toA, toB } from '../../text/map-range.ts';
import { SPAN_WIDTH, type OffsetMap } from '../../text/offset-map.ts';

/** What of a range leaves anything in the other text; null when nothing does. `images`: of each code unit of A, in B. */
export function visiblePart(images: readonly TextRange[], { start, end }: TextRange): TextRange | null {
  const leaves = (at: number): boolean => {
    const image = images[at];
    return image !== undefined && image.end > image.start;
  };
  let [from, to] = [start, end];
  while (from < to && !leaves(from)) from += 1;
  while (to > from && !leaves(to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/**
 * What is wrong with the way of a source range into a view and back; null when it holds all of the range that is shown, no
 * more than whole segments, exactly the shown part where that is whole segments, and when the view shows the same again.
 */
export function roundTripFault(
  map: OffsetMap,
  images: readonly TextRange[],
  range: TextRange,
): string | null {
  const shown = visiblePart(images, range);
  const there = toB(map, range);
  if (shown === null) return there.start === there.end ? null : 'hidden text is shown';
  const back = toA(map, there);
  const most = toSegments(map, shown);
  const again = toB(map, back);
  if (back.start > shown.start || back.end < shown.end) return 'some of the range is lost';
  if (back.start < most.start || back.end > most.end) return 'more than whole segments come back';
  const isWhole = most.start === shown.start && most.end === shown.end;
  if (isWhole && (back.start !== shown.start || back.end !== shown.end)) {
    return 'single segments are not equal';
  }
  return again.start === there.start && again.end === there.end ? null : 'the view shows something else';
}

/** The range grown to the whole segments it touches. */
function toSegments({ spans }: OffsetMap, range: TextRange): TextRange {
  let { start, end } = range;
  for (let at = 0; at < spans.length; at += SPAN_WIDTH) {
    const aStart = spans[at] as number;
    const aEnd = spans[at + 1] as number;
    if (aStart >= range.end) break;
    if (aEnd <= range.start || spans[at + 2] === spans[at + 3]) continue;
    start = Math.min(start, aStart);
    end = Math.max(end, aEnd);
  }
  return { start, end };
}
