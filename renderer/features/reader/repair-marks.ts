import type { TextRange } from '#core/base/text-range.ts';
import { toA } from '#core/text/map-range.ts';
import type { ArticleText } from '#renderer/dom/article-text.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import { isMarkedIn } from '#renderer/dom/source-layer.ts';
import { groupsInSight } from '#renderer/dom/visible-offset.ts';
import { repairsWithin, type Repair } from '#renderer/state/report/report-repairs.ts';
import type { ArticlePainter } from './article-painter.ts';

/** The article with its view: the source layer, or the reading text in any script. */
interface Shown {
  readonly article: ArticleText | null;
  readonly view: ReportView | null;
}

/**
 * The marks of repairs: over the source text of what they change, over the reading text of what they leave to the user. A
 * long report has more of them than can be painted at once.
 */
export class RepairMarks {
  readonly #scroller: HTMLElement;
  readonly #painter: ArticlePainter;
  #source = '';
  #repairs: readonly Repair[] = [];
  #asksWords = '';
  /** Where they are painted. */
  #painted = '';

  constructor(scroller: HTMLElement, painter: ArticlePainter) {
    this.#scroller = scroller;
    this.#painter = painter;
  }

  /**
   * Marks these, in the order of the text, from the next {@link paintInSight} on. `asksWords`: what a screen reader is told
   * of a paragraph with a place that is left to the user.
   */
  take(source: string, repairs: readonly Repair[], asksWords: string): void {
    this.#source = source;
    this.#repairs = repairs;
    this.#asksWords = asksWords;
    this.#painted = '';
  }

  /** Paints what is in and around the window. */
  paintInSight({ article, view }: Shown): void {
    if (article === null || view === null || view.pieceCount === 0) return;
    if (this.#repairs.length === 0) {
      if (this.#painted !== 'none') this.#painter.paintRepairs('', [], '');
      this.#painted = 'none';
      return;
    }
    const { first, end } = groupsInSight(this.#scroller, article);
    if (first >= end || this.#painted === `${first} ${end}`) return;
    this.#painted = `${first} ${end}`;
    const last = view.piece(end - 1);
    const reading = { start: view.piece(first).readingStart, end: last.readingStart + last.readingLength };
    const inSight = repairsWithin(this.#repairs, toA(view.reading.map, reading));
    this.#painter.paintRepairs(this.#source, inSight, this.#asksWords);
  }

  /** The repair that is marked in a source range, as that of one shown character. */
  at({ start, end }: TextRange): Repair | undefined {
    const near = repairsWithin(this.#repairs, { start: start - 2, end: end + 2 });
    return near.find(({ edit }) => isMarkedIn(this.#source, edit, { start, end }));
  }

  /** The next marked repair behind a source offset that is left to the user, or the one before; round the text's end. */
  nextAsking(from: number, direction: 1 | -1): Repair | undefined {
    const asking = this.#repairs.filter(({ asks }) => asks);
    return direction === 1
      ? (asking.find(({ edit }) => edit.start > from) ?? asking[0])
      : (asking.findLast(({ edit }) => edit.start < from) ?? asking.at(-1));
  }
}
