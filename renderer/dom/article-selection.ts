import type { ArticleText } from './article-text.ts';
import { compareSpots, type SpotRange } from './spot.ts';

/** What of the article is selected, in reading order; null when nothing is, or when the selection leaves the article. */
export function selectedSpots(article: ArticleText, selection: Selection | null): SpotRange | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = article.spotAt(range.startContainer, range.startOffset);
  const end = article.spotAt(range.endContainer, range.endOffset);
  return start === null || end === null ? null : trimmed(article, { start, end });
}

/** Selects the text between two spots, the caret at its end. */
export function selectSpots(article: ArticleText, spots: SpotRange, selection: Selection | null): void {
  const from = article.positionOf(spots.start);
  const to = article.positionOf(spots.end);
  selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * Without the line feeds at its ends: a triple click selects up to the start of the next block, a drag from a margin
 * begins behind the end of the block before.
 */
function trimmed(article: ArticleText, { start, end }: SpotRange): SpotRange | null {
  let from = start;
  let to = end;
  while (to.offset === 0 && to.block > from.block) to = article.endOf(to.block - 1);
  while (from.offset === article.node(from.block).length && from.block < to.block) {
    from = { block: from.block + 1, offset: 0 };
  }
  return compareSpots(from, to) < 0 ? { start: from, end: to } : null;
}
