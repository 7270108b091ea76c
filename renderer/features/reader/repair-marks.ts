import type { ArticleText } from '#renderer/dom/article-text.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import { isMarkedAt } from '#renderer/dom/source-layer.ts';
import { groupsInSight } from '#renderer/dom/visible-offset.ts';
import { repairsWithin, type Repair } from '#renderer/state/report/report-repairs.ts';
import type { ArticlePainter } from './article-painter.ts';

/** The article of the source layer with its view, in which a place of the text is a source offset. */
interface Shown {
  readonly article: ArticleText | null;
  readonly view: ReportView | null;
}

/** The marks of what repairs change over the source text. A long report has more of them than can be painted at once. */
export class RepairMarks {
  readonly #scroller: HTMLElement;
  readonly #painter: ArticlePainter;
  #source = '';
  #repairs: readonly Repair[] = [];
  /** Where they are painted. */
  #painted = '';

  constructor(scroller: HTMLElement, painter: ArticlePainter) {
    this.#scroller = scroller;
    this.#painter = painter;
  }

  /** Marks these, in the order of the text, from the next {@link paintInSight} on. */
  take(source: string, repairs: readonly Repair[]): void {
    this.#source = source;
    this.#repairs = repairs;
    this.#painted = '';
  }

  /** Paints what is in and around the window. */
  paintInSight({ article, view }: Shown): void {
    if (article === null || view === null || view.pieceCount === 0) return;
    if (this.#repairs.length === 0) {
      if (this.#painted !== 'none') this.#painter.paintEdits('', []);
      this.#painted = 'none';
      return;
    }
    const { first, end } = groupsInSight(this.#scroller, article);
    if (first >= end || this.#painted === `${first} ${end}`) return;
    this.#painted = `${first} ${end}`;
    const last = view.piece(end - 1);
    const range = { start: view.piece(first).readingStart, end: last.readingStart + last.readingLength };
    const edits = repairsWithin(this.#repairs, range).map(({ edit }) => edit);
    this.#painter.paintEdits(this.#source, edits);
  }

  /** The repair that is marked at a source offset. */
  at(offset: number): Repair | undefined {
    const near = repairsWithin(this.#repairs, { start: offset - 2, end: offset + 2 });
    return near.find(({ edit }) => isMarkedAt(this.#source, edit, offset));
  }
}
