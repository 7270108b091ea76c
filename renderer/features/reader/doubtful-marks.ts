import type { TextRange } from '#core/base/text-range.ts';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import type { DoubtfulSpot } from '#core/script/index.ts';
import { toA } from '#core/text/map-range.ts';
import type { ArticleText } from '#renderer/dom/article-text.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import { groupsInSight } from '#renderer/dom/visible-offset.ts';
import type { ScriptTables } from '#renderer/state/report/script-rules.ts';
import type { ArticlePainter } from './article-painter.ts';
import type { ViewClient } from './view-client.ts';

/** Whose doubtful characters are marked: those of one view of the report that is shown. */
export interface MarkedView {
  readonly script: SourceScript;
  readonly view: ViewScript;
  readonly tables: ScriptTables;
}

/** A doubtful character of the report, with where it stands in the source and in the reading text. */
export interface DoubtfulPlace {
  readonly spot: DoubtfulSpot;
  readonly source: TextRange;
  readonly reading: TextRange;
}

/** Characters told on each side. */
const AROUND = 6;

/** What the article shows. */
interface Shown {
  readonly article: ArticleText | null;
  readonly view: ReportView | null;
}

/** The marks of doubtful characters. They are looked for by the view worker, piece by piece, where the reader comes to. */
export class DoubtfulMarks {
  readonly #scroller: HTMLElement;
  readonly #painter: ArticlePainter;
  readonly #client: ViewClient;
  readonly #shown: Shown;
  #marked: MarkedView | null = null;
  /** The text that `#found` is of. */
  #text: ReportView | null = null;
  #found = new Map<number, Promise<readonly DoubtfulPlace[]>>();
  #known = new Map<number, readonly DoubtfulPlace[]>();
  #painted = '';

  constructor(scroller: HTMLElement, painter: ArticlePainter, client: ViewClient, shown: Shown) {
    this.#scroller = scroller;
    this.#painter = painter;
    this.#client = client;
    this.#shown = shown;
  }

  /** Marks those of a view from the next {@link paintInSight} on; null marks none. */
  take(marked: MarkedView | null): void {
    const before = this.#marked;
    this.#marked = marked;
    const isSame =
      before?.script === marked?.script && before?.view === marked?.view && before?.tables === marked?.tables;
    if (!isSame) this.#forget();
  }

  /** Paints what is in and around the window, and again when the worker has found more. */
  paintInSight(): void {
    const { article, view } = this.#shown;
    if (article === null || view === null || view.pieceCount === 0) return;
    if (this.#text !== view) this.#forget();
    this.#text = view;
    if (this.#marked === null) {
      if (this.#painted !== 'none') this.#painter.paintDoubtful([]);
      this.#painted = 'none';
      return;
    }
    const { first, end } = groupsInSight(this.#scroller, article);
    const pieces = Array.from({ length: end - first }, (_, k) => first + k);
    const known = pieces.filter((index) => this.#known.has(index));
    const key = known.join(' ');
    if (key !== this.#painted) {
      this.#painted = key;
      this.#painter.paintDoubtful(known.flatMap((index) => this.#known.get(index) ?? []));
    }
    for (const index of pieces) {
      if (!this.#found.has(index)) void this.#find(view, index).then(() => this.paintInSight());
    }
  }

  /** The doubtful character that is marked at a source offset. */
  at(offset: number): DoubtfulPlace | undefined {
    if (this.#marked === null || this.#text !== this.#shown.view) return undefined;
    for (const places of this.#known.values()) {
      const place = places.find(({ source }) => source.start <= offset && offset < source.end);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** What the view shows on both sides of a doubtful character, in its line. */
  around(place: DoubtfulPlace): { readonly before: string; readonly after: string } {
    const { view } = this.#shown;
    const spots = view?.spotsOf(place.source) ?? null;
    if (view === null || spots === null) return { before: '', after: '' };
    const before = Array.from(view.textOf(spots.start.block).slice(0, spots.start.offset));
    const after = Array.from(view.textOf(spots.end.block).slice(spots.end.offset));
    return { before: before.slice(-AROUND).join(''), after: after.slice(0, AROUND).join('') };
  }

  /**
   * The first doubtful character that no choice has settled behind an offset of the reading text, or the last one before
   * it; null when there is none, or when the text is no longer shown.
   */
  async next(from: number, direction: 1 | -1): Promise<DoubtfulPlace | null> {
    const { view } = this.#shown;
    if (view === null || this.#marked === null) return null;
    if (this.#text !== view) this.#forget();
    this.#text = view;
    const at = view.pieceOfReading(from);
    for (let index = at; index >= 0 && index < view.pieceCount; index += direction) {
      const places = await this.#find(view, index);
      if (this.#text !== view) return null;
      const open = places.filter(({ spot }) => spot.chosen === null);
      const found =
        direction === 1
          ? open.find(({ reading }) => reading.start > from)
          : open.findLast(({ reading }) => reading.start < from);
      if (found !== undefined) return found;
    }
    return null;
  }

  #find(view: ReportView, index: number): Promise<readonly DoubtfulPlace[]> {
    const marked = this.#marked;
    const known = this.#found.get(index);
    if (known !== undefined || marked === null) return known ?? Promise.resolve([]);
    const finding = this.#client.findDoubtful(view, marked.script, marked, index).then((spots) => {
      const places = spots.map((spot) => placeOf(view, index, spot));
      // Another view or another text may be marked by now.
      if (this.#found.get(index) === finding) this.#known.set(index, places);
      return places;
    });
    this.#found.set(index, finding);
    return finding;
  }

  #forget(): void {
    this.#text = null;
    this.#found = new Map();
    this.#known = new Map();
    this.#painted = '';
  }
}

function placeOf(view: ReportView, index: number, spot: DoubtfulSpot): DoubtfulPlace {
  const { readingStart } = view.piece(index);
  const reading = { start: readingStart + spot.start, end: readingStart + spot.end };
  return { spot, reading, source: toA(view.reading.map, reading) };
}
