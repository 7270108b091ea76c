import type { Attributes } from './html-elements.ts';
import { listNumber } from './list-numbers.ts';

/** An ordered list of a page, and the number of its next item. */
export interface OrderedList {
  next: number;
  readonly step: 1 | -1;
  /** One of the formats of {@link listNumber}. */
  readonly format: string;
}

/** Values of `type` (HTML, 4.4.5), and names of CSS counter styles for the same and for Chinese numbers. */
const TYPES = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
]);
const STYLES = new Map([
  ['decimal-leading-zero', 'decimalZero'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
  ['cjk-ideographic', 'chineseCounting'],
  ['simp-chinese-informal', 'chineseCounting'],
  ['trad-chinese-informal', 'chineseCounting'],
  ['simp-chinese-formal', 'chineseLegalSimplified'],
  ['trad-chinese-formal', 'ideographLegalTraditional'],
  ['cjk-decimal', 'ideographDigital'],
  ['cjk-heavenly-stem', 'ideographTraditional'],
  ['cjk-earthly-branch', 'ideographZodiac'],
]);
const CHINESE = /^(?:chinese|ideograph)/u;
const FARTHEST = 100_000;

/** How an ordered list with so many items of its own is counted. */
export function orderedList(attributes: Attributes, items: number): OrderedList {
  const isReversed = attributes['reversed'] !== undefined;
  return {
    next: numberIn(attributes['start']) ?? (isReversed ? items : 1),
    step: isReversed ? -1 : 1,
    format: formatIn(attributes) ?? 'decimal',
  };
}

/** The mark of the next item, a space behind it where a browser has one. */
export function nextMark(list: OrderedList, item: Attributes): string {
  const number = numberIn(item['value']) ?? list.next;
  const format = formatIn(item) ?? list.format;
  list.next = number + list.step;
  return listNumber(number, format) + (CHINESE.test(format) ? '、' : '. ');
}

function numberIn(written: string | undefined): number | undefined {
  const number = Number.parseInt(written ?? '', 10);
  return Math.abs(number) < FARTHEST ? number : undefined;
}

function formatIn(attributes: Attributes): string | undefined {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/iu.exec(
    (attributes['style'] ?? '').slice(0, 1_000),
  )?.[1];
  return STYLES.get((style ?? '').toLowerCase()) ?? TYPES.get((attributes['type'] ?? '').trim());
}
