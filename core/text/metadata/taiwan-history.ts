/*
 * The history of a Taiwanese statute as the Laws and Regulations Database writes it, wrapped at a fixed width:
 *
 *   【沿革】
 *   1.中華民國九十年一月一日某部某字第 0900000001B  號
 *     令訂定發布全文 10 條
 *
 * Its last entry says who issued the text as it stands, and under which number.
 */
import { dayIn } from './written-date.ts';

interface StatuteChange {
  readonly organ: string;
  /** 臺教授國部字第1030021918B號; empty where the entry has none. */
  readonly number: string;
}

const HEADING = /^【沿革】$/u;
const TEXT_BEGINS = /^第\s*[一1]\s*[章條編篇]/u;
const MOST_LINES = 400;
const ENTRY = /^\d{1,3}\.\s*/u;
const DATE =
  /(?:中華)?民國[元一二三四五六七八九十百零○〇]{1,5}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/gu;
/** Up to where the number, a year in brackets or the word for the order begins. */
const BEFORE_NUMBER = /^[^（(字令第\d、]{2,24}/u;
const YUAN = '(?:行政院|司法院|考試院|監察院|立法院)';
const ORGAN_NAME = String.raw`(?:總統|國民政府|${YUAN}?(?!院)\p{Script=Han}{2,12}?(?:部|署|委員會|總處|銀行)|${YUAN}\p{Script=Han}{2,10}?(?:局|處)|${YUAN}|\p{Script=Han}{3,8}?(?:局|研究院|博物館))`;
const ORGAN = new RegExp(`^${ORGAN_NAME}`, 'u');
/** 教育部…號令、內政部…號令會銜修正發布: an order of two. */
const JOINT = /號令?、([^（(字令第\d、]{2,24})/gu;
const NUMBER =
  /^((?:[（(][^（()）]{1,5}[）)])?\p{Script=Han}{1,16}(?:[（(][^（()）]{1,3}[）)])?\p{Script=Han}{0,6}第[\dA-Z]{2,16}號)/u;

/** The entries, unwrapped, without the spaces that line up their numbers. */
function entriesIn(lines: readonly string[]): readonly string[] {
  const begin = lines.findIndex((line) => HEADING.test(line.trim()));
  if (begin < 0) return [];
  const entries: string[] = [];
  for (const line of lines.slice(begin + 1, begin + MOST_LINES)) {
    const text = line.trim();
    if (TEXT_BEGINS.test(text)) break;
    if (ENTRY.test(text)) entries.push(text.replace(ENTRY, ''));
    else if (entries.length > 0) entries.push((entries.pop() ?? '') + text);
  }
  return entries.map((entry) => entry.replaceAll(/\s/gu, ''));
}

/** Who changed a statute last, and under which number; undefined for any other text. A date from which it holds is no change. */
export function lastStatuteChange(lines: readonly string[]): StatuteChange | undefined {
  let last: (StatuteChange & { readonly date: string }) | undefined;
  for (const entry of entriesIn(lines)) {
    // Only the first date of an entry is the change; others fix when it holds.
    const [first] = entry.matchAll(DATE);
    if (first === undefined) continue;
    const behind = entry.slice(first.index + first[0].length);
    const organ = ORGAN.exec(BEFORE_NUMBER.exec(behind)?.[0] ?? '')?.[0] ?? '';
    const date = dayIn(first[0]);
    if (organ === '' || date === '' || (last !== undefined && date < last.date)) continue;
    const others = [...behind.matchAll(JOINT)].flatMap((match) => ORGAN.exec(match[1] ?? '') ?? []);
    const organs = [...new Set([organ, ...others])].join('、');
    last = { date, organ: organs, number: NUMBER.exec(behind.slice(organ.length))?.[1] ?? '' };
  }
  return last;
}
