import { OffsetMapBuilder } from './offset-map-builder.ts';
import { SPAN_WIDTH, type OffsetMap } from './offset-map.ts';

const NONE = Number.MAX_SAFE_INTEGER;

/**
 * The map from A to C, of `first` (A to B) and `second` (B to C), in linear time. Two spans become one only where they
 * share a code unit of B, or where one that is empty in B lies strictly inside the other; touching spans stay apart. Of a
 * removal by `first` and an insertion by `second` at one place the removal stands first. RangeError when the texts in the
 * middle are not equally long.
 */
export function compose(first: OffsetMap, second: OffsetMap): OffsetMap {
  if (first.bLength !== second.aLength) {
    throw new RangeError(`a map into ${first.bLength} code units does not meet one from ${second.aLength}`);
  }
  if (first.spans.length === 0) return second;
  if (second.spans.length === 0) return first;

  const left = first.spans;
  const right = second.spans;
  const builder = new OffsetMapBuilder((left.length + right.length) / SPAN_WIDTH);
  let i = 0;
  let j = 0;
  // Ends of the last spans used: up to the next ones, text is copied from here.
  let leftA = 0;
  let leftB = 0;
  let rightB = 0;
  let rightC = 0;

  while (i < left.length || j < right.length) {
    const leftStart = i < left.length ? left[i + 2]! : NONE;
    const rightStart = j < right.length ? right[j]! : NONE;
    const start = Math.min(leftStart, rightStart);
    const aStart = leftA + start - leftB;
    const cStart = rightC + start - rightB;
    let end = start;

    // Of spans that begin at one place the empty ones go first, so that none of them is swallowed by its neighbour.
    const leftFirst =
      leftStart < rightStart ||
      (leftStart === rightStart && (left[i + 3]! === start || right[j + 1]! !== start));
    let takeLeft = leftFirst;
    let takeRight = !leftFirst;
    while (takeLeft || takeRight) {
      if (takeLeft) {
        leftA = left[i + 1]!;
        leftB = left[i + 3]!;
        if (leftB > end) end = leftB;
        i += SPAN_WIDTH;
      } else {
        rightB = right[j + 1]!;
        rightC = right[j + 3]!;
        if (rightB > end) end = rightB;
        j += SPAN_WIDTH;
      }
      takeLeft = i < left.length && left[i + 2]! < end;
      takeRight = j < right.length && right[j]! < end;
    }

    builder.copy(aStart - builder.aLength);
    builder.replace(leftA + end - leftB - aStart, rightC + end - rightB - cStart);
  }
  builder.copy(first.aLength - builder.aLength);
  return builder.build();
}
