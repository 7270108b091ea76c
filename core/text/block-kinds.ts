import type { BlockKind } from './block.ts';

/** What a block is, without its place. */
export interface BlockClass {
  readonly kind: BlockKind;
  readonly level: number;
}

const PARAGRAPH: BlockClass = { kind: 'paragraph', level: 0 };
const CAPTION: BlockClass = { kind: 'caption', level: 0 };
const ROW: BlockClass = { kind: 'table-row', level: 0 };
const TITLE: BlockClass = { kind: 'heading', level: 1 };

/** Longest heading and title in code units. Official headings run long, but a paragraph of one sentence runs longer. */
const MAX_HEADING = 40;
const MAX_TITLE = 60;
/** A document may call a long line a heading, such as a title with its subtitle; no passage of several sentences. */
const MAX_SAID_HEADING = 160;

const HAN_NUMBER = '[一二三四五六七八九十百零〇○]+';

/** Numbering of official documents (GB/T 9704: 一、 （一） 1. （1）) and of plans and laws, by level below the title. */
const NUMBERING: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第(?:${HAN_NUMBER}|\\d+)(?:编|編|篇|部分|章)`, 'u'), 2],
  [new RegExp(`^${HAN_NUMBER}[、．.]`, 'u'), 2],
  [new RegExp(`^第(?:${HAN_NUMBER}|\\d+)(?:节|節)`, 'u'), 3],
  [new RegExp(`^[（(]${HAN_NUMBER}[）)]`, 'u'), 3],
  [/^\d{1,2}(?:[、．]|\.(?!\d))/u, 4],
  [/^[（(]\d{1,2}[）)]/u, 5],
];

const CAPTION_START =
  /^(?:图|圖|表|附图|附圖|附表)\s?(?:\d+|[一二三四五六七八九十]+)(?:[-－—.]\d+)?[\s:：　]/u;

/** What ends a sentence or leads on to something: no heading of an official document ends so. */
const SENTENCE_END = /[。；;！!？?，,：:…]["”』」’）)]*$/u;

/**
 * What one line of plain text is, seen by itself: a heading by its numbering, a caption, a table row (it holds a tab),
 * else a paragraph. `isFirst`: a short first line without the end of a sentence is the title, a heading of level 1;
 * numbered headings are on level 2 and below.
 */
export function classifyLine(line: string, isFirst: boolean): BlockClass {
  if (line.includes('\t')) return ROW;
  if (line.length > MAX_TITLE) return PARAGRAPH;
  const isCaption = CAPTION_START.test(line) && line.length <= MAX_HEADING;
  if (isCaption) return SENTENCE_END.test(line) ? PARAGRAPH : CAPTION;
  if (SENTENCE_END.test(line)) return PARAGRAPH;
  const level = numberedLevel(line);
  if (level !== undefined) return level > 0 ? { kind: 'heading', level } : PARAGRAPH;
  return isFirst ? TITLE : PARAGRAPH;
}

/** Level of a short line that begins with an official number; 0 for a number alone; undefined for other lines. */
function numberedLevel(line: string): number | undefined {
  if (line.length > MAX_HEADING) return undefined;
  for (const [pattern, level] of NUMBERING) {
    const numbering = pattern.exec(line)?.[0];
    // A number alone on its line (a page number, an enumeration that was torn apart) heads nothing.
    if (numbering !== undefined) return numbering.length < line.length ? level : 0;
  }
  return undefined;
}

/**
 * What one line of a document (a page, a Word file, a PDF) is: `said` is what the document says of it. Lists, rows and captions
 * are what they are said to be. A paragraph may still be a numbered heading, a caption, a row or, as the first line, the
 * title: most authors only make them bold or centred. A heading keeps its rank, but a numbered one stands at its number's
 * level at the highest, below the title; a long passage in large letters is none.
 */
export function classifyDocumentLine(line: string, said: BlockClass, isFirst: boolean): BlockClass {
  switch (said.kind) {
    case 'heading': {
      if (line.length > MAX_SAID_HEADING) return PARAGRAPH;
      return { kind: 'heading', level: Math.max(said.level, numberedLevel(line) ?? 1) };
    }
    case 'paragraph':
      return classifyLine(line, isFirst);
    case 'list-item':
    case 'table-row':
    case 'caption':
      return { kind: said.kind, level: said.level };
  }
}
