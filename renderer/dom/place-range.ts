import type { TextRange } from '#core/base/text-range.ts';
import type { ArticleText } from './article-text.ts';
import type { HighlightPort, PlacedRange } from './highlight-painter.ts';
import type { ReportView } from './report-view.ts';

/**
 * A source range as a DOM range of the article; null when the view shows nothing of it.
 *
 * Inside one block it is a StaticRange, which costs nothing when texts change. Over several blocks it is a live Range,
 * because engines do not paint a static one across style containment, which content-visibility brings.
 */
export function placeRange(article: ArticleText, view: ReportView, source: TextRange): PlacedRange | null {
  const spots = view.spotsOf(source);
  if (spots === null) return null;
  const from = article.positionOf(spots.start);
  const to = article.positionOf(spots.end);
  const lastBlock = spots.end.block;
  const firstBlock = spots.start.block;
  if (from.node === to.node) {
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
    return { range, firstBlock, lastBlock };
  }
  const range = article.root.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return { range, firstBlock, lastBlock };
}

/** The page's own registry, CSS.highlights. */
export function pageHighlights(): HighlightPort {
  return {
    create: () => new Highlight(),
    register: (name, set) => CSS.highlights.set(name, set as Highlight),
    unregister: (name) => CSS.highlights.delete(name),
  };
}
