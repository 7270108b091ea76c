import type { DocxNumbering, ListPlace } from './docx-numbering.ts';
import { levelNumber } from './docx-numbering.ts';
import { applyChanges, escapeXml, type XmlChange } from './xml-changes.ts';
import { walkXml } from './xml-walk.ts';

interface Paragraph {
  /** Where a run can be put before all others; -1 when there is no such place. */
  runsFrom: number;
  style: string;
  list: string | undefined;
  level: number;
  /** The paragraph's own numbering properties in the XML. */
  properties: readonly [number, number] | undefined;
  isOpen: boolean;
}

/** Numbers of headings and points of official documents: what begins with one is a paragraph or a heading, not an item. */
const OFFICIAL = /^(?:第.+[编編篇章节節条條款]|[（(]?[〇零一二三四五六七八九十百]+[）)、．.]?)\s*$/u;
/** What is not shown: deletions, how a paragraph was, and the first of two ways to draw a text box (the second is read). */
const UNREAD = new Set(['w:del', 'w:moveFrom', 'w:pPrChange', 'mc:Choice']);
const NO_SPACE = /[、）)．：:\s]$/u;

/**
 * The XML of a Word file's text with the numbers of its lists written out, as Word shows them. Paragraphs with a number of official
 * documents leave their list; the others stay items of it.
 */
export function withListNumbers(xml: string, numbering: DocxNumbering): string {
  const changes: XmlChange[] = [];
  const open: Paragraph[] = [];
  let unread = 0;
  let propertiesFrom = -1;
  walkXml(xml, {
    open: (name, attributes, start, end) => {
      const paragraph = open.at(-1);
      const value = attributes['w:val'] ?? '';
      if (name === 'w:p') {
        const isEmpty = xml.startsWith('/>', end - 2);
        open.push({
          runsFrom: isEmpty ? -1 : end,
          style: '',
          list: undefined,
          level: 0,
          properties: undefined,
          isOpen: true,
        });
      } else if (UNREAD.has(name)) unread += 1;
      if (paragraph?.isOpen !== true || unread > 0) return;
      if (name === 'w:pStyle') paragraph.style = value;
      else if (name === 'w:numId') paragraph.list = value;
      else if (name === 'w:ilvl') paragraph.level = levelNumber(value);
      else if (name === 'w:numPr') propertiesFrom = start;
    },
    close: (name, _start, end) => {
      const paragraph = open.at(-1);
      if (UNREAD.has(name)) unread -= 1;
      else if (name === 'w:p') open.pop();
      else if (paragraph === undefined || unread > 0) return;
      else if (name === 'w:numPr' && paragraph.isOpen) paragraph.properties = [propertiesFrom, end];
      else if (name === 'w:pPr' && paragraph.isOpen) {
        paragraph.isOpen = false;
        if (paragraph.runsFrom >= 0) paragraph.runsFrom = end;
        number(changes, paragraph, numbering);
      }
    },
  });
  return applyChanges(xml, changes);
}

function number(changes: XmlChange[], paragraph: Paragraph, numbering: DocxNumbering): void {
  const place = placeOf(paragraph, numbering);
  const label = place === undefined ? undefined : numbering.next(place);
  if (label === undefined || paragraph.runsFrom < 0) return;
  const isOfficial = OFFICIAL.test(label.text);
  if (isOfficial && paragraph.properties !== undefined) {
    const [start, end] = paragraph.properties;
    changes.push({ start, end, text: '<w:numPr><w:numId w:val="0"/></w:numPr>' });
  }
  const text = escapeXml(label.text + (NO_SPACE.test(label.text) ? '' : ' '));
  const run = `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  changes.push({ start: paragraph.runsFrom, end: paragraph.runsFrom, text: run });
}

/** A list of its own goes before the style's; list 0 takes it out of the style's. */
function placeOf({ list, level, style }: Paragraph, numbering: DocxNumbering): ListPlace | undefined {
  if (list === '0') return undefined;
  return list === undefined ? numbering.placeOfStyle(style) : { list, level };
}

/** The paragraphs of a part of a Word file (a header, a footer) as plain lines. */
export function partLines(xml: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let isText = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'w:t') isText = true;
      else if (name === 'w:tab' || name === 'w:br') line += ' ';
    },
    text: (piece) => {
      if (isText) line += piece;
    },
    close: (name) => {
      if (name === 'w:t') isText = false;
      if (name !== 'w:p') return;
      const text = line.replace(/\s+/gu, ' ').trim();
      if (text !== '') lines.push(text);
      line = '';
    },
  });
  return lines;
}

/** A comment of a reviewer, on one line. */
interface DocxComment {
  readonly author: string;
  readonly text: string;
}

/** The comments of a Word file, in the order of their part. */
export function commentsIn(xml: string): readonly DocxComment[] {
  const found: DocxComment[] = [];
  let from = 0;
  let author = '';
  walkXml(xml, {
    open: (name, attributes, start) => {
      if (name !== 'w:comment') return;
      from = start;
      author = (attributes['w:author'] ?? '').replace(/\s+/gu, ' ').trim();
    },
    close: (name, _start, end) => {
      if (name !== 'w:comment') return;
      const text = partLines(xml.slice(from, end)).join(' ');
      if (text !== '') found.push({ author, text });
    },
  });
  return found;
}

/** The words of a diagram (SmartArt), from the part that holds its data. */
export function diagramWords(xml: string): string {
  const words: string[] = [];
  let isText = false;
  walkXml(xml, {
    open: (name) => {
      isText = name === 'a:t';
    },
    text: (piece) => {
      if (isText && piece.trim() !== '') words.push(piece.trim());
    },
    close: () => {
      isText = false;
    },
  });
  return words.join('；');
}
