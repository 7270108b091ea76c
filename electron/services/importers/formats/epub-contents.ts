import type { WrittenBlock } from './document-writer.ts';
import { eachElement } from './epub-xml.ts';

/** An entry of a book's table of contents. */
export interface ContentsEntry {
  /** As it is written, with the place in the file behind #. */
  readonly href: string;
  readonly label: string;
  /** From 1. */
  readonly depth: number;
}

const DEEPEST = 6;
const NO_CONTENTS: readonly ContentsEntry[] = [];

/** The entries of a navigation document (EPUB 3), or of an NCX (EPUB 2). */
export function contentsIn(xml: string | undefined): readonly ContentsEntry[] {
  if (xml === undefined) return NO_CONTENTS;
  const entries: ContentsEntry[] = [];
  let href: string | undefined;
  let label = '';
  let depth = 0;
  const add = (place: string): void => {
    if (label !== '' && place !== '') {
      entries.push({ href: place, label, depth: Math.min(DEEPEST, Math.max(1, depth)) });
    }
    label = '';
  };
  eachElement(
    xml,
    (name, attributes) => {
      if (name === 'ol' || name === 'navPoint') depth += 1;
      else if (name === 'a') [href, label] = [attributes['href'] ?? '', ''];
      // In an NCX the label stands before the place.
      else if (name === 'content') add(attributes['src'] ?? '');
    },
    (name, text) => {
      if (name === 'ol' || name === 'navPoint') depth -= 1;
      else if (name === 'text') label = text;
      else if (href !== undefined) {
        if (label === '') label = text;
        if (name === 'a') {
          add(href);
          href = undefined;
        }
      }
    },
  );
  return entries;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Paragraphs of a chapter that say what an entry says are headings: many books only make them large. */
export function withHeadings(
  source: string,
  blocks: readonly WrittenBlock[],
  entries: readonly ContentsEntry[],
): readonly WrittenBlock[] {
  const waiting = new Map(entries.map(({ label, depth }) => [bare(label), depth] as const));
  if (waiting.size === 0) return blocks;
  return blocks.map((block) => {
    const text = bare(source.slice(block.start, block.end));
    const depth = waiting.get(text);
    if (depth === undefined || (block.kind !== 'paragraph' && block.kind !== 'heading')) return block;
    waiting.delete(text);
    return block.kind === 'heading' ? block : { ...block, kind: 'heading', level: depth };
  });
}

/** The title of a chapter that stands in the table of contents only; undefined where the chapter says it. */
export function missingTitle(html: string, entries: readonly ContentsEntry[]): ContentsEntry | undefined {
  const whole = entries.find(({ href }) => !href.includes('#'));
  if (whole === undefined || /<h[1-6][\s>]/iu.test(html)) return undefined;
  const text = bare(html.replace(/^[\s\S]*?<body(?=[\s>])/iu, '<body').replace(/<[^>]*>/gu, ''));
  return text === '' || text.includes(bare(whole.label)) ? undefined : whole;
}
