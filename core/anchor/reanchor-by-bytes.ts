import type { TextRange } from '../base/text-range.ts';
import { snapOutward } from '../text/segmentation.ts';
import type { Reanchored } from './reanchor.ts';

/** One decoding of the same bytes. */
export interface DecodedBytes {
  readonly source: string;
  /**
   * Byte offset at which each UTF-16 code unit of the source begins, and last the number of bytes: one entry more than the
   * source has code units, ascending. The two units of a pair may share an offset.
   */
  readonly byteOffsets: ArrayLike<number>;
}

/**
 * Carries anchors over a change of encoding (DESIGN 9.3): the same bytes, decoded anew. An anchor that keeps its characters
 * is `exact`, any other `moved`; its range grows to whole characters where the new ones begin elsewhere. One whose bytes
 * make no character is an `orphan`. Offsets beyond the old source count as its end.
 */
export function reanchorByBytes(
  anchors: readonly TextRange[],
  old: DecodedBytes,
  current: DecodedBytes,
): readonly Reanchored[] {
  return anchors.map((anchor) => {
    const from = Math.min(anchor.start, old.source.length);
    const to = Math.min(anchor.end, old.source.length);
    const start = lastAtMost(current, old.byteOffsets[from] ?? 0);
    const isEmpty = from === to;
    const end = isEmpty ? start : Math.max(start, firstAtLeast(current, old.byteOffsets[to] ?? 0));
    const range = snapOutward(current.source, { start, end });
    const isSame = old.source.slice(from, to) === current.source.slice(range.start, range.end);
    const isLost = !isEmpty && range.start === range.end;
    return { ...range, state: isLost ? 'orphan' : isSame ? 'exact' : 'moved', candidates: [] };
  });
}

/** The first code unit of the last character that begins at the byte or before it. */
function lastAtMost({ source, byteOffsets }: DecodedBytes, byte: number): number {
  const behind = firstAbove(byteOffsets, source.length, byte);
  return Math.max(0, behind - 1);
}

function firstAtLeast({ source, byteOffsets }: DecodedBytes, byte: number): number {
  return Math.min(source.length, firstAbove(byteOffsets, source.length, byte - 1));
}

/** Index of the first entry above `limit` among the first `length` + 1. */
function firstAbove(numbers: ArrayLike<number>, length: number, limit: number): number {
  let low = 0;
  let high = length + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
