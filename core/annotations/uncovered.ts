import type { TextRange } from '../base/text-range.ts';
import type { Annotation } from './record.ts';

/** The passages that notes of a code fill with its colour: an underline is none, and a bookmark has no passage. */
export function filledBy(annotations: readonly Annotation[], code: string): readonly TextRange[] {
  return annotations.flatMap(({ kind, code: own, state, anchor }) =>
    own === code && (kind === 'highlight' || kind === 'note') && state !== 'orphan' ? [anchor] : [],
  );
}

/**
 * The ranges that lie inside none of `covering`, nor inside another range that is kept, in the order of the text. Ranges that
 * only lie over a part of each other are all kept. Empty ones are dropped.
 */
export function uncovered(
  ranges: readonly TextRange[],
  covering: readonly TextRange[],
): readonly TextRange[] {
  const inOrder = (a: TextRange, b: TextRange): number => a.start - b.start || b.end - a.end;
  const covers = [...covering].sort(inOrder);
  const kept: TextRange[] = [];
  let next = 0;
  // The furthest end of what begins at or before the range that is looked at.
  let reach = 0;
  for (const { start, end } of [...ranges].sort(inOrder)) {
    for (let cover = covers[next]; cover !== undefined && cover.start <= start; cover = covers[next]) {
      reach = Math.max(reach, cover.end);
      next += 1;
    }
    if (end <= reach || end <= start) continue;
    kept.push({ start, end });
    reach = end;
  }
  return kept;
}
