import type { Block } from '../text/block.ts';
import { OffsetMapBuilder } from '../text/offset-map-builder.ts';
import { identityMap, type OffsetMap } from '../text/offset-map.ts';
import type { Converter } from './converter.ts';

/** A text in blocks shown in one script. */
export interface View {
  readonly text: string;
  /** From the text given to the view's text. */
  readonly map: OffsetMap;
  /** The same blocks, in offsets of the view's text. */
  readonly blocks: readonly Block[];
}

/** One block alone, for work done piece by piece: its text in the view, and spans in offsets of the block's two texts. */
export interface ConvertedBlock {
  readonly text: string;
  /** Flat aStart, aEnd, bStart, bEnd, both from 0 at the block's start. */
  readonly spans: Int32Array;
}

/** Converts one block. Blocks are converted each on their own, so that any order of work gives the same view. */
export function convertBlock(converter: Converter, blockText: string): ConvertedBlock {
  const { text, map } = converter.convert(blockText);
  return { text, spans: map.spans };
}

/** Converts a text block by block, so that no phrase crosses a border; what stands between blocks is copied. */
export function convertBlocks(converter: Converter, text: string, blocks: readonly Block[]): View {
  if (converter.isIdentity) return { text, map: identityMap(text.length), blocks };
  const builder = new OffsetMapBuilder(text.length >> 2);
  const parts: string[] = [];
  const converted: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    parts.push(text.slice(at, block.start));
    builder.copy(block.start - at);
    const start = builder.bLength;
    const { text: blockText, map } = converter.convert(text.slice(block.start, block.end));
    parts.push(blockText);
    builder.append(map);
    converted.push({ ...block, start, end: builder.bLength });
    at = block.end;
  }
  parts.push(text.slice(at));
  builder.copy(text.length - at);
  return { text: parts.join(''), map: builder.build(), blocks: converted };
}

/** Shows a reading text in the converter's view. */
export function buildView(
  reading: { readonly text: string; readonly blocks: readonly Block[] },
  converter: Converter,
): View {
  return convertBlocks(converter, reading.text, reading.blocks);
}
