import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { languageTag, type ViewScript } from '#core/report/script.ts';
import { snapOutward } from '#core/text/segmentation.ts';
import { selectedSpots, selectSpots } from '#renderer/dom/article-selection.ts';
import { ArticleText } from '#renderer/dom/article-text.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import { ReportView } from '#renderer/dom/report-view.ts';
import type { Spot, SpotRange } from '#renderer/dom/spot.ts';
import type { ViewPiece } from '#renderer/dom/view-piece.ts';
import { firstVisibleSpot, settleSpot } from '#renderer/dom/visible-offset.ts';
import { blockShape, guessedHeight } from './block-shape.ts';
import type { ViewClient } from './view-client.ts';

export interface ArticleEvents {
  /** A report's blocks stand in the page. */
  readonly onBuilt: (article: ArticleText, view: ReportView) => void;
  /** Blocks [firstBlock, endBlock) show other text than before. */
  readonly onTextChanged: (firstBlock: number, endBlock: number) => void;
  /** The whole report is shown in the script asked for. */
  readonly onViewReady: (script: ViewScript) => void;
  readonly onFailed: (message: string) => void;
}

/** An article in the page with what it shows: a report, a script, a place. */
export class ArticleController {
  readonly #root: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #views: ViewClient;
  readonly #events: ArticleEvents;
  #content: ReportContent | null = null;
  #article: ArticleText | null = null;
  #view: ReportView | null = null;
  /** What each piece shows; `source` for the plain reading text. */
  #shown: ViewScript[] = [];
  #script: ViewScript = 'source';
  #stopSettling: (() => void) | null = null;
  /** The first visible character when scrolling last rested, in pixels from the top; null at the beginning. */
  #place: { readonly source: number; readonly top: number } | null = null;
  #selected: { readonly spots: SpotRange; readonly reading: TextRange } | null = null;

  constructor(root: HTMLElement, scroller: HTMLElement, views: ViewClient, events: ArticleEvents) {
    this.#root = root;
    this.#scroller = scroller;
    this.#views = views;
    this.#events = events;
  }

  get article(): ArticleText | null {
    return this.#article;
  }

  get view(): ReportView | null {
    return this.#view;
  }

  /** Shows a report with the character at `sourceOffset` at the top; 0 shows its beginning. */
  open(content: ReportContent, script: ViewScript, sourceOffset: number): void {
    this.close();
    const { text, map, blocks } = readingOf(content);
    const starts = Int32Array.from(blocks, (block) => block.start);
    const ends = Int32Array.from(blocks, (block) => block.end);
    const view = new ReportView({ text, map, bounds: { starts, ends } });
    this.#content = content;
    this.#view = view;
    this.#script = script;
    this.#shown = Array.from({ length: view.pieceCount }, () => 'source');
    const build = (): void => {
      const article = new ArticleText(this.#root, {
        cuts: view.cuts,
        guessedSize: (first, end) => guessedHeight(blocks, first, end),
        shapeOf: (i) => blockShape(blocks[i] as (typeof blocks)[number], view.textOf(i).charAt(0)),
        textOf: (i) => view.textOf(i),
      });
      this.#article = article;
      this.#shown.forEach((shown, index) => this.#tag(index, shown));
      const spot = sourceOffset > 0 ? view.spotOf(sourceOffset) : null;
      this.#events.onBuilt(article, view);
      if (spot !== null) {
        this.#place = { source: sourceOffset, top: 0 };
        this.#hold(spot, 0);
      }
    };
    if (!this.#needsConversion(script)) {
      build();
      this.#events.onViewReady(script);
      return;
    }
    const start = view.pieceOfBlock(view.spotOf(sourceOffset)?.block ?? 0);
    this.#ask(start, (index, piece) => {
      if (this.#article !== null) return this.#show(index, piece, Math.abs(index - start) <= 1);
      view.replace(index, piece);
      this.#shown[index] = script;
      build();
    });
  }

  /** Takes the report out of the page. */
  close(): void {
    this.#views.cancel();
    this.#stopSettling?.();
    // Only where something was shown: it makes the page lay out.
    if (this.#article !== null) this.#scroller.scrollTop = 0;
    this.#selected = null;
    this.#content = null;
    this.#article = null;
    this.#view = null;
    this.#place = null;
    this.#root.replaceChildren();
  }

  /** Shows the report in another script, the visible part first, with the first visible character held in its place. */
  showScript(script: ViewScript): void {
    if (this.#content === null || this.#view === null || script === this.#script) return;
    this.#script = script;
    const view = this.#view;
    if (this.#article === null) {
      // Still waiting for its first piece: begin again with the new script.
      this.open(this.#content, script, 0);
      return;
    }
    this.notePlace();
    this.#noteSelection();
    if (this.#needsConversion(script)) {
      const start = view.pieceOfBlock(view.spotOf(this.#place?.source ?? 0)?.block ?? 0);
      this.#ask(start, (index, piece) => this.#show(index, piece, Math.abs(index - start) <= 1));
      return;
    }
    this.#views.cancel();
    for (let index = 0; index < view.pieceCount; index += 1) {
      if (this.#shown[index] !== 'source') this.#put(index, view.plain(index), 'source');
    }
    this.holdPlace();
    this.#events.onViewReady(script);
  }

  /** Remembers the first visible character. Answers its source offset; 0 at the very beginning. */
  notePlace(): number {
    const { article, view } = { article: this.#article, view: this.#view };
    this.#place = null;
    if (article === null || view === null || this.#scroller.scrollTop <= 0) return 0;
    const visible = firstVisibleSpot(this.#scroller, article);
    if (visible === null) return 0;
    const source = view.sourceOffsetOf(visible);
    this.#place = { source, top: visible.top };
    return source;
  }

  /** Brings the remembered character back to where it stood. */
  holdPlace(): void {
    const spot = this.#place === null ? null : (this.#view?.spotOf(this.#place.source) ?? null);
    if (spot !== null && this.#place !== null) this.#hold(spot, this.#place.top);
  }

  /** The selected source range, snapped outward to whole graphemes, with where it is shown. */
  selection(): { readonly source: TextRange; readonly spots: SpotRange } | null {
    if (this.#article === null || this.#view === null || this.#content === null) return null;
    const spots = selectedSpots(this.#article, this.#root.ownerDocument.getSelection());
    if (spots === null) return null;
    const source = snapOutward(this.#content.source, this.#view.sourceOf(spots));
    return source.start === source.end ? null : { source, spots };
  }

  /** Brings a source offset into the window, a third from the top. */
  jumpTo(sourceOffset: number): Spot | null {
    const spot = this.#view?.spotOf(sourceOffset) ?? null;
    if (spot !== null) this.#hold(spot, Math.round(this.#scroller.clientHeight / 3));
    return spot;
  }

  #needsConversion(script: ViewScript): boolean {
    return (
      script !== 'source' && this.#content?.summary.script !== 'none' && (this.#view?.pieceCount ?? 0) > 0
    );
  }

  #ask(firstPiece: number, onPiece: (index: number, piece: ViewPiece) => void): void {
    const { content, view } = { content: this.#content, view: this.#view };
    if (content === null || view === null) return;
    const script = this.#script;
    this.#views.ask(view, content.summary.script, script, outward(firstPiece, view.pieceCount), {
      onPiece,
      onDone: () => this.#events.onViewReady(script),
      onFailed: (message) => this.#events.onFailed(message),
    });
  }

  /** `near`: the piece may be in the window, so its change may move what is seen; others keep their guessed sizes. */
  #show(index: number, piece: ViewPiece, near: boolean): void {
    this.#put(index, piece, this.#script);
    if (near) this.holdPlace();
  }

  #put(index: number, piece: ViewPiece, script: ViewScript): void {
    const { article, view } = { article: this.#article, view: this.#view };
    if (article === null || view === null) return;
    view.replace(index, piece);
    this.#shown[index] = script;
    for (let block = piece.firstBlock; block < piece.endBlock; block += 1) {
      article.setText(block, view.textOf(block));
    }
    this.#tag(index, script);
    this.#restoreSelection(piece);
    this.#events.onTextChanged(piece.firstBlock, piece.endBlock);
  }

  /** Text that is set under a selection drops it: what is selected is remembered in the reading text. */
  #noteSelection(): void {
    if (this.#article === null || this.#view === null) return;
    const spots = selectedSpots(this.#article, this.#root.ownerDocument.getSelection());
    this.#selected = spots === null ? null : { spots, reading: this.#view.readingOf(spots) };
  }

  #restoreSelection(piece: ViewPiece): void {
    if (this.#selected === null || this.#article === null || this.#view === null) return;
    const { spots, reading } = this.#selected;
    if (spots.end.block < piece.firstBlock || spots.start.block >= piece.endBlock) return;
    const again = this.#view.spotsOfReading(reading);
    if (again !== null) selectSpots(this.#article, again, this.#root.ownerDocument.getSelection());
  }

  /** Tells fonts and screen readers the script of a piece. */
  #tag(index: number, script: ViewScript): void {
    const group = this.#article?.groups[index];
    if (group === undefined || this.#content === null) return;
    const tag = languageTag(script, this.#content.summary.script);
    if (group.lang !== tag) group.lang = tag;
  }

  #hold(spot: Spot, top: number): void {
    this.#stopSettling?.();
    if (this.#article === null) return;
    this.#stopSettling = settleSpot(this.#scroller, this.#article, spot, top);
  }
}

/** All of `count` pieces, from the first wanted one outward to both sides. */
export function outward(first: number, count: number): readonly number[] {
  const order: number[] = [];
  for (let distance = 0; order.length < count; distance += 1) {
    if (first + distance < count) order.push(first + distance);
    if (distance > 0 && first - distance >= 0) order.push(first - distance);
  }
  return order;
}
