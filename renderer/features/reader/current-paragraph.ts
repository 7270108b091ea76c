import type { TextRange } from '#core/base/text-range.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';

/** A paragraph of the article. */
export interface CurrentParagraph {
  /** From its first character to the next paragraph's. */
  readonly source: TextRange;
  /** As it is shown. */
  readonly text: string;
}

export function paragraphOf(view: ReportView, block: number): CurrentParagraph {
  const text = view.textOf(block);
  const start = view.sourceOffsetOf({ block, offset: 0 });
  const isLast = block + 1 >= view.blockCount;
  const end = isLast
    ? view.sourceOf({ start: { block, offset: 0 }, end: { block, offset: text.length } }).end
    : view.sourceOffsetOf({ block: block + 1, offset: 0 });
  return { source: { start, end: Math.max(start, end) }, text };
}
