import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ViewScript } from '#core/report/script.ts';
import { snapOutward } from '#core/text/segmentation.ts';
import { selectedSpots, selectSpots } from '#renderer/dom/article-selection.ts';
import { ArticleText } from '#renderer/dom/article-text.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import { ReportView } from '#renderer/dom/report-view.ts';
import { sourceLayerOf } from '#renderer/dom/source-layer.ts';
import type { Spot, SpotRange } from '#renderer/dom/spot.ts';
import type { ViewPiece } from '#renderer/dom/view-piece.ts';
import { characterBox, firstVisibleSpot, settleSpot } from '#renderer/dom/visible-offset.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import type { ScriptTables } from '#renderer/state/report/script-rules.ts';
import { blockShape, guessedHeight, sourceLineShape } from './block-shape.ts';
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

/** What of a report an article shows. The source layer is always in the script of the source. */
export interface ShownText {
  readonly content: ReportContent;
  readonly layer: 'reading' | 'source';
  readonly script: ViewScript;
  /** Whether quotation marks follow the script. */
  readonly punctuation: boolean;
  readonly tables: ScriptTables;
}

/** A character by its source offset, and where it stands: pixels from the top edge of the scrolled box. */
interface HeldPlace {
  readonly source: number;
  readonly top: number;
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
  #punctuation = false;
  #tables: ScriptTables = { officialProse: true, choices: [] };
  #stopSettling: (() => void) | null = null;
  /** The first visible character when scrolling last rested, in pixels from the top; null at the beginning. */
  #place: HeldPlace | null = null;
  /** What the last change of the text held in its place. */
  #heldPlace: HeldPlace | null = null;
  /** What the last `open` or `change` asked for, and where. */
  #pendingText: ShownText | null = null;
  #pendingPlace: HeldPlace | null = null;
  /** The source range to be selected in the text that is being made. */
  #wantedSelection: TextRange | null = null;
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
  open(shown: ShownText, sourceOffset: number): void {
    this.close();
    this.#begin(shown, sourceOffset > 0 ? { source: sourceOffset, top: 0 } : null);
  }

  /**
   * Shows the same report with other repairs or in its other layer: the first visible character keeps its place, the
   * selection its passage. What is shown stays until the new text can take its place.
   */
  change(shown: ShownText): void {
    if (this.#article === null || this.#view === null) {
      // Still waiting for its first piece.
      const place = this.#pendingPlace;
      this.close();
      this.#begin(shown, place);
      return;
    }
    this.#wantedSelection = this.selection()?.source ?? null;
    this.#begin(shown, this.#placeToHold());
  }

  /** Makes the article of a text as soon as its first piece can be shown. */
  #begin(shown: ShownText, place: HeldPlace | null): void {
    this.#views.cancel();
    const { content, layer } = shown;
    const { text, map, blocks } = layer === 'source' ? sourceLayerOf(content) : readingOf(content);
    const starts = Int32Array.from(blocks, (block) => block.start);
    const ends = Int32Array.from(blocks, (block) => block.end);
    const view = new ReportView({ text, map, bounds: { starts, ends } });
    const script = layer === 'source' ? 'source' : shown.script;
    const pieces: ViewScript[] = Array.from({ length: view.pieceCount }, () => 'source');
    this.#script = script;
    this.#punctuation = shown.punctuation;
    this.#tables = shown.tables;
    this.#pendingPlace = place;
    this.#pendingText = shown;
    const build = (): void => {
      this.#content = content;
      this.#view = view;
      this.#shown = pieces;
      this.#place = place;
      const article = new ArticleText(this.#root, {
        cuts: view.cuts,
        guessedSize: (first, end) => guessedHeight(blocks, first, end),
        shapeOf: (i) =>
          layer === 'source'
            ? sourceLineShape(blocks[i] as (typeof blocks)[number])
            : blockShape(blocks[i] as (typeof blocks)[number], view.textOf(i).charAt(0)),
        textOf: (i) => view.textOf(i),
      });
      this.#root.classList.toggle('source-layer', layer === 'source');
      this.#article = article;
      this.#shown.forEach((each, index) => this.#tag(index, each));
      this.#selectAgain();
      const spot = place === null ? null : view.spotOf(place.source);
      this.#events.onBuilt(article, view);
      if (spot !== null && place !== null) this.#hold(spot, place.top);
    };
    if (!needsConversion(content, view, script)) {
      build();
      this.#events.onViewReady(script);
      return;
    }
    const start = view.pieceOfBlock(view.spotOf(place?.source ?? 0)?.block ?? 0);
    this.#ask(content, view, start, (index, piece) => {
      if (this.#view === view) return this.#show(index, piece, Math.abs(index - start) <= 1);
      view.replace(index, piece);
      pieces[index] = script;
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
    this.#wantedSelection = null;
    this.#heldPlace = null;
    this.#pendingText = null;
    this.#pendingPlace = null;
    this.#content = null;
    this.#article = null;
    this.#view = null;
    this.#place = null;
    this.#root.replaceChildren();
  }

  /** Shows the report in another script, the visible part first, with the first visible character held in its place. */
  showScript(script: ViewScript, tables: ScriptTables): void {
    if (this.#pendingText === null || (script === this.#script && tables === this.#tables)) return;
    if (this.#article === null || this.#view === null || this.#content === null) {
      // Still waiting for its first piece: begin again with the new script.
      this.#begin({ ...this.#pendingText, script, tables }, this.#pendingPlace);
      return;
    }
    this.#script = script;
    this.#tables = tables;
    const view = this.#view;
    this.#placeToHold();
    this.#noteSelection();
    if (needsConversion(this.#content, view, script)) {
      const start = view.pieceOfBlock(view.spotOf(this.#place?.source ?? 0)?.block ?? 0);
      this.#ask(this.#content, view, start, (index, piece) =>
        this.#show(index, piece, Math.abs(index - start) <= 1),
      );
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

  /** The place that a change of the text keeps: the one kept by the last change, unless the user has moved since. */
  #placeToHold(): HeldPlace | null {
    const held = this.#heldPlace;
    if (held !== null && this.#isStillAt(held)) this.#place = held;
    else this.notePlace();
    this.#heldPlace = this.#place;
    return this.#place;
  }

  #isStillAt({ source, top }: HeldPlace): boolean {
    const spot = this.#view?.spotOf(source) ?? null;
    if (spot === null || this.#article === null) return false;
    const edge = this.#scroller.getBoundingClientRect().top;
    return Math.abs(characterBox(this.#article, spot).top - edge - top) < 1.5;
  }

  #ask(
    content: ReportContent,
    view: ReportView,
    firstPiece: number,
    onPiece: (index: number, piece: ViewPiece) => void,
  ): void {
    const script = this.#script;
    const asked = { view: script, punctuation: this.#punctuation, tables: this.#tables };
    this.#views.ask(view, content.summary.script, asked, outward(firstPiece, view.pieceCount), {
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

  #selectAgain(): void {
    const source = this.#wantedSelection;
    this.#wantedSelection = null;
    this.#selected = null;
    const spots = source === null ? null : (this.#view?.spotsOf(source) ?? null);
    if (spots === null || this.#article === null || this.#view === null) return;
    selectSpots(this.#article, spots, this.#root.ownerDocument.getSelection());
    this.#selected = { spots, reading: this.#view.readingOf(spots) };
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
    const tag = reportLanguage(script, this.#content);
    if (group.lang !== tag) group.lang = tag;
  }

  #hold(spot: Spot, top: number): void {
    this.#stopSettling?.();
    if (this.#article === null) return;
    this.#stopSettling = settleSpot(this.#scroller, this.#article, spot, top);
  }
}

function needsConversion({ summary }: ReportContent, view: ReportView, script: ViewScript): boolean {
  return script !== 'source' && summary.script !== 'none' && view.pieceCount > 0;
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
