import type { TextRange } from '#core/base/text-range.ts';
import type { ArticleText } from '#renderer/dom/article-text.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import type { Spot } from '#renderer/dom/spot.ts';
import { boxesOf } from '#renderer/dom/spot-at-point.ts';
import { firstVisibleSpot, scrollToSpot } from '#renderer/dom/visible-offset.ts';

/** A place on the screen, in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far down the window, as a share of its height, the last lines stand at the very end: article.css keeps 40 % free. */
const LAST_LINES = 0.55;

/**
 * Source offset of what the eye is at: a third down the window, where jumps lead; the first line at the beginning of the
 * text, the last one at its end. 0 when nothing is shown.
 */
export function placeInSight(
  scroller: HTMLElement,
  { article, view }: { readonly article: ArticleText | null; readonly view: ReportView | null },
): number {
  if (article === null || view === null) return 0;
  const { clientHeight, scrollHeight, scrollTop } = scroller;
  const third = Math.min(clientHeight / 3, scrollTop);
  const fromEnd = clientHeight * LAST_LINES - (scrollHeight - clientHeight - scrollTop);
  const spot =
    firstVisibleSpot(scroller, article, Math.max(third, scrollTop > 0 ? fromEnd : 0)) ??
    firstVisibleSpot(scroller, article, third);
  return spot === null ? 0 : view.sourceOffsetOf(spot);
}

/** What leads to a place of an article. */
interface Guide {
  readonly article: ArticleText | null;
  readonly view: ReportView | null;
  readonly jumpTo: (sourceOffset: number) => Spot | null;
}

/** Brings a source range into the window where it is not, and says where it stands; null where nothing of it is shown. */
export function bringIntoSight(
  scroller: HTMLElement,
  guide: Guide,
  source: TextRange,
): { readonly block: number; readonly box: Box } | null {
  const { article, view } = guide;
  const spots = view?.spotsOf(source) ?? null;
  if (article === null || spots === null) return null;
  const [at] = boxesOf(article, spots.start, spots.end);
  const window = scroller.getBoundingClientRect();
  if (at === undefined || at.top < window.top + 20 || at.bottom > window.bottom - 20) {
    guide.jumpTo(source.start);
    scrollToSpot(scroller, article, spots.start, Math.round(window.height / 3));
  }
  const [box] = boxesOf(article, spots.start, spots.end);
  return box === undefined ? null : { block: spots.start.block, box };
}

/** Whether some of a block is inside the scrolled box. */
export function isBlockVisible(scroller: HTMLElement, article: ArticleText, block: number): boolean {
  if (block >= article.blockCount) return false;
  const window = scroller.getBoundingClientRect();
  const box = article.element(block).getBoundingClientRect();
  return box.bottom > window.top && box.top < window.bottom;
}

/** What of the lines of a passage is inside the scrolled box; null when nothing is. */
export function visibleBox(scroller: HTMLElement, lines: readonly Box[]): Box | null {
  const window = scroller.getBoundingClientRect();
  const shown = lines.filter((line) => line.bottom > window.top && line.top < window.bottom);
  const [first] = shown;
  if (first === undefined) return null;
  return {
    left: Math.min(...shown.map((line) => line.left)),
    right: Math.max(...shown.map((line) => line.right)),
    top: Math.max(first.top, window.top),
    bottom: Math.min(Math.max(...shown.map((line) => line.bottom)), window.bottom),
  };
}
