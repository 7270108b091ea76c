import type { TextRange } from '../base/text-range.ts';
import { convertBlocks, type Converter, type Folder, type View } from '../script/index.ts';
import { blockIndexAt } from '../text/blocks.ts';
import { contextOf } from '../text/context.ts';
import { toA, toB } from '../text/map-range.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import type { Reading } from '../text/reading.ts';
import { USUAL_CONTEXT } from './concordance.ts';
import { copiedBlockAt } from './block-table.ts';
import type { MappedSearchText, SearchText } from './search-text.ts';

/** A place as results show it: offsets in the source, texts in the script of the converter. */
export interface PlaceInView {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/**
 * Leads places of a folded text back to the source, and shows them with what stands around them in their block. Blocks are
 * converted whole, as in the view of the report, so that the texts are those that the reader sees; each is converted once.
 * @param context UTF-16 units of the view on each side
 */
export function placeDescriber(
  reading: Reading,
  folded: Pick<MappedSearchText, 'map'>,
  converter: Converter,
  context = USUAL_CONTEXT,
): (place: TextRange) => PlaceInView {
  const describe = rangeDescriber(reading, converter, context);
  return (place) => describe(toA(folded.map, place));
}

/** The same for ranges of the reading text. */
export function rangeDescriber(
  reading: Reading,
  converter: Converter,
  context = USUAL_CONTEXT,
): (range: TextRange) => PlaceInView {
  const { blocks, text, map } = reading;
  const views = new Map<string, { readonly from: number; readonly to: number; readonly view: View }>();
  const viewAround = (range: TextRange) => {
    const first = blockIndexAt(blocks, range.start);
    const last = blockIndexAt(blocks, Math.max(range.start, range.end - 1));
    const key = `${first} ${last}`;
    const known = views.get(key);
    if (known !== undefined) return known;
    const around = blocks.slice(Math.max(0, first), last + 1);
    const from = around[0]?.start ?? 0;
    const to = around.at(-1)?.end ?? text.length;
    const shifted = around.map((block) => ({ ...block, start: block.start - from, end: block.end - from }));
    const made = { from, to, view: convertBlocks(converter, text.slice(from, to), shifted) };
    views.set(key, made);
    return made;
  };
  return (range) => {
    const { from, to, view } = viewAround(range);
    const shown = toB(view.map, { start: range.start - from, end: Math.min(range.end, to) - from });
    const { prefix, exact, suffix } = contextOf(view.text, shown, context);
    return { ...toA(map, range), before: prefix, match: exact, after: suffix };
  };
}

/** What a place is shown of where its block is a piece of the source (block-table.ts). */
export interface CopiedText {
  readonly source: string;
  readonly blocks: Int32Array;
}

interface ShownBlock {
  readonly folded: OffsetMap;
  readonly view: Pick<View, 'text' | 'map'>;
}

/**
 * The same for places in such blocks, without the reading text. Null for a place in another block, and when the folded text is
 * of another source.
 */
export function copiedDescriber(
  { source, blocks }: CopiedText,
  folded: Pick<SearchText, 'text'>,
  folder: Folder,
  converter: Converter,
  context = USUAL_CONTEXT,
): (place: TextRange) => PlaceInView | null {
  const shownBlocks = new Map<number, ShownBlock | null>();
  const show = (start: number, end: number, foldedBlock: string): ShownBlock | null => {
    const known = shownBlocks.get(start);
    if (known !== undefined) return known;
    const text = source.slice(start, end);
    const { text: again, map } = folder.foldWithMap(text);
    const shown = again === foldedBlock ? { folded: map, view: converter.convert(text) } : null;
    shownBlocks.set(start, shown);
    return shown;
  };
  return (place) => {
    const block = copiedBlockAt(blocks, folded.text.length, place);
    if (block === null) return null;
    const { start, end, foldedStart, foldedEnd } = block;
    const shown = show(start, end, folded.text.slice(foldedStart, foldedEnd));
    if (shown === null) return null;
    const range = toA(shown.folded, { start: place.start - foldedStart, end: place.end - foldedStart });
    const { text, map } = shown.view;
    const { prefix, exact, suffix } = contextOf(text, toB(map, range), context);
    return {
      start: start + range.start,
      end: start + range.end,
      before: prefix,
      match: exact,
      after: suffix,
    };
  };
}
