import { firstIndex } from '#core/base/first-index.ts';
import type { ArticleText } from './article-text.ts';
import type { Spot } from './spot.ts';

/** A character and where it stands: pixels from the top edge of the scrolled box. */
export interface VisibleSpot extends Spot {
  readonly top: number;
}

/** The first character that is at least half visible below `inset` pixels of the scrolled box; null in an empty article. */
export function firstVisibleSpot(scroller: HTMLElement, article: ArticleText, inset = 0): VisibleSpot | null {
  if (article.blockCount === 0) return null;
  const edge = scroller.getBoundingClientRect().top;
  const isSeen = (element: Element | undefined): boolean =>
    element !== undefined && element.getBoundingClientRect().bottom > edge + inset;
  // Groups first: asking for a block of an unseen group would lay that group out.
  const group = firstIndex(article.groups.length, (i) => isSeen(article.groups[i]));
  const from = article.cuts[group] as number;
  const to = article.cuts[group + 1];
  if (to === undefined) return null;
  const block = from + firstIndex(to - from, (i) => isSeen(article.element(from + i)));
  if (block === to) return null;
  const node = article.node(block);
  const offset = firstIndex(node.length, (i) => {
    const box = characterBox(article, { block, offset: i });
    return (box.top + box.bottom) / 2 > edge + inset;
  });
  const spot = { block, offset: offset === node.length ? 0 : offset };
  return { ...spot, top: characterBox(article, spot).top - edge };
}

/** The groups of an article that are in the window or half a window from it: from `first` up to `end`, not including it. */
export function groupsInSight(
  scroller: HTMLElement,
  article: ArticleText,
): { readonly first: number; readonly end: number } {
  const window = scroller.getBoundingClientRect();
  const margin = window.height / 2;
  const box = (index: number): DOMRect => (article.groups[index] as HTMLElement).getBoundingClientRect();
  const count = article.groups.length;
  const first = firstIndex(count, (i) => box(i).bottom > window.top - margin);
  return { first, end: firstIndex(count, (i) => i > first && box(i).top > window.bottom + margin) };
}

/**
 * Scrolls so that a character stands `top` pixels below the top edge. Blocks away from the window have guessed sizes
 * until they are laid out (content-visibility), so one jump may miss; {@link settleSpot} corrects it.
 */
export function scrollToSpot(scroller: HTMLElement, article: ArticleText, spot: Spot, top: number): number {
  const edge = scroller.getBoundingClientRect().top;
  const before = scroller.scrollTop;
  const distance = characterBox(article, spot).top - edge - top;
  if (Math.abs(distance) >= 1) scroller.scrollTop = before + distance;
  return Math.abs(distance);
}

/** Frames without a correction after which sizes have settled; each renders what the one before brought into view. */
const CALM_FRAMES = 8;

/** Frames after which a page that never rests is left alone. */
const MOST_FRAMES = 60;

/**
 * Scrolls to a spot and holds it there while the blocks around it get their real sizes. The answer stops it; so does the
 * user by scrolling on.
 */
export function settleSpot(scroller: HTMLElement, article: ArticleText, spot: Spot, top: number): () => void {
  let frame = 0;
  let calm = 0;
  let request = 0;
  const stop = (): void => {
    cancelAnimationFrame(request);
    for (const name of USER_MOVES) scroller.removeEventListener(name, stop);
  };
  const step = (): void => {
    calm = scrollToSpot(scroller, article, spot, top) < 1 ? calm + 1 : 0;
    frame += 1;
    if (calm < CALM_FRAMES && frame < MOST_FRAMES) request = requestAnimationFrame(step);
    else stop();
  };
  for (const name of USER_MOVES) scroller.addEventListener(name, stop, { passive: true });
  // Before the next paint and not now: what else changes until then is laid out together with it.
  request = requestAnimationFrame(step);
  return stop;
}

const USER_MOVES = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/** The box of the character at a spot, of the one before it at a text's end, of the block where it has no text. */
export function characterBox(article: ArticleText, spot: Spot): DOMRect {
  const { node, offset } = article.positionOf(spot);
  if (node.length === 0) return article.element(spot.block).getBoundingClientRect();
  const range = node.ownerDocument.createRange();
  const start = Math.min(offset, node.length - 1);
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  // The first box, because a character at a line's end may have an empty second one on the next line.
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}
