import type { ArticleText } from './article-text.ts';
import type { Spot } from './spot.ts';

/** The character of the article under a point of the window (pixels); null where no character is. */
export function spotAtPoint(article: ArticleText, x: number, y: number): Spot | null {
  const page = article.root.ownerDocument;
  const caret = page.caretRangeFromPoint(x, y);
  if (caret === null || !(caret.startContainer instanceof Text)) return null;
  const spot = article.spotAt(caret.startContainer, caret.startOffset);
  if (spot === null) return null;
  // The caret stands on the nearer side of the character: look at the ones on both sides.
  for (const offset of [spot.offset, spot.offset - 1]) {
    if (offset < 0 || offset >= caret.startContainer.length) continue;
    const range = page.createRange();
    range.setStart(caret.startContainer, offset);
    range.setEnd(caret.startContainer, offset + 1);
    const inside = [...range.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
    if (inside) return { block: spot.block, offset };
  }
  return null;
}

/** The boxes of a passage on the screen, in viewport pixels: one a line. */
export function boxesOf(article: ArticleText, start: Spot, end: Spot): readonly DOMRect[] {
  const range = article.root.ownerDocument.createRange();
  const from = article.positionOf(start);
  const to = article.positionOf(end);
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()].filter((box) => box.width > 0);
}
