import type { TextRange } from '../base/text-range.ts';
import type { Folder } from '../script/index.ts';
import { blockIndexAt } from '../text/blocks.ts';
import { contextOf } from '../text/context.ts';
import { toA } from '../text/map-range.ts';
import type { Reading } from '../text/reading.ts';
import { USUAL_CONTEXT, sortKey, type ConcordanceOrder } from './concordance.ts';
import type { MappedSearchText } from './search-text.ts';

/**
 * Tells by what a place is sorted on either side ({@link sortKey}): up to 20 UTF-16 units of the reading text beside it, as
 * far as its block goes, folded, so that the order is the same in every script.
 */
export function neighbourKeys(
  reading: Reading,
  folded: MappedSearchText,
  folder: Folder,
): (place: TextRange) => Readonly<Record<ConcordanceOrder, string>> {
  const { text, blocks } = reading;
  const fold = (part: string): string => folder.fold(part);
  return (place) => {
    const { start, end } = toA(folded.map, place);
    const first = blocks[Math.max(0, blockIndexAt(blocks, start))];
    const last = blocks[Math.max(0, blockIndexAt(blocks, Math.max(start, end - 1)))];
    const { prefix, suffix } = contextOf(text, { start, end }, USUAL_CONTEXT);
    const beside = {
      before: prefix.slice(Math.max(0, prefix.length - (start - (first?.start ?? 0)))),
      after: suffix.slice(0, Math.max(0, (last?.end ?? text.length) - end)),
    };
    return { left: sortKey(beside, 'left', fold), right: sortKey(beside, 'right', fold) };
  };
}
