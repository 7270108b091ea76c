import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { WrittenBlock } from './document-writer.ts';
import { densestRun } from './html-density.ts';
import { menusBefore } from './html-menus.ts';
import { bareName, namedLine } from '../named-line.ts';
import { isPaperTitle, labelledTitles } from './html-title.ts';
import { isPaperHead, linesBehind } from './paper-frame.ts';
import type { HtmlScan } from './html-scan.ts';

/** Above this the search would take seconds (it walks ancestors of every paragraph); sentences are counted then. */
const MOST_ELEMENTS = 15_000;
const MOST_DEPTH = 100;
/** What is found must hold this much, or it is not the text. */
const LEAST_CHARS = 100;
const LEAST_SHARE = 0.1;
const LINKED_SHARE = 0.6;
/** How much less an element that sites are known to use may hold than what the search finds. */
const KNOWN_WEIGHT = 2.5;
/** A page with fewer links has nothing around its text. */
const LEAST_LINKED = 0.15;
const LONGEST_VALUE = 500;
/** A known element may hold less, when it holds a sentence. */
const LEAST_KNOWN = 30;
/** How far into the text, and how far above it, a title can stand. */
const HEAD_BLOCKS = 12;
const NEAR_BLOCKS = 8;
const LEAST_PROSE = 30;
const SENTENCE = /[。；！？]/u;
const ITEM_MARK = /^(?:• |\S{1,6}[.、] ?)/u;
const MARK = 'zhupi-element-';

/** What is used of linkedom's nodes; the DOM's own types are not part of this room. */
interface DomElement {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  textContent: string;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** A page as it was written, before its main text is known. */
export interface WrittenPage {
  readonly html: string;
  readonly scan: HtmlScan;
  readonly source: string;
  readonly blocks: readonly WrittenBlock[];
  /** What the head of the page calls it; empty where it says nothing. */
  readonly titles: readonly string[];
}

/**
 * Marks the blocks outside the main text of a page as furniture. Mozilla's Readability finds the text, or the element that sites
 * are known to put it into where that holds more; on pages too large for the search, the run with most sentences. Parts
 * of a text are dropped by the search too, so everything between its first and its last block counts as text, except lines
 * of links. When nothing certain is found, all but menus stays as it is.
 */
export function markFurniture(page: WrittenPage): readonly WrittenBlock[] {
  const { blocks, source } = page;
  const { isKept, least } = mainText(page);
  const isMostlyLinks = (block: WrittenBlock): boolean => isLinks(block, source);
  const first = blocks.findIndex(isKept);
  const last = blocks.findLastIndex(isKept);
  const found = sizeOf(blocks.filter(isKept));
  if (first < 0 || found < least || found < sizeOf(blocks) * LEAST_SHARE) {
    const title = titleOf(page, 0, blocks.length - 1);
    const menus = menusBefore(blocks, source, isMostlyLinks, title);
    return blocks.map((block) => (menus.has(block) ? { ...block, furniture: true } : block));
  }
  const title = titleOf(page, first, last);
  const menus = menusBefore(blocks.slice(first, last + 1), source, isMostlyLinks, title - first);
  const frame = paperFrame(page, first, last, title);
  return blocks.map((block, index) => {
    if (menus.has(block)) return { ...block, furniture: true };
    if (frame.has(block)) return block;
    if (index === title && index < first) {
      return block.kind === 'heading' ? block : { ...block, kind: 'heading', level: 1 };
    }
    const isInside = index >= first && index <= last;
    const isText = isKept(block) || (isInside && !isMostlyLinks(block));
    return isText && !(index < title && isMostlyLinks(block)) ? block : { ...block, furniture: true };
  });
}

function sizeOf(blocks: readonly WrittenBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.end - block.start, 0);
}

/** Whether a block is mostly links that lead out of the page; the mark of an item is no part of it. */
function isLinks({ linked, start, end, kind }: WrittenBlock, source: string): boolean {
  const mark = kind === 'list-item' ? (ITEM_MARK.exec(source.slice(start, end))?.[0].length ?? 0) : 0;
  return linked > (end - start - mark) * LINKED_SHARE;
}

/** Whether a block is of the main text, and how much of it must be there. */
function mainText({ html, scan, source, blocks }: WrittenPage): {
  readonly isKept: (block: WrittenBlock) => boolean;
  readonly least: number;
} {
  const isSearched = scan.elements <= MOST_ELEMENTS && scan.depth <= MOST_DEPTH;
  const kept = isSearched ? keptElements(html, scan.elements) : new Set<number>();
  const isKept = (block: WrittenBlock): boolean => !block.furniture && kept.has(block.owner);
  const isKnown = (block: WrittenBlock): boolean =>
    !block.furniture && block.isMain === true && !isLinks(block, source);
  const [keptSize, knownSize] = [sizeOf(blocks.filter(isKept)), sizeOf(blocks.filter(isKnown))];
  if (knownSize >= LEAST_CHARS && knownSize * KNOWN_WEIGHT >= keptSize) {
    return { isKept: isKnown, least: LEAST_CHARS };
  }
  if (keptSize >= LEAST_CHARS) return { isKept, least: LEAST_CHARS };
  // News of two sentences, in an element that holds nothing else.
  const isNews = blocks.some(
    (block) => isKnown(block) && SENTENCE.test(source.slice(block.start, block.end)),
  );
  if (isNews && knownSize >= LEAST_KNOWN) return { isKept: isKnown, least: LEAST_KNOWN };
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  const isClean = isSearched && linked < sizeOf(blocks) * LEAST_LINKED;
  const run = isClean ? undefined : densestRun(blocks, source);
  if (run === undefined) return { isKept, least: LEAST_CHARS };
  const members = new Set(blocks.slice(run[0], run[1] + 1));
  return { isKept: (block) => !block.furniture && members.has(block), least: LEAST_CHARS };
}

/**
 * The block that holds the title, above the text (which the search takes away as the page's) or among the first lines of it: the
 * line that the head of the page or the table above the text calls it, else, above it, the nearest of the highest headings or of the
 * lines that are the title of a paper. -1 when there is none.
 */
function titleOf({ blocks, source, titles }: WrittenPage, first: number, last: number): number {
  const texts = blocks.map((block) =>
    block.furniture ? '' : bareName(source.slice(block.start, block.end)),
  );
  const above = blocks.slice(0, first);
  const labelled = labelledTitles(above.map(({ start, end }) => source.slice(start, end)));
  const head = Math.min(first + HEAD_BLOCKS, last + 1);
  const begin = texts.findIndex((text, at) => at >= first && at < head && isProse(text));
  const said = namedLine(texts.slice(0, begin < 0 ? head : begin), [...titles, ...labelled]);
  if (said >= 0) return said;
  const headings = above.map(({ kind, level, furniture }) => (kind === 'heading' && !furniture ? level : 9));
  const highest = Math.min(...headings, 9);
  if (highest <= 3) return headings.lastIndexOf(highest);
  const near = Math.max(0, first - NEAR_BLOCKS);
  return above.findLastIndex(
    (block, at) => at >= near && !isLinks(block, source) && isPaperTitle(texts[at] ?? ''),
  );
}

/** The blocks above and below the text that belong to its paper, and do not stand in it. */
function paperFrame(
  { blocks, source }: WrittenPage,
  first: number,
  last: number,
  title: number,
): ReadonlySet<WrittenBlock> {
  const lineOf = ({ start, end }: WrittenBlock): string => source.slice(start, end).trim();
  const inText = new Set(blocks.slice(first, last + 1).map(lineOf));
  const above = blocks.slice(title >= 0 && title < first ? title : Math.max(0, first - NEAR_BLOCKS), first);
  const isOwn = (block: WrittenBlock): boolean => !block.furniture && !isLinks(block, source);
  const behind = blocks.slice(last + 1);
  const links = behind.findIndex((block) => !isOwn(block));
  const below = links < 0 ? behind : behind.slice(0, links);
  const signed = below.slice(0, linesBehind(below.map(lineOf)));
  return new Set([
    ...above.filter((block) => isOwn(block) && isPaperHead(lineOf(block)) && !inText.has(lineOf(block))),
    ...signed,
  ]);
}

function isProse(text: string): boolean {
  return text.length >= LEAST_PROSE && SENTENCE.test(text);
}

/** Numbers of the elements, in the order of the page, that are left in the main text. */
function keptElements(html: string, expected: number): ReadonlySet<number> {
  const kept = new Set<number>();
  try {
    const { document } = parseHTML(html) as unknown as { document: DomElement };
    const elements = [...document.querySelectorAll('*')];
    // A page that the two parsers see differently cannot be marked.
    if (elements.length !== expected) return kept;
    elements.forEach((element, index) => {
      shorten(element);
      element.setAttribute(`${MARK}${index + 1}`, '');
    });
    const reader = new Readability<DomElement>(document as never, {
      charThreshold: LEAST_CHARS,
      disableJSONLD: true,
      serializer: (node) => node as unknown as DomElement,
    });
    const content = reader.parse()?.content;
    for (const element of content?.querySelectorAll('*') ?? []) {
      for (const { name } of element.attributes) {
        if (name.startsWith(MARK)) kept.add(Number(name.slice(MARK.length)));
      }
    }
  } catch {
    // A page that the search cannot deal with is shown as a whole.
    kept.clear();
  }
  return kept;
}

/** Readability's expressions take a time that grows with the square of an attribute's or a title's length. */
function shorten(element: DomElement): void {
  for (const { name, value } of [...element.attributes]) {
    if (value.length > LONGEST_VALUE) element.setAttribute(name, '');
  }
  if (element.localName === 'title' && element.textContent.length > LONGEST_VALUE) element.textContent = '';
}
