import type { Block } from '#core/text/block.ts';
import type { BlockShape } from '#renderer/dom/article-text.ts';

/** Numbers of lines that the style sheet has a guessed height for; a block takes the next larger one. */
const GUESSED_LINES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 28, 40, 60, 100];

/** Line lengths vary with the setting; a guess for the usual one keeps the scroll bar near the truth. */
const GUESSED_LINE_LENGTH = 38;

/** Space above and below a block in ems, as article.css has it. */
const BLOCK_SPACE = 0.36;

/** The element and the classes (article.css) of a block; `opening` is its first character. */
export function blockShape(block: Block, opening: string): BlockShape {
  const lines = guessedLines(block.end - block.start);
  switch (block.kind) {
    case 'heading':
      return { tag: `h${Math.min(6, block.level + 1)}`, className: `l${lines}` };
    case 'paragraph':
      return { tag: 'p', className: opening === '「' || opening === '『' ? `flush l${lines}` : `l${lines}` };
    case 'list-item':
      return { tag: 'p', className: `item depth${Math.min(4, block.level)} l${lines}` };
    case 'table-row':
      return { tag: 'p', className: `row l${lines}` };
    case 'caption':
      return { tag: 'p', className: `caption l${lines}` };
  }
}

/** The element of a line of the source layer. */
export function sourceLineShape({ start, end }: Block): BlockShape {
  return { tag: 'p', className: `flush l${guessedLines(end - start)}` };
}

function guessedLines(length: number): number {
  const lines = Math.ceil((length + 2) / GUESSED_LINE_LENGTH);
  return GUESSED_LINES.find((guess) => guess >= lines) ?? 100;
}

/** The height of blocks until they are laid out, as a CSS size: their lines and the space between them. */
export function guessedHeight(blocks: readonly Block[], firstBlock: number, endBlock: number): string {
  let lines = 0;
  for (let i = firstBlock; i < endBlock; i += 1) {
    const { start, end } = blocks[i] as Block;
    lines += Math.ceil((end - start + 2) / GUESSED_LINE_LENGTH);
  }
  return `calc(${lines}lh + ${((endBlock - firstBlock) * BLOCK_SPACE).toFixed(1)}em)`;
}
