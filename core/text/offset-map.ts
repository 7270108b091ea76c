/**
 * How the offsets of one text (A) and of the text made from it (B) belong together.
 *
 * `spans` is flat: [aStart, aEnd, bStart, bEnd] for each replaced piece, in order. Text between spans is copied one to
 * one. A span may be empty on one side (an insertion or a deletion), never on both. Spans may touch; touching spans are
 * never merged. All offsets are UTF-16 code units.
 */
export interface OffsetMap {
  readonly spans: Int32Array;
  readonly aLength: number;
  readonly bLength: number;
}

/** One span as [aStart, aEnd, bStart, bEnd]: the shape that travels as JSON. */
export type SpanTuple = readonly [number, number, number, number];

/** Numbers that one span takes in {@link OffsetMap.spans}. */
export const SPAN_WIDTH = 4;

/** The map of a text of `length` code units onto an equal text. RangeError for a negative or broken length. */
export function identityMap(length: number): OffsetMap {
  requireLength(length);
  return { spans: new Int32Array(0), aLength: length, bLength: length };
}

/**
 * A checked map. RangeError when the spans are not whole, are out of order, overlap, are empty on both sides, leave the
 * texts, or when the text between two of them is not equally long on both sides.
 */
export function createOffsetMap(spans: ArrayLike<number>, aLength: number, bLength: number): OffsetMap {
  requireLength(aLength);
  requireLength(bLength);
  if (spans.length % SPAN_WIDTH !== 0) throw new RangeError(`spans of ${spans.length} numbers are not whole`);
  let a = 0;
  let b = 0;
  for (let at = 0; at < spans.length; at += SPAN_WIDTH) {
    const [aStart, aEnd, bStart, bEnd] = spanAt(spans, at);
    const ordered = aStart >= a && aEnd >= aStart && bStart >= b && bEnd >= bStart;
    const copied = aStart - a === bStart - b;
    const changes = aEnd > aStart || bEnd > bStart;
    if (!ordered || !copied || !changes) {
      throw new RangeError(`span ${aStart},${aEnd},${bStart},${bEnd} cannot follow ${a},${b}`);
    }
    a = aEnd;
    b = bEnd;
  }
  if (aLength - a !== bLength - b || aLength < a) {
    throw new RangeError(`lengths ${aLength},${bLength} do not fit the end of the spans ${a},${b}`);
  }
  return { spans: spans instanceof Int32Array ? spans : Int32Array.from(spans), aLength, bLength };
}

/** The map read the other way: what was A is B. */
export function invert(map: OffsetMap): OffsetMap {
  const { spans } = map;
  const swapped = new Int32Array(spans.length);
  for (let at = 0; at < spans.length; at += SPAN_WIDTH) {
    swapped.set(spans.subarray(at, at + 2), at + 2);
    swapped.set(spans.subarray(at + 2, at + 4), at);
  }
  return { spans: swapped, aLength: map.bLength, bLength: map.aLength };
}

/** The spans as tuples, for JSON. */
export function spanTuples(map: OffsetMap): readonly SpanTuple[] {
  const tuples: SpanTuple[] = [];
  for (let at = 0; at < map.spans.length; at += SPAN_WIDTH) tuples.push(spanAt(map.spans, at));
  return tuples;
}

/** The span that begins at an index of the flat table; the index must be a multiple of {@link SPAN_WIDTH} in the table. */
export function spanAt(spans: ArrayLike<number>, at: number): SpanTuple {
  return [spans[at] as number, spans[at + 1] as number, spans[at + 2] as number, spans[at + 3] as number];
}

function requireLength(length: number): void {
  if (!Number.isInteger(length) || length < 0) throw new RangeError(`${length} is no length of a text`);
}
