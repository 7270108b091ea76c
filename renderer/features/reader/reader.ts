import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Annotation } from '#core/annotations/record.ts';
import { rangesOverlap, type TextRange } from '#core/base/text-range.ts';
import { toB } from '#core/text/map-range.ts';
import { extendSelection, selectBlock, type Extent } from '#renderer/dom/paragraph-cursor.ts';
import { pageHighlights } from '#renderer/dom/place-range.ts';
import type { Spot } from '#renderer/dom/spot.ts';
import { placeOfEdit } from '#renderer/dom/source-layer.ts';
import { boxesOf, spotAtPoint } from '#renderer/dom/spot-at-point.ts';
import { firstVisibleSpot } from '#renderer/dom/visible-offset.ts';
import type { Repair } from '#renderer/state/report/report-repairs.ts';
import { ArticleController, type ShownText } from './article-controller.ts';
import { ArticlePainter, type DescribeNote } from './article-painter.ts';
import { DoubtfulMarks, type DoubtfulPlace } from './doubtful-marks.ts';
import { paragraphOf, type CurrentParagraph } from './current-paragraph.ts';
import { FindSight } from './find-sight.ts';
import { NOTHING, type ReaderElements, type ReaderState } from './reader-state.ts';
import { RepairMarks } from './repair-marks.ts';
import { bringIntoSight, isBlockVisible, placeInSight, visibleBox, type Box } from './sight.ts';
import type { ViewClient } from './view-client.ts';

/** One article in the page with all that happens on it; its components show `state` and call the methods. */
export class Reader {
  readonly state: StoreApi<ReaderState> = createStore<ReaderState>()(() => NOTHING);
  readonly #elements: ReaderElements;
  readonly #controller: ArticleController;
  readonly #painter: ArticlePainter;
  readonly #marks: RepairMarks;
  readonly doubtful: DoubtfulMarks;
  readonly findSight: FindSight;
  readonly scroller: HTMLElement;
  #current = 0;
  /** Source offset of the paragraph that the keys are at, for the next text. */
  #currentPlace = 0;
  #text: ShownText | null = null;
  #built = 0;
  #barWanted: (() => void) | null = null;
  #movedByKey: (() => void) | null = null;
  #lastDoubtful: DoubtfulPlace | null = null;
  /** Source offset of the last repair whose panel was open. */
  #lastRepair: number | null = null;

  constructor(elements: ReaderElements, views: ViewClient) {
    this.#elements = elements;
    this.#painter = new ArticlePainter(pageHighlights(), elements.descriptions);
    this.#marks = new RepairMarks(elements.scroller, this.#painter);
    this.#controller = new ArticleController(elements.root, elements.scroller, views, {
      onBuilt: (article, view) => {
        this.#painter.attach(article, view);
        this.#built += 1;
        this.setCurrent(view.spotOf(this.#currentPlace)?.block ?? 0, false);
        this.state.setState({ built: this.#built });
      },
      onTextChanged: (firstBlock, endBlock) => {
        this.#painter.textChanged(firstBlock, endBlock);
      },
      onViewReady: (script) => {
        this.state.setState({ script, conversionFailed: false });
        if (this.state.getState().selection !== null) this.placeSelection();
      },
      onFailed: () => this.state.setState({ conversionFailed: true }),
    });
    this.scroller = elements.scroller;
    this.findSight = new FindSight(elements.scroller, this.#controller);
    this.doubtful = new DoubtfulMarks(elements.scroller, this.#painter, views, this.#controller);
  }

  /** Shows a text: a new one at a source offset, another state or layer of the one shown at the same place. */
  show(text: ShownText, sourceOffset: number): void {
    const before = this.#text;
    this.#text = text;
    if (before === null || before.content.sourceHash !== text.content.sourceHash) {
      this.#painter.detach();
      this.state.setState(NOTHING);
      this.#currentPlace = sourceOffset;
      this.#controller.open(text, sourceOffset);
    } else if (
      before.content !== text.content ||
      before.layer !== text.layer ||
      before.punctuation !== text.punctuation
    ) {
      this.#currentPlace = this.#placeOfCurrent();
      if (before.layer !== text.layer) this.closePanel();
      this.state.setState({ script: null });
      this.#controller.change(text);
    } else {
      const script = text.layer === 'source' ? 'source' : text.script;
      const isShown = this.state.getState().script === script && before.tables === text.tables;
      if (!isShown) this.state.setState({ script: null });
      this.#controller.showScript(script, text.tables);
    }
  }

  close(): void {
    this.#text = null;
    this.#marks.take('', [], '');
    this.#lastRepair = null;
    this.doubtful.take(null);
    this.#painter.detach();
    this.#controller.close();
    this.state.setState(NOTHING);
  }

  paintNotes(annotations: readonly Annotation[], describe: DescribeNote): void {
    this.#painter.paintNotes(annotations, describe);
  }

  paintHits(hits: readonly TextRange[], current: number): void {
    this.#painter.paintHits(hits, current);
  }

  /** Marks these repairs; `asksWords` describe the paragraphs with those that are left to the user. */
  paintRepairs(repairs: readonly Repair[], asksWords: string): void {
    this.#marks.take(this.#text?.content.source ?? '', repairs, asksWords);
    this.paintRepairsInSight();
  }

  /** To be called after scrolling. */
  paintRepairsInSight(): void {
    this.#marks.paintInSight(this.#controller);
  }

  /** Looks where the reader stands and remembers it: source offset of the first visible character. */
  notePlace(): number {
    return this.#controller.notePlace();
  }

  /** After a change of layout: the character that was seen first stands where it stood. */
  holdPlace(): void {
    this.#controller.holdPlace();
    this.placeSelection();
  }

  /** Brings a passage into the window and, where wanted, lights it for a moment. */
  jumpTo(range: TextRange, flash: boolean): void {
    const spot = this.#controller.jumpTo(range.start);
    if (spot !== null) this.setCurrent(spot.block, false);
    if (flash) this.#painter.flash(range);
  }

  /** Looks at the page's selection again. */
  placeSelection(): void {
    const selected = this.#controller.selection();
    const { article } = this.#controller;
    if (selected === null || article === null) {
      if (this.state.getState().selection !== null) this.state.setState({ selection: null });
      return;
    }
    const box = visibleBox(
      this.#elements.scroller,
      boxesOf(article, selected.spots.start, selected.spots.end),
    );
    this.#current = selected.spots.end.block;
    this.state.setState({ selection: box === null ? null : { source: selected.source, box } });
  }

  /** What is selected now: a key may come before the frame in which the page's selection is usually looked at. */
  selectionNow(): ReaderState['selection'] {
    if (this.selectedText() !== '') this.placeSelection();
    return this.state.getState().selection;
  }

  /** The text that is selected, as it is shown; empty when nothing is. */
  selectedText(): string {
    return this.#elements.root.ownerDocument.getSelection()?.toString() ?? '';
  }

  dropSelection(): void {
    this.#elements.root.ownerDocument.getSelection()?.removeAllRanges();
    this.state.setState({ selection: null });
  }

  extend(extent: Extent): void {
    const { article } = this.#controller;
    if (article === null) return;
    extendSelection(article, article.root.ownerDocument.getSelection(), this.#current, extent);
  }

  selectParagraph(): void {
    const { article } = this.#controller;
    if (article !== null) selectBlock(article, article.root.ownerDocument.getSelection(), this.#current);
  }

  moveParagraph(by: 1 | -1): void {
    const { article } = this.#controller;
    if (article === null || article.blockCount === 0) return;
    // After scrolling away the walk goes on from what is seen.
    const visible = firstVisibleSpot(this.#elements.scroller, article)?.block ?? 0;
    const from = this.#isVisible(this.#current) ? this.#current + by : visible;
    this.dropSelection();
    this.setCurrent(Math.min(Math.max(0, from), article.blockCount - 1), true);
  }

  setCurrent(block: number, byKey: boolean): void {
    const { article } = this.#controller;
    this.#current = block;
    if (article === null || article.blockCount === 0) return;
    for (const old of article.root.querySelectorAll('.current')) {
      old.classList.remove('current');
      old.removeAttribute('data-by-key');
    }
    const element = article.element(block);
    element.classList.add('current');
    if (!byKey) return;
    element.dataset['byKey'] = '';
    element.scrollIntoView({ block: 'nearest' });
    this.#movedByKey?.();
  }

  /** The paragraph that the keys are at; after scrolling away the first in sight. Null while there is no text. */
  currentParagraph(): CurrentParagraph | null {
    const { article, view } = this.#controller;
    if (article === null || view === null || article.blockCount === 0) return null;
    const visible = firstVisibleSpot(this.#elements.scroller, article)?.block ?? 0;
    return paragraphOf(view, this.#isVisible(this.#current) ? this.#current : visible);
  }

  /** Is told when keys led to another paragraph. */
  onMovedByKey(listener: (() => void) | null): void {
    this.#movedByKey = listener;
  }

  /** The panel for the notes under a point; clicking again leads from the shortest to the next. */
  openPanelAt(x: number, y: number, annotations: readonly Annotation[]): readonly string[] {
    const { article, view } = this.#controller;
    if (article === null || view === null) return [];
    const spot = spotAtPoint(article, x, y);
    if (spot === null) return [];
    this.setCurrent(spot.block, false);
    const character = view.sourceOf({ start: spot, end: { block: spot.block, offset: spot.offset + 1 } });
    const here = annotations.filter(
      (note) => note.state !== 'orphan' && rangesOverlap(note.anchor, character),
    );
    return this.#openPanel(here, spot);
  }

  /** The panel for what is marked under a point, a doubtful character or a repair; false where nothing is. */
  openMarkAt(x: number, y: number): boolean {
    const { article, view } = this.#controller;
    const spot = article === null ? null : spotAtPoint(article, x, y);
    if (article === null || view === null || spot === null) return false;
    const end = { block: spot.block, offset: spot.offset + 1 };
    const [box] = boxesOf(article, spot, end);
    const [place, repair] = [this.doubtful.at(view.sourceOffsetOf(spot)), this.#repairOf(spot)];
    if (box === undefined || (place === undefined && repair === undefined)) return false;
    const { panel } = this.state.getState();
    // Clicking again leads on, to the notes there.
    if (place === undefined && panel?.kind === 'repair' && panel.repair.key === repair?.key) return false;
    this.setCurrent(spot.block, false);
    if (place !== undefined) this.#openDoubtful(place, box, false);
    else if (repair !== undefined) this.#openRepair(repair, box, false);
    return true;
  }

  /** The repair that is marked under a point, with the element of its paragraph. */
  repairAt(x: number, y: number): { readonly repair: Repair; readonly element: HTMLElement } | null {
    const { article } = this.#controller;
    const spot = article === null ? null : spotAtPoint(article, x, y);
    const repair = spot === null ? undefined : this.#repairOf(spot);
    if (article === null || spot === null || repair === undefined) return null;
    return { repair, element: article.element(spot.block) };
  }

  /** Goes to the next place that the rules leave to the user, or the one before, and opens its panel; false where none is. */
  walkAsking(direction: 1 | -1): boolean {
    const seen = this.#lastRepair === null ? null : this.#controller.view?.spotOf(this.#lastRepair);
    const goesOn = seen !== null && seen !== undefined && this.#isVisible(seen.block);
    const repair = this.#marks.nextAsking(goesOn ? (this.#lastRepair ?? 0) : this.notePlace() - 1, direction);
    const source = this.#text?.content.source;
    if (repair === undefined || source === undefined) return false;
    const sight = bringIntoSight(this.scroller, this.#controller, placeOfEdit(source, repair.edit));
    if (sight === null) return false;
    this.setCurrent(sight.block, false);
    this.#openRepair(repair, sight.box, true);
    return true;
  }

  #repairOf({ block, offset }: Spot): Repair | undefined {
    const { view } = this.#controller;
    if (view === null) return undefined;
    return this.#marks.at(view.sourceOf({ start: { block, offset }, end: { block, offset: offset + 1 } }));
  }

  #openRepair(repair: Repair, box: Box, byKey: boolean): void {
    this.#lastRepair = repair.edit.start;
    this.state.setState({ panel: { kind: 'repair', repair, box, byKey }, selection: null });
  }

  /** Goes to the next doubtful character, or the one before, and opens its panel; false where there is none. */
  async walkDoubtful(direction: 1 | -1): Promise<boolean> {
    const { view } = this.#controller;
    const panel = this.state.getState().panel;
    if (view === null) return false;
    const from = panel?.kind === 'doubtful' ? panel.place : this.#lastDoubtful;
    const seen = from === null ? null : view.spotOf(from.source.start);
    const start =
      from !== null && seen !== null && this.#isVisible(seen.block)
        ? from.reading.start
        : toB(view.reading.map, { start: this.notePlace(), end: this.notePlace() }).start - 1;
    const place = await this.doubtful.next(start, direction);
    if (place === null || this.#controller.view !== view) return false;
    const sight = bringIntoSight(this.scroller, this.#controller, place.source);
    if (sight === null) return false;
    this.setCurrent(sight.block, false);
    this.#openDoubtful(place, sight.box, true);
    return true;
  }

  #openDoubtful(place: DoubtfulPlace, box: Box, byKey: boolean): void {
    this.#lastDoubtful = place;
    this.#painter.hold(place.source);
    this.state.setState({ panel: { kind: 'doubtful', place, box, byKey }, selection: null });
  }

  /** The panel for the notes of the current paragraph, or for `note` where it is given. */
  openPanel(annotations: readonly Annotation[], note?: Annotation): readonly string[] {
    const { view } = this.#controller;
    if (view === null) return [];
    if (note !== undefined) {
      const spot = view.spotOf(note.anchor.start);
      return spot === null ? [] : this.#openPanel([note], spot);
    }
    const here = annotations.filter((each) => {
      const spots = view.spotsOf(each.anchor);
      return spots !== null && spots.start.block <= this.#current && spots.end.block >= this.#current;
    });
    const spot = here[0] === undefined ? null : (view.spotsOf(here[0].anchor)?.start ?? null);
    return spot === null ? [] : this.#openPanel(here, spot);
  }

  /** The panel for writing a note on the selection, or for correcting it. False when nothing is selected. */
  openDraft(kind: 'draft' | 'correction' = 'draft'): boolean {
    const selection = this.selectionNow();
    if (selection === null) return false;
    this.#painter.hold(selection.source);
    this.state.setState({ panel: { kind, ...selection }, selection: null });
    return true;
  }

  closePanel(): void {
    if (this.state.getState().panel === null) return;
    this.#painter.hold(null);
    this.state.setState({ panel: null });
  }

  /** Asks the bar at the selection to take the focus. */
  focusBar(): void {
    this.#barWanted?.();
  }

  onBarWanted(listener: () => void): () => void {
    this.#barWanted = listener;
    return () => {
      if (this.#barWanted === listener) this.#barWanted = null;
    };
  }

  /** What the article shows for a source range; null when it shows nothing of it. */
  shownTextOf(source: TextRange): string | null {
    return this.#controller.view?.shownTextOf(source) ?? null;
  }

  /** Source offset of what the eye is at; 0 when nothing is shown. */
  placeInSight(): number {
    return placeInSight(this.#elements.scroller, this.#controller);
  }

  holdsFocus(): boolean {
    return this.#elements.scroller.contains(this.#elements.root.ownerDocument.activeElement);
  }

  focus(): void {
    this.#elements.root.focus({ preventScroll: true });
  }

  #openPanel(notes: readonly Annotation[], spot: Spot): readonly string[] {
    const { article } = this.#controller;
    if (article === null || notes.length === 0) return [];
    const length = (note: Annotation): number => note.anchor.end - note.anchor.start;
    const noteIds = [...notes].sort((a, b) => length(a) - length(b)).map(({ id }) => id);
    const box = boxesOf(article, spot, { block: spot.block, offset: spot.offset + 1 })[0];
    if (box === undefined) return [];
    this.state.setState({ panel: { kind: 'notes', noteIds, box }, selection: null });
    return noteIds;
  }

  #placeOfCurrent(): number {
    const { article, view } = this.#controller;
    if (article === null || view === null || this.#current >= view.blockCount) return this.#currentPlace;
    return view.sourceOffsetOf({ block: this.#current, offset: 0 });
  }

  #isVisible(block: number): boolean {
    const { article } = this.#controller;
    return article !== null && isBlockVisible(this.#elements.scroller, article, block);
  }
}
