import type { TextRange } from '#core/base/text-range.ts';
import type { ArticleText } from '#renderer/dom/article-text.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import { boxesOf } from '#renderer/dom/spot-at-point.ts';
import { firstVisibleSpot } from '#renderer/dom/visible-offset.ts';

/** The article that stands in the page, with its view. */
interface Shown {
  readonly article: ArticleText | null;
  readonly view: ReportView | null;
}

/** UTF-16 units of the source on both sides of the first visible character: more than a large screen shows. */
const [BEFORE_SIGHT, BEHIND_SIGHT] = [4_000, 8_000];

/** Pixels below the upper edge of the text that the find bar may lie over, and those at the lower edge that are left free. */
const [COVERED, MARGIN] = [96, 20];

/** What of the source is in the window, for the find bar. */
export class FindSight {
  readonly #scroller: HTMLElement;
  readonly #shown: Shown;

  constructor(scroller: HTMLElement, shown: Shown) {
    this.#scroller = scroller;
    this.#shown = shown;
  }

  /** The part of the source around what is in the window; empty when nothing is shown. */
  range(): TextRange {
    const { article, view } = this.#shown;
    const spot = article === null ? null : firstVisibleSpot(this.#scroller, article);
    if (view === null || spot === null) return { start: 0, end: 0 };
    const source = view.sourceOffsetOf(spot);
    const length = view.reading.map.aLength;
    return { start: Math.max(0, source - BEFORE_SIGHT), end: Math.min(length, source + BEHIND_SIGHT) };
  }

  /** The block in which a passage is seen, clear of the bar; null when it must be brought into the window. */
  blockSeen(range: TextRange): number | null {
    const { article, view } = this.#shown;
    const spots = view?.spotsOf(range) ?? null;
    if (article === null || spots === null) return null;
    const window = this.#scroller.getBoundingClientRect();
    const [box] = boxesOf(article, spots.start, spots.end);
    if (box === undefined) return null;
    const isSeen = box.top > window.top + COVERED && box.bottom < window.bottom - MARGIN;
    return isSeen ? spots.start.block : null;
  }
}
