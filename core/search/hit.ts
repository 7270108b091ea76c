import type { TextRange } from '../base/text-range.ts';
import { convertBlocks, type Converter } from '../script/index.ts';
import { blockIndexAt } from '../text/blocks.ts';
import { contextOf } from '../text/context.ts';
import { toA, toB } from '../text/map-range.ts';
import type { Reading } from '../text/reading.ts';
import type { MappedSearchText } from './search-text.ts';

/** Characters of context on each side of a hit, in UTF-16 units of the view. */
const CONTEXT = 20;

/** A place as results show it: offsets in the source, texts in the script of the converter. */
export interface PlaceInView {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/**
 * Leads a place of the folded text back to the source, and shows it with what stands around it in its block. The block is
 * converted whole, as in the view of the report, so that the texts are those that the reader sees.
 */
export function describePlace(
  reading: Reading,
  folded: MappedSearchText,
  place: TextRange,
  converter: Converter,
): PlaceInView {
  const range = toA(folded.map, place);
  const { start, end } = toA(reading.map, range);
  const { blocks } = reading;
  const first = blockIndexAt(blocks, range.start);
  const last = blockIndexAt(blocks, Math.max(range.start, range.end - 1));
  const around = blocks.slice(first, last + 1);
  const from = around[0]?.start ?? 0;
  const to = around.at(-1)?.end ?? reading.text.length;
  const shifted = around.map((block) => ({ ...block, start: block.start - from, end: block.end - from }));
  const view = convertBlocks(converter, reading.text.slice(from, to), shifted);
  const shown = toB(view.map, { start: range.start - from, end: Math.min(range.end, to) - from });
  const { prefix, exact, suffix } = contextOf(view.text, shown, CONTEXT);
  return { start, end, before: prefix, match: exact, after: suffix };
}
