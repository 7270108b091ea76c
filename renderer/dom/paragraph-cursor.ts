import { selectSpots } from './article-selection.ts';
import type { ArticleText } from './article-text.ts';

/** How the keys with Shift extend a selection. */
export type Extent = {
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph';
  readonly direction: 'forward' | 'backward';
};

/** What a key with Shift asks for; null for every other key. */
export function extentOfKey(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): Extent | null {
  if (!event.shiftKey) return null;
  const far = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowRight':
      return { by: far ? 'word' : 'character', direction: 'forward' };
    case 'ArrowLeft':
      return { by: far ? 'word' : 'character', direction: 'backward' };
    case 'ArrowDown':
      return { by: far ? 'paragraph' : 'line', direction: 'forward' };
    case 'ArrowUp':
      return { by: far ? 'paragraph' : 'line', direction: 'backward' };
    case 'End':
      return { by: 'lineboundary', direction: 'forward' };
    case 'Home':
      return { by: 'lineboundary', direction: 'backward' };
    default:
      return null;
  }
}

/**
 * Extends the selection in an article, or begins one at the start of the current paragraph. Answers whether there is a
 * selection now.
 */
export function extendSelection(
  article: ArticleText,
  selection: Selection | null,
  currentBlock: number,
  extent: Extent,
): boolean {
  if (selection === null || article.blockCount === 0) return false;
  if (article.blockOf(selection.focusNode) === null) {
    const { node } = article.positionOf({ block: currentBlock, offset: 0 });
    selection.setBaseAndExtent(node, 0, node, 0);
  }
  selection.modify('extend', extent.direction, extent.by);
  return !selection.isCollapsed;
}

/** Selects a whole block. */
export function selectBlock(article: ArticleText, selection: Selection | null, block: number): void {
  selectSpots(article, { start: { block, offset: 0 }, end: article.endOf(block) }, selection);
}
