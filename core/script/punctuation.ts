import { identityMap, type OffsetMap } from '../text/offset-map.ts';

/** Which quotation marks a text gets: “ ” ‘ ’ or 「 」 『 』. */
export type QuotationMarks = 'curly' | 'corner';

interface MarkedText {
  readonly text: string;
  readonly map: OffsetMap;
}

const CURLY = '“”‘’';
const CORNER = '「」『』';
const ANY_CURLY = /[“”‘’\n]/gu;
const ANY_CORNER = /[「」『』]/gu;
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * Writes the quotation marks of a text in the other kind, outer for outer and inner for inner: “ as 「 and ‘ as 『, or back;
 * one unit for one, each with a span of its own. A line without Han characters keeps its marks, and so does every ’ that is
 * no closing mark: an apostrophe inside a word, or one that no ‘ of the same line opens.
 */
export function followPunctuation(text: string, marks: QuotationMarks): MarkedText {
  const places = marks === 'curly' ? cornerMarks(text) : curlyMarks(text);
  if (places.length === 0) return { text, map: identityMap(text.length) };
  const [from, to] = marks === 'curly' ? [CORNER, CURLY] : [CURLY, CORNER];
  const spans = new Int32Array(places.length * 4);
  const parts: string[] = [];
  let at = 0;
  for (const [index, place] of places.entries()) {
    parts.push(text.slice(at, place), to.charAt(from.indexOf(text.charAt(place))));
    at = place + 1;
    spans.set([place, at, place, at], index * 4);
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), map: { spans, aLength: text.length, bLength: text.length } };
}

function cornerMarks(text: string): readonly number[] {
  return Array.from(text.matchAll(ANY_CORNER), ({ index }) => index);
}

/** Offsets of the marks that quote, ascending. */
function curlyMarks(text: string): readonly number[] {
  const places: number[] = [];
  let line: number[] = [];
  let lineStart = 0;
  const endLine = (end: number): void => {
    if (line.length > 0 && HAN.test(text.slice(lineStart, end))) places.push(...quotingOf(text, line));
    line = [];
    lineStart = end + 1;
  };
  for (const { 0: mark, index } of text.matchAll(ANY_CURLY)) {
    if (mark === '\n') endLine(index);
    else line.push(index);
  }
  endLine(text.length);
  return places;
}

/** Of the marks of one line: all double ones, and the single ones that stand in pairs. */
function quotingOf(text: string, line: readonly number[]): readonly number[] {
  const quoting: number[] = [];
  const opened: number[] = [];
  for (const place of line) {
    const mark = text.charAt(place);
    if (mark === '‘') {
      opened.push(place);
    } else if (mark === '’') {
      const start = isInsideWord(text, place) ? undefined : opened.pop();
      if (start !== undefined) quoting.push(start, place);
    } else {
      quoting.push(place);
    }
  }
  return quoting.sort((a, b) => a - b);
}

function isInsideWord(text: string, place: number): boolean {
  return WORD.test(text.charAt(place - 1)) && WORD.test(text.charAt(place + 1));
}
