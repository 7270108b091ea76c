import type { Annotation } from '#core/annotations/record.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ArticleText } from '#renderer/dom/article-text.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { HighlightPainter, type HighlightPort, type Mark } from '#renderer/dom/highlight-painter.ts';
import {
  CHOSEN_STYLE,
  CURRENT_HIT_STYLE,
  DOUBTFUL_STYLE,
  fillStyle,
  FLASH_STYLE,
  HIT_STYLE,
  lineStyle,
  paintPriority,
} from '#renderer/dom/highlight-sheet.ts';
import { placeRange } from '#renderer/dom/place-range.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import { marksOfEdit, placeOfEdit } from '#renderer/dom/source-layer.ts';
import type { Repair } from '#renderer/state/report/report-repairs.ts';
import type { DoubtfulPlace } from './doubtful-marks.ts';
import { notesByBlock } from './note-spans.ts';

/** Says a note of a paragraph to a screen reader, which custom highlights tell nothing. */
export type DescribeNote = (note: Annotation) => string;

/** Milliseconds that a passage stays lit after a jump. */
export const FLASH_TIME = 1400;

/** At most so many bars fit into the margin. */
const MOST_BARS = 5;

/** Everything that is painted on an article: notes, hits, the passage of the last jump, margins and descriptions. */
export class ArticlePainter {
  readonly #notes: HighlightPainter;
  readonly #hits: HighlightPainter;
  readonly #flash: HighlightPainter;
  readonly #edits: HighlightPainter;
  readonly #doubtful: HighlightPainter;
  readonly #descriptions: HTMLElement;
  #article: ArticleText | null = null;
  #view: ReportView | null = null;
  /** Blocks whose notes are told to a screen reader, and those that hold a place which the rules leave to the user. */
  #told = new Set<number>();
  #asked = new Set<number>();
  readonly #asksWords: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `descriptions`: a hidden element of the same page that takes the lists. */
  constructor(port: HighlightPort, descriptions: HTMLElement) {
    const place = (range: TextRange) =>
      this.#article === null || this.#view === null ? null : placeRange(this.#article, this.#view, range);
    this.#notes = new HighlightPainter(port, place, paintPriority);
    this.#hits = new HighlightPainter(port, place, paintPriority);
    this.#flash = new HighlightPainter(port, place, paintPriority);
    this.#edits = new HighlightPainter(port, place, paintPriority);
    this.#doubtful = new HighlightPainter(port, place, paintPriority);
    this.#descriptions = descriptions;
    this.#asksWords = descriptions.ownerDocument.createElement('p');
    this.#asksWords.id = 'asks-of-blocks';
  }

  /** Paints on another article from now on; nothing is painted yet. */
  attach(article: ArticleText, view: ReportView): void {
    this.detach();
    this.#article = article;
    this.#view = view;
  }

  detach(): void {
    clearTimeout(this.#timer);
    for (const painter of this.#painters()) painter.clear();
    this.#descriptions.replaceChildren(this.#asksWords);
    this.#told.clear();
    this.#asked.clear();
    this.#article = null;
    this.#view = null;
  }

  textChanged(firstBlock: number, endBlock: number): void {
    for (const painter of this.#painters()) painter.refresh(firstBlock, endBlock);
  }

  paintNotes(annotations: readonly Annotation[], describe: DescribeNote): void {
    const marks: Mark[] = [];
    for (const { id, kind, code, anchor, state } of annotations) {
      if (state === 'orphan' || kind === 'bookmark') continue;
      marks.push({ id, style: kind === 'underline' ? lineStyle(code) : fillStyle(code), range: anchor });
    }
    this.#notes.paint(marks);
    this.#tellBlocks(annotations, describe);
  }

  /** `current`: index in `hits` of the hit that the walk is at; -1 for none. */
  paintHits(hits: readonly TextRange[], current: number): void {
    this.#hits.paint(
      hits.map((range, index) => ({
        id: String(index),
        style: index === current ? CURRENT_HIT_STYLE : HIT_STYLE,
        range,
      })),
    );
  }

  /** Paints what these repairs change, or leave to the user. `asksWords` describe the paragraphs of the latter. */
  paintRepairs(source: string, repairs: readonly Repair[], asksWords: string): void {
    this.#edits.paint(
      repairs.flatMap(({ edit, asks }) =>
        marksOfEdit(source, edit, asks).map(({ style, range }, index) => ({
          id: `${edit.start} ${edit.end} ${edit.rule} ${index}`,
          style,
          range,
        })),
      ),
    );
    this.#asksWords.textContent = asksWords;
    this.#tellAsked(repairs.filter(({ asks }) => asks).map(({ edit }) => placeOfEdit(source, edit)));
  }

  /** Paints characters that could be written otherwise, and those whose way the user has chosen. */
  paintDoubtful(places: readonly DoubtfulPlace[]): void {
    this.#doubtful.paint(
      places.map(({ spot, source }) => ({
        id: `${source.start} ${source.end}`,
        style: spot.chosen === null ? DOUBTFUL_STYLE : CHOSEN_STYLE,
        range: source,
      })),
    );
  }

  /** Lights a passage for a moment. */
  flash(range: TextRange): void {
    this.hold(range);
    this.#timer = setTimeout(() => this.#flash.paint([]), FLASH_TIME);
  }

  /** Lights a passage until the next flash or hold; null lights nothing. */
  hold(range: TextRange | null): void {
    clearTimeout(this.#timer);
    this.#flash.paint(range === null ? [] : [{ id: 'flash', style: FLASH_STYLE, range }]);
  }

  #painters(): readonly HighlightPainter[] {
    return [this.#notes, this.#hits, this.#flash, this.#edits, this.#doubtful];
  }

  #tellAsked(places: readonly TextRange[]): void {
    const { article, view } = { article: this.#article, view: this.#view };
    if (article === null || view === null) return;
    const asked = new Set(places.flatMap((place) => view.spotsOf(place)?.start.block ?? []));
    for (const block of this.#asked) {
      if (!asked.has(block)) describeBlock(article.element(block), this.#asksWords.id, false);
    }
    for (const block of asked) describeBlock(article.element(block), this.#asksWords.id, true);
    this.#asked = asked;
  }

  #tellBlocks(annotations: readonly Annotation[], describe: DescribeNote): void {
    const { article, view } = { article: this.#article, view: this.#view };
    if (article === null || view === null) return;
    const blocks = notesByBlock(view.reading, annotations);
    const page = this.#descriptions.ownerDocument;
    const lists = page.createDocumentFragment();
    for (const block of this.#told) {
      if (!blocks.has(block)) clearBlock(article.element(block), listOf(block));
    }
    for (const [block, { notes, bars, hidden }] of blocks) {
      const element = article.element(block);
      const list = page.createElement('ul');
      list.id = listOf(block);
      for (const note of notes) {
        const item = page.createElement('li');
        item.textContent = describe(note);
        list.append(item);
      }
      lists.append(list);
      describeBlock(element, list.id, true);
      element.classList.toggle(
        'noted',
        notes.some((note) => note.note !== ''),
      );
      element.classList.toggle('veiled', hidden);
      drawMargin(
        element,
        bars,
        notes.find(({ kind }) => kind === 'bookmark'),
      );
    }
    this.#descriptions.replaceChildren(lists, this.#asksWords);
    this.#told = new Set(blocks.keys());
  }
}

/** The id of the hidden list of a block's notes. */
function listOf(block: number): string {
  return `notes-of-block-${block}`;
}

/** Lets a hidden element describe a block beside others, or no longer. */
function describeBlock(element: HTMLElement, id: string, described: boolean): void {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  const others = ids.filter((each) => each !== '' && each !== id);
  const next = [...others, ...(described ? [id] : [])].join(' ');
  if (next === '') element.removeAttribute('aria-describedby');
  else element.setAttribute('aria-describedby', next);
}

function clearBlock(element: HTMLElement, list: string): void {
  describeBlock(element, list, false);
  element.classList.remove('noted', 'veiled');
  drawMargin(element, [], undefined);
}

/** One image in the margin: what it is painted with, where, and how large. */
type MarginImage = readonly [image: string, position: string, size: string];

/** Bars in the left margin, from the text outward, and a bookmark's ribbon in the right one. */
function drawMargin(element: HTMLElement, codes: readonly string[], bookmark: Annotation | undefined): void {
  const bars = codes.slice(0, MOST_BARS).map((code, index): MarginImage => {
    const tone = codeTone(code);
    return [`linear-gradient(${tone}, ${tone})`, `${20 - index * 4}px 0.3em`, '3px calc(100% - 0.6em)'];
  });
  const images = [...bars, ...(bookmark === undefined ? [] : ribbon(codeTone(bookmark.code)))];
  const part = (at: 0 | 1 | 2): string => images.map((image) => image[at]).join(', ');
  element.classList.toggle('barred', images.length > 0);
  element.style.backgroundImage = part(0);
  element.style.backgroundPosition = part(1);
  element.style.backgroundSize = part(2);
}

/** A ribbon of 8 by 15 pixels that ends in a swallow's tail. */
function ribbon(tone: string): readonly MarginImage[] {
  const tail = (side: string): string => `linear-gradient(to bottom ${side}, ${tone} 50%, transparent 51%)`;
  return [
    [`linear-gradient(${tone}, ${tone})`, 'right 1px top 0.35em', '8px 11px'],
    [tail('right'), 'right 5px top calc(0.35em + 11px)', '4px 4px'],
    [tail('left'), 'right 1px top calc(0.35em + 11px)', '4px 4px'],
  ];
}
