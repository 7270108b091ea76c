import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { WrittenBlock } from './document-writer.ts';
import { densestRun } from './html-density.ts';
import { menusBefore } from './html-menus.ts';
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
const LEAST_TITLE = 4;
/** A page with fewer links has nothing around its text. */
const LEAST_LINKED = 0.15;
const LONGEST_VALUE = 500;
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
  const { blocks } = page;
  const isKept = mainText(page);
  const first = blocks.findIndex(isKept);
  const last = blocks.findLastIndex(isKept);
  const found = sizeOf(blocks.filter(isKept));
  if (first < 0 || found < LEAST_CHARS || found < sizeOf(blocks) * LEAST_SHARE) {
    const menus = menusBefore(blocks, page.source, isLinks);
    return blocks.map((block) => (menus.has(block) ? { ...block, furniture: true } : block));
  }
  const title = titleBefore(page, first);
  const menus = menusBefore(blocks.slice(first, last + 1), page.source, isLinks);
  return blocks.map((block, index) => {
    if (menus.has(block)) return { ...block, furniture: true };
    if (index === title) return block.kind === 'heading' ? block : { ...block, kind: 'heading', level: 1 };
    const isInside = index >= first && index <= last;
    const isText = isKept(block) || (isInside && !isLinks(block));
    return isText ? block : { ...block, furniture: true };
  });
}

function sizeOf(blocks: readonly WrittenBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.end - block.start, 0);
}

function isLinks({ linked, start, end }: WrittenBlock): boolean {
  return linked > (end - start) * LINKED_SHARE;
}

/** Whether a block is of the main text. */
function mainText({ html, scan, source, blocks }: WrittenPage): (block: WrittenBlock) => boolean {
  const isSearched = scan.elements <= MOST_ELEMENTS && scan.depth <= MOST_DEPTH;
  const kept = isSearched ? keptElements(html, scan.elements) : new Set<number>();
  const isKept = (block: WrittenBlock): boolean => !block.furniture && kept.has(block.owner);
  const isKnown = (block: WrittenBlock): boolean =>
    !block.furniture && block.isMain === true && !isLinks(block);
  const [keptSize, knownSize] = [sizeOf(blocks.filter(isKept)), sizeOf(blocks.filter(isKnown))];
  if (knownSize >= LEAST_CHARS && knownSize * KNOWN_WEIGHT >= keptSize) return isKnown;
  if (keptSize >= LEAST_CHARS) return isKept;
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  const isClean = isSearched && linked < sizeOf(blocks) * LEAST_LINKED;
  const run = isClean ? undefined : densestRun(blocks, source);
  if (run === undefined) return isKept;
  const members = new Set(blocks.slice(run[0], run[1] + 1));
  return (block) => !block.furniture && members.has(block);
}

/**
 * The title above the text, which the search takes away as the page's: the line that the head of the page calls it, else the
 * nearest of the highest headings. -1 when there is none.
 */
function titleBefore({ blocks, source, titles }: WrittenPage, first: number): number {
  const above = blocks.slice(0, first);
  const texts = above.map((block) => (block.furniture ? '' : bare(source.slice(block.start, block.end))));
  for (const title of titles.map(bare).filter((text) => text.length >= LEAST_TITLE)) {
    const said = texts.lastIndexOf(title);
    if (said >= 0) return said;
  }
  const headings = above.map(({ kind, level, furniture }) => (kind === 'heading' && !furniture ? level : 9));
  const highest = Math.min(...headings, 9);
  return highest > 3 ? -1 : headings.lastIndexOf(highest);
}

function bare(text: string): string {
  return text.length > LONGEST_VALUE ? '' : text.replace(/\s+/gu, '');
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
