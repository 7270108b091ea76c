import type { FurnitureField } from '../repair/furniture-words.ts';
import { foldFurniture } from '../repair/furniture-words.ts';
import { labelledValues, type LabelledValue } from '../repair/furniture-values.ts';
import { filledLines } from '../repair/lines.ts';
import { isDocumentNumber } from './document-number.ts';
import { partGlued } from '../repair/glued-labels.ts';
import type { Edit } from '../edit.ts';

/*
 * What the page around a text says of it. The adapter that found the text of a page leaves the rest out: the table of its number
 * and issuer, the line of its source and time, the names of its editors. They stand right above the text or right below it,
 * among menus and lists of other reports, so only lines that are nothing but labels and values count, and only near the text.
 */

/** Lines left out above the text and down to its first lines: a table of ten rows, a trail, buttons. */
const MOST_ABOVE = 40;
const HEAD_LINES = 6;
/** Behind the text other reports are listed, with dates of their own. */
const MOST_BELOW = 8;
const LONGEST_LINE = 100;
const LONGEST_VALUE = 60;
const FURNITURE_RULE = 'page-furniture';
/** What lists of other reports, or the page itself, say of themselves. */
const OF_TEXT_BELOW: ReadonlySet<FurnitureField> = new Set(['source', 'author', 'editor']);
const TIME = /(?:19|20)\d{2}(?:[-/.年]|\s(?=\d{2}\/))\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}/u;
/** 2023年5月2日（星期二） below a press release. */
const DAY_BELOW =
  /^(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|二[〇零○]\p{Script=Han}{2}年\p{Script=Han}{1,2}月\p{Script=Han}{1,3}日)\s*[（(]星期[一二三四五六日][）)]$/u;

/** One value of the lines around a text. */
type AroundValue = Pick<LabelledValue, 'field' | 'value'>;

/**
 * The values around the text of a page: labelled ones in the order of the page, then numbers and times that stand without a label.
 * @param left what the adapter of the document leaves out, in order
 */
export function valuesAround(source: string, left: readonly Edit[]): readonly AroundValue[] {
  const furniture = left.filter(({ rule, after }) => rule === FURNITURE_RULE && after === '');
  if (furniture.length === 0) return [];
  const { above, below } = linesAround(source, furniture);
  const found = [
    ...valuesIn(above),
    ...valuesIn(below).filter(({ field }) => OF_TEXT_BELOW.has(field)),
    ...above.filter(isDocumentNumber).map((value) => ({ field: 'documentNumber', value }) as const),
    ...above
      .filter((line) => line.length <= LONGEST_LINE && TIME.test(line))
      .map((line) => ({ field: 'date', value: TIME.exec(line)?.[0] ?? '' }) as const),
    ...below.filter((line) => DAY_BELOW.test(line)).map((value) => ({ field: 'date', value }) as const),
  ];
  return found.filter(({ value }) => value !== '' && value.length <= LONGEST_VALUE);
}

function linesAround(
  source: string,
  furniture: readonly Edit[],
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  let range = 0;
  const lines = filledLines(source).map(({ start, end, text }) => {
    while ((furniture[range]?.end ?? Infinity) <= start) range += 1;
    const over = furniture[range];
    return { text: text.trim(), isLeftOut: over !== undefined && over.start <= start && end <= over.end };
  });
  const kept = lines.flatMap(({ isLeftOut }, at) => (isLeftOut ? [] : [at]));
  const first = kept[0] ?? 0;
  const head = kept[Math.min(HEAD_LINES, kept.length) - 1] ?? first;
  const last = kept.at(-1) ?? 0;
  const leftOut = (from: number, to: number): readonly string[] =>
    lines.slice(from, to).flatMap(({ text, isLeftOut }) => (isLeftOut ? [text] : []));
  return {
    above: leftOut(Math.max(0, first - MOST_ABOVE), head),
    below: leftOut(last + 1, last + 1 + MOST_BELOW),
  };
}

function valuesIn(lines: readonly string[]): readonly AroundValue[] {
  return lines.flatMap((line, at) => {
    const values = labelledValues(partGlued(line));
    const last = values.at(-1);
    if (last?.value !== '' || values.length === 0) return values;
    // A label alone on its line: its value is the next one, where that is no label.
    const next = foldFurniture(lines[at + 1] ?? '');
    const isValue = !/[:：]/u.test(next.replace(/\d[:：]\d/gu, '')) && next.length <= LONGEST_VALUE;
    return [...values.slice(0, -1), ...(isValue ? [{ ...last, value: lines[at + 1] ?? '' }] : [])];
  });
}
