import type { Block } from '#core/text/block.ts';
import { lineRanges } from '#core/text/blocks.ts';

/** The lines of any text as paragraphs, so that a conversion crosses no line end. */
export function linesAsBlocks(text: string): readonly Block[] {
  return lineRanges(text).map(({ start, end }) => ({ kind: 'paragraph', level: 0, start, end }));
}
