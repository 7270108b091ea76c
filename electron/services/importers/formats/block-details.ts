import { classifyLine } from '#core/text/block-kinds.ts';
import type { WrittenBlock } from './document-writer.ts';

/** Pictures and other things that a text can only name, alone in a block. */
const NAMED_ONLY = /^(?:\[(?:图|视频|音频|嵌入)(?:：[^\]\n]*)?\]\s*)+$/u;

/**
 * What blocks are by how they look. Paragraphs that are bold as a whole and begin with an official number are headings, even with
 * a full stop at their end: most pages and Word files have no other mark of a heading. Pictures alone are captions.
 */
export function detailBlocks(source: string, blocks: readonly WrittenBlock[]): readonly WrittenBlock[] {
  return blocks.map((block) => {
    if (block.kind !== 'paragraph') return block;
    const text = source.slice(block.start, block.end);
    if (NAMED_ONLY.test(text)) return { ...block, kind: 'caption' };
    if (block.bold < text.length * 0.95) return block;
    const { kind, level } = classifyLine(text.replace(/[。：:]$/u, '').trim(), false);
    return kind === 'heading' ? { ...block, kind, level } : block;
  });
}
