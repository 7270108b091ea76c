import { firstFound, foundBy, type Found } from '../../report/metadata-rules.ts';
import { parseNumber } from '../outline/han-number.ts';
import { isSignature } from './signature.ts';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  O: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const NUMBERED =
  /(?<!\d)((?:19|20)\d{2})(?:(\d{2})(\d{2})(?!\d)|\s?[-/.年]\s*(\d{1,2})(?:\s?[-/.月]\s*(\d{1,2})(?!\d))?)/u;
const YEAR_ONLY = /^((?:19|20)\d{2})年(?!\s*\d)/u;
/** On NFKC text, where full-width O is O. */
const WRITTEN =
  /([一二][〇零○O一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;
/** The calendar of the Republic of China; year 1 is 1912. */
const REPUBLIC =
  /民[国國]\s?([\d〇零一二三四五六七八九十百]{1,5})\s?年\s?([\d一二三四五六七八九十]{1,3})\s?月\s?([\d一二三四五六七八九十]{1,3})\s?日/u;
const BEFORE_REPUBLIC = 1911;

/** 二十三 as 23; only up to 39. */
function smallNumber(written: string): number {
  const [tens, units] = written.includes('十') ? written.split('十') : ['0', written];
  const ten = tens === '' ? 1 : (DIGITS[tens ?? ''] ?? 0);
  return ten * 10 + (units === undefined || units === '' ? 0 : (DIGITS[units] ?? 0));
}

function isoDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month < 1 || month > 12) return '';
  if (day === 0) return `${year}-${two(month)}`;
  // The day 0 of the next month is the last one of this.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= last ? `${year}-${two(month)}-${two(day)}` : '';
}

/**
 * The first date in a text as ISO 8601, or its beginning when it names only year and month (2023-07); empty when there is
 * none. Knows 2023-07-18, 2023/7/18, 2023 年 7 月 18 日, 20230718, full-width digits, 二〇二三年七月十八日 (with 零, ○ or Ｏ too) and
 * 民國112年7月18日.
 */
export function dateIn(text: string): string {
  const plain = text.normalize('NFKC');
  const republic = REPUBLIC.exec(plain);
  if (republic !== null) {
    const [year = 0, month = 0, day = 0] = republic.slice(1).map((part) => parseNumber(part) ?? 0);
    return year === 0 || day === 0 ? '' : isoDate(BEFORE_REPUBLIC + year, month, day);
  }
  const numbered = NUMBERED.exec(plain);
  if (numbered !== null) {
    const [, year, compactMonth, compactDay, month, day] = numbered;
    return isoDate(Number(year), Number(compactMonth ?? month), Number(compactDay ?? day ?? 0));
  }
  const written = WRITTEN.exec(plain);
  if (written === null) return '';
  const year = [...(written[1] ?? '')].reduce((sum, digit) => sum * 10 + (DIGITS[digit] ?? 0), 0);
  return isoDate(year, smallNumber(written[2] ?? ''), smallNumber(written[3] ?? ''));
}

/** Only dates with a day: what a sentence says happened in a month dates no report. */
function dayIn(text: string): string {
  const date = dateIn(text);
  return date.length === 10 ? date : '';
}

const DATE_WORDS = String.raw`(?:(?:中[华華])?民[国國])?[\d０-９〇零○ＯO一二三四五六七八九十百年月日/.:：\-\s]{6,24}`;
/** Lines that stand for a date by themselves: a signature's, a stamp's, (2023年7月18日). */
const DATE_LINE = new RegExp(`^[（(]?${DATE_WORDS}[）)]?$`, 'u');
/** A signature on one line with its date. */
const SIGNED_LINE = new RegExp(`^([\\p{Script=Han}\\s]{3,40}?)\\s*(${DATE_WORDS})$`, 'u');
const PRINTED_LINE = new RegExp(
  `^(?:[\\p{Script=Han}\\s]{3,40}?\\s)?${DATE_WORDS}(?:印发|印發|发布|發布)$`,
  'u',
);

/** What stands before the date on a line that ends with one; empty for a bare date, undefined when there is no day. */
export function beforeDate(line: string): string | undefined {
  if (dayIn(line) === '') return undefined;
  if (DATE_LINE.test(line)) return '';
  return SIGNED_LINE.exec(line)?.[1]?.trim();
}

/** Lines below a title that tell when it was spoken, passed or changed last. */
const EVENT_LINE =
  /^[—―－-]*[（(]?\s*[\d０-９]{4}\s*年.{4,80}(?:上|通过|通過|批准|修正|修订|修訂|公布|发布|發布)[）)]?\s*$/u;
const CHANGE_LABEL = /^(?:最新異動日期|修正日期|公[布發发]日期)\s*[:：]/u;
const HEAD_LINES = 14;
const TAIL_LINES = 4;
const LEAD = 200;

/**
 * When a report was made, from its lines (furniture included): a labelled date, the last event below the title, a date on
 * a line of its own, a full date in the first sentences, the year that the title begins with. Empty when unknown.
 */
export function reportDate(labelled: readonly string[], lines: readonly string[], title: string): Found {
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  return firstFound(
    () =>
      foundBy(
        'page-furniture',
        labelled.map(dateIn).find((date) => date !== ''),
      ),
    () => foundBy('change-line', dayIn(head.find((line) => CHANGE_LABEL.test(line)) ?? '')),
    () => dateAlone(head, lines),
    () =>
      foundBy(
        'event-line',
        dayIn(head.findLast((line) => EVENT_LINE.test(line) && dayIn(line) !== '') ?? ''),
      ),
    () => foundBy('first-sentence', dayIn(lines.join('\n').slice(0, LEAD))),
    () => foundBy('title', YEAR_ONLY.exec(title.normalize('NFKC'))?.[1]),
  );
}

/** A date on a line of its own, or behind a signature or a printer's name at the end. */
function dateAlone(head: readonly string[], lines: readonly string[]): Found {
  const top = head.slice(0, 6);
  const tail = lines
    .slice(-TAIL_LINES)
    .map((line) => line.trim())
    .toReversed();
  const stamp = [...top, ...tail].find((line) => beforeDate(line) === '');
  if (stamp !== undefined) return foundBy('date-line', dayIn(stamp));
  const signed =
    tail.find((line) => isSignature(beforeDate(line) ?? '')) ??
    tail.find((line) => PRINTED_LINE.test(line) && dayIn(line) !== '');
  return foundBy('signature', dayIn(signed ?? ''));
}
