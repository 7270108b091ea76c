import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { WrittenBlock } from './document-writer.ts';
import type { HtmlScan } from './html-scan.ts';

/** Above this the search would take seconds (it walks ancestors of every paragraph); the whole page is shown then. */
const MOST_ELEMENTS = 15_000;
const MOST_DEPTH = 100;
/** What is found must hold this much, or it is not the text. */
const LEAST_CHARS = 100;
const LEAST_SHARE = 0.1;
const LINKED_SHARE = 0.6;
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

/**
 * Marks the blocks outside the main text of a page as furniture. Mozilla's Readability finds the text; it drops parts of it
 * too, so everything between its first and its last block counts as text, except lines of links. When nothing certain is
 * found, the blocks stay as they are.
 */
export function markFurniture(
  html: string,
  scan: HtmlScan,
  blocks: readonly WrittenBlock[],
): readonly WrittenBlock[] {
  if (scan.elements > MOST_ELEMENTS || scan.depth > MOST_DEPTH) return blocks;
  const kept = keptElements(html, scan.elements);
  const isKept = (block: WrittenBlock): boolean => !block.furniture && kept.has(block.owner);
  const first = blocks.findIndex(isKept);
  const last = blocks.findLastIndex(isKept);
  const size = (some: readonly WrittenBlock[]): number =>
    some.reduce((sum, block) => sum + block.end - block.start, 0);
  const found = size(blocks.filter(isKept));
  if (first < 0 || found < LEAST_CHARS || found < size(blocks) * LEAST_SHARE) return blocks;
  const title = titleBefore(blocks, first);
  return blocks.map((block, index) => {
    const isInside = index >= first && index <= last;
    const isLinks = block.linked > (block.end - block.start) * LINKED_SHARE;
    const isText = index === title || isKept(block) || (isInside && !isLinks);
    return isText ? block : { ...block, furniture: true };
  });
}

/** The nearest heading above the text; Readability takes it away as the page's title. -1 when there is none. */
function titleBefore(blocks: readonly WrittenBlock[], first: number): number {
  const headings = blocks.slice(0, first).map(({ kind, level, furniture }) => {
    return kind === 'heading' && !furniture ? level : 9;
  });
  const highest = Math.min(...headings, 9);
  return highest > 3 ? -1 : headings.lastIndexOf(highest);
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
