import type { TextRange } from '../../base/text-range.ts';
import { filterNameAt, type FilterName } from '../query/filters.ts';
import { QUOTES } from '../query/quotes.ts';

/** The part of a query that is being typed. */
export interface QueryWord extends TextRange {
  /** The filter whose value it is. */
  readonly field: FilterName | null;
  /** Up to the caret, without the filter's name and a quotation mark that is open. */
  readonly text: string;
}

const PARTS_WORDS = /[\s()（）]/u;

/**
 * The word at a caret. What stands behind the caret up to the next space or bracket belongs to it; a `-` before it does not,
 * and so stays when the word is replaced.
 * @param caret UTF-16 units from the beginning of the query
 */
export function wordAt(query: string, caret: number): QueryWord {
  let start = 0;
  let closing: string | null = null;
  for (let at = 0; at < caret; at += 1) {
    const sign = query[at] ?? '';
    if (closing !== null) {
      if (sign === closing) closing = null;
    } else if (PARTS_WORDS.test(sign)) start = at + 1;
    // A quotation mark inside a word is punctuation, but for one behind a filter's colon.
    else if (QUOTES[sign] !== undefined && isOpen(query, start, at)) closing = QUOTES[sign];
  }
  if (query[start] === '-' && start < caret) start += 1;
  const end = wordEnd(query, caret, closing);
  const filter = filterNameAt(query, start);
  const field = filter !== null && filter.end <= caret ? filter : null;
  const value = query.slice(Math.min(field?.end ?? start, caret), caret);
  const text = QUOTES[value[0] ?? ''] === undefined ? value : value.slice(1);
  return { start, end, field: field?.name ?? null, text };
}

function isOpen(query: string, start: number, at: number): boolean {
  const first = query[start] === '-' ? start + 1 : start;
  return at === first || filterNameAt(query, first)?.end === at;
}

function wordEnd(query: string, caret: number, closing: string | null): number {
  for (let at = caret; at < query.length; at += 1) {
    const sign = query[at] ?? '';
    if (sign === closing) return at + 1;
    if (closing === null && PARTS_WORDS.test(sign)) return at;
  }
  return query.length;
}

/** A query in which another word stands, and where the caret is behind it. */
export function withWord(
  query: string,
  { start, end }: TextRange,
  word: string,
): { readonly query: string; readonly caret: number } {
  return { query: query.slice(0, start) + word + query.slice(end), caret: start + word.length };
}

/** Signs that mean something in a query, or part it. */
const NEEDS_QUOTES = /[\s()（）*?＊/:：,，。、；;！!-]/u;

/** A text as a value or word of a query: in quotation marks where it would be read as anything but these words. */
export function quoted(text: string): string {
  const plain = text.replaceAll(/[\s"＂]+/gu, ' ').trim();
  const isWord = /^(?:OR|NEAR)$/u.test(plain);
  const first = QUOTES[plain[0] ?? ''] !== undefined;
  return isWord || first || NEEDS_QUOTES.test(plain) ? `"${plain}"` : plain;
}
