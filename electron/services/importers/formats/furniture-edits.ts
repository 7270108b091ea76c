import type { TextRange } from '#core/base/text-range.ts';
import { MARKUP_RULE, type Edit } from '#core/text/edit.ts';
import type { WrittenBlock } from './document-writer.ts';

/** The rule that takes lines around the text away; edits of an adapter go under the same name. */
const FURNITURE_RULE = 'page-furniture';
const CONFIDENCE = 0.9;

/**
 * The edits that leave furniture and hidden ranges out of the reading text. Blocks of furniture that follow each other
 * go together, with the line breaks between them.
 */
export function leaveOut(
  source: string,
  blocks: readonly WrittenBlock[],
  hidden: readonly TextRange[],
): readonly Edit[] {
  const furniture: { start: number; end: number }[] = [];
  let isRun = false;
  for (const block of blocks) {
    const last = furniture.at(-1);
    if (block.furniture && isRun && last !== undefined) last.end = block.end;
    else if (block.furniture) furniture.push({ start: block.start, end: block.end });
    isRun = block.furniture;
  }
  const ranges = [
    ...furniture.map((range) => ({ ...range, rule: FURNITURE_RULE, confidence: CONFIDENCE })),
    ...hidden.map((range) => ({ ...range, rule: MARKUP_RULE, confidence: 1 })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const edits: Edit[] = [];
  let end = 0;
  for (const range of ranges) {
    const start = Math.max(range.start, end);
    if (start >= range.end) continue;
    edits.push(removal(source, { start, end: range.end }, range.rule, range.confidence));
    end = range.end;
  }
  return edits;
}

/** An edit that takes a range out of the reading text. */
export function removal(source: string, { start, end }: TextRange, rule: string, confidence: number): Edit {
  return { start, end, before: source.slice(start, end), after: '', rule, confidence, applied: true };
}
