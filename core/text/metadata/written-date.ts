import { parseNumber } from '../outline/han-number.ts';

/** Characters that stand for zero in dates, typed or read from paper: 〇 零 ○ ◯ and the letter O, Latin or Cyrillic. */
const ZERO = '〇零○◯OoОо0';
const DIGIT = `${ZERO}一二三四五六七八九1-9`;
const NUMBERED =
  /(?<!\d)((?:19|20)\d{2})(?:(\d{2})(\d{2})(?!\d)|\s?[-/.年]\s*(\d{1,2})(?:\s?[-/.月]\s*(\d{1,2})(?!\d))?)/u;
/** On NFKC text, where full-width O is O. Typed years may mix the kinds of digits: 二0二三年, 2O23年. */
const WRITTEN = new RegExp(
  String.raw`(?<![${DIGIT}])((?:[一1][九9]|[二2][${ZERO}])[${DIGIT}]{2})\s?年\s?([元一二三四五六七八九十正\d]{1,2})\s?月(?:\s?([一二三四五六七八九十廿卅\d]{1,3})\s?日)?`,
  'u',
);
/** The calendar of the Republic of China; year 1 is 1912. */
const REPUBLIC = new RegExp(
  String.raw`民[国國]\s?([元\d${ZERO}一二三四五六七八九十百]{1,5})\s?年\s?([元\d一二三四五六七八九十]{1,3})\s?月\s?([\d一二三四五六七八九十廿卅]{1,3})\s?日`,
  'u',
);
/** Its years without its name: only those of three digits, which no other calendar has. */
const BARE_REPUBLIC =
  /(?<!\d)(1[0-4]\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日|^(1[0-4]\d)[./-](\d{1,2})[./-](\d{1,2})$/u;
const BEFORE_REPUBLIC = 1911;
const DIGITS = '〇一二三四五六七八九';

/** 十二, 廿三, 元 and 12 as numbers; digit by digit where no ten or hundred stands (一一二 is 112). 0 for anything else. */
function numberIn(written: string | undefined): number {
  const plain = (written ?? '')
    .replace(/^[元正]$/u, '一')
    .replace('廿', '二十')
    .replace('卅', '三十');
  return parseNumber(plain) ?? 0;
}

/** 二〇二三 and its like, digit by digit. */
function yearIn(written: string | undefined): number {
  const digits = [...(written ?? '')].map((char) =>
    ZERO.includes(char) ? 0 : /\d/u.test(char) ? Number(char) : DIGITS.indexOf(char),
  );
  return digits.reduce((sum, digit) => sum * 10 + digit, 0);
}

function isoDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month < 1 || month > 12) return '';
  if (day === 0) return `${year}-${two(month)}`;
  // The day 0 of the next month is the last one of this.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= last ? `${year}-${two(month)}-${two(day)}` : '';
}

function republicDate([year, month, day]: readonly (string | undefined)[]): string {
  const [years, months, days] = [numberIn(year), numberIn(month), numberIn(day)];
  return years === 0 || days === 0 ? '' : isoDate(BEFORE_REPUBLIC + years, months, days);
}

/**
 * The first date in a text as ISO 8601, or its beginning when it names only year and month (2023-07); empty when there is
 * none. Knows 2023-07-18, 2023/7/18, 2023 年 7 月 18 日, 20230718, full-width digits, 二〇二三年七月十八日 (with every sign that
 * people type for zero), 民國112年7月18日 and, where the year has three digits, 112年7月18日 and 112.7.18.
 */
export function dateIn(text: string): string {
  const plain = text.normalize('NFKC').trim();
  let first: RegExpExecArray | null = null;
  let read: (match: RegExpExecArray) => string = () => '';
  for (const [regExp, reader] of FORMS) {
    const match = regExp.exec(plain);
    if (match !== null && (first === null || match.index < first.index)) [first, read] = [match, reader];
  }
  return first === null ? '' : read(first);
}

/** The forms and how each is read; the first of those that begin at one place counts. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [REPUBLIC, (match) => republicDate(match.slice(1))],
  [
    NUMBERED,
    ([, year, compactMonth, compactDay, month, day]) =>
      isoDate(Number(year), Number(compactMonth ?? month), Number(compactDay ?? day ?? 0)),
  ],
  [WRITTEN, ([, year, month, day]) => isoDate(yearIn(year), numberIn(month), numberIn(day))],
  [BARE_REPUBLIC, (match) => republicDate(match[1] === undefined ? match.slice(4) : match.slice(1))],
];

/** Only dates with a day: what a sentence says happened in a month dates no report. */
export function dayIn(text: string): string {
  const date = dateIn(text);
  return date.length === 10 ? date : '';
}
