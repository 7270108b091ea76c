import { firstIndex } from '../base/first-index.ts';
import type { Edit } from './edit.ts';

/**
 * What the reading text shows of a slice of the source that begins at `start` (UTF-16 offset), without making the whole
 * reading text: the applied edits that touch it, done. An edit that reaches over an edge of the slice shows all of what it
 * writes, as the offset map's `toB` has it. A slice that is hidden wholly (page furniture) stays as it stands in the source.
 * @param edits of the whole source, ordered, without overlaps
 */
export function shownSlice(slice: string, start: number, edits: readonly Edit[]): string {
  const end = start + slice.length;
  let shown = '';
  let from = start;
  for (let at = firstBehind(edits, start); at < edits.length; at += 1) {
    const edit = edits[at];
    if (edit === undefined || edit.start >= end) break;
    if (!edit.applied || (edit.start === start && edit.end === start)) continue;
    if (edit.start > from) shown += slice.slice(from - start, edit.start - start);
    shown += edit.after;
    from = Math.min(end, edit.end);
  }
  shown += slice.slice(from - start);
  return shown.trim() === '' ? slice : shown;
}

/** Index of the first edit that ends behind an offset. */
function firstBehind(edits: readonly Edit[], offset: number): number {
  return firstIndex(edits.length, (at) => (edits[at]?.end ?? 0) > offset);
}
