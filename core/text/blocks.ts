import type { TextRange } from '../base/text-range.ts';
import type { Block } from './block.ts';

/**
 * Index of the block that holds `offset`. The line feed behind a block counts as its end, and an offset outside all
 * blocks belongs to the nearest one before it (else the first). -1 when there are no blocks.
 */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block !== undefined && block.start <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks.length === 0 ? -1 : Math.max(0, low - 1);
}

/** The block of {@link blockIndexAt}; undefined when there are no blocks. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[blockIndexAt(blocks, offset)];
}

/** The texts of the blocks, in order. */
export function blockTexts(text: string, blocks: readonly TextRange[]): readonly string[] {
  return blocks.map((block) => text.slice(block.start, block.end));
}

/** The lines of a text that hold anything, as ranges. */
export function lineRanges(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end > start) ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}
