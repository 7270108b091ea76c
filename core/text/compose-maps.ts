import { SPAN_WIDTH, type OffsetMap } from './offset-map.ts';

const NONE = Number.MAX_SAFE_INTEGER;

/**
 * The map from A to C, of `first` (A to B) and `second` (B to C), in linear time. Two spans become one only where they
 * share a code unit of B, or where one that is empty in B lies strictly inside the other; touching spans stay apart. Of a
 * removal by `first` and an insertion by `second` at one place the removal stands first. RangeError when the texts in the
 * middle are not equally long. `isSame` is asked about each span that both maps made whether its two sides are the same
 * text again; such spans are left out.
 */
export function compose(
  first: OffsetMap,
  second: OffsetMap,
  isSame?: (aStart: number, aEnd: number, cStart: number, cEnd: number) => boolean,
): OffsetMap {
  if (first.bLength !== second.aLength) {
    throw new RangeError(`a map into ${first.bLength} code units does not meet one from ${second.aLength}`);
  }
  if (first.spans.length === 0) return second;
  if (second.spans.length === 0) return first;

  const left = first.spans;
  const right = second.spans;
  const composed = new Int32Array(left.length + right.length);
  let used = 0;
  let i = 0;
  let j = 0;
  // Ends of the last spans used: up to the next ones, text is copied from here.
  let leftA = 0;
  let leftB = 0;
  let rightB = 0;
  let rightC = 0;

  while (i < left.length || j < right.length) {
    const leftStart = i < left.length ? (left[i + 2] as number) : NONE;
    const rightStart = j < right.length ? (right[j] as number) : NONE;
    const start = leftStart < rightStart ? leftStart : rightStart;
    const aStart = leftA + start - leftB;
    const cStart = rightC + start - rightB;
    let end = start;

    // Of spans that begin at one place the empty ones go first, so that none of them is swallowed by its neighbour.
    let takeLeft =
      leftStart < rightStart ||
      (leftStart === rightStart && (left[i + 3] === start || right[j + 1] !== start));
    let takeRight = !takeLeft;
    const [fromLeft, fromRight] = [i, j];
    while (takeLeft || takeRight) {
      if (takeLeft) {
        leftA = left[i + 1] as number;
        leftB = left[i + 3] as number;
        if (leftB > end) end = leftB;
        i += SPAN_WIDTH;
      } else {
        rightB = right[j + 1] as number;
        rightC = right[j + 3] as number;
        if (rightB > end) end = rightB;
        j += SPAN_WIDTH;
      }
      takeLeft = i < left.length && (left[i + 2] as number) < end;
      takeRight = j < right.length && (right[j] as number) < end;
    }

    const aEnd = leftA + end - leftB;
    const cEnd = rightC + end - rightB;
    // What was inserted and removed again leaves nothing.
    if (aEnd === aStart && cEnd === cStart) continue;
    const isOfBoth = i > fromLeft && j > fromRight;
    if (isOfBoth && isSame?.(aStart, aEnd, cStart, cEnd) === true) continue;
    composed[used] = aStart;
    composed[used + 1] = aEnd;
    composed[used + 2] = cStart;
    composed[used + 3] = cEnd;
    used += SPAN_WIDTH;
  }
  const spans = used === composed.length ? composed : composed.slice(0, used);
  return { spans, aLength: first.aLength, bLength: second.bLength };
}
