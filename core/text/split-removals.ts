import { SPAN_WIDTH, type OffsetMap } from './offset-map.ts';

/**
 * The same map with one span a character where text is removed: spans stay as small as they can be, so that a place in
 * removed text is named to the character. Ranges map as before: a removal's characters all map to one point.
 */
export function splitRemovals(map: OffsetMap, source: string): OffsetMap {
  const { spans } = map;
  const split: number[] = [];
  for (let at = 0; at < spans.length; at += SPAN_WIDTH) {
    const [aStart, aEnd, bStart, bEnd] = spans.subarray(at, at + SPAN_WIDTH) as unknown as readonly [
      number,
      number,
      number,
      number,
    ];
    if (bStart < bEnd) {
      split.push(aStart, aEnd, bStart, bEnd);
      continue;
    }
    for (let start = aStart; start < aEnd;) {
      const end = Math.min(aEnd, start + ((source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1));
      split.push(start, end, bStart, bEnd);
      start = end;
    }
  }
  return { ...map, spans: Int32Array.from(split) };
}
