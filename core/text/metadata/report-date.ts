import { firstFound, foundBy, type Found } from '../../report/metadata-rules.ts';
import { lastLegalDate } from './legal-events.ts';
import { isSignature } from './signature.ts';
import { dateIn, dayIn } from './written-date.ts';

const DATE_SIGN = String.raw`[\d０-９〇零○◯ＯOoОо一二三四五六七八九十百廿卅元年月日/.:：\-\s]`;
const DATE_WORDS = String.raw`(?:(?:中[华華])?民[国國])?${DATE_SIGN}{6,24}`;
/** How a line with a date ends; hardly any line of a text does. */
const LAST_SIGN = new RegExp(`^(?:${DATE_SIGN}|[）)])$`, 'u');
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
  if (!LAST_SIGN.test(line.slice(-1))) return undefined;
  const before = DATE_LINE.test(line) ? '' : SIGNED_LINE.exec(line)?.[1]?.trim();
  // Hardly any line comes so far that its day must be read.
  return before === undefined || dayIn(line) === '' ? undefined : before;
}

/** Lines below a title that tell when it was spoken, also where they break behind their first words. */
const EVENT_LINE =
  /^[^\p{L}\d]{0,5}(?:[\d０-９]{4}|[一二][〇零○ＯO一二三四五六七八九]{3})\s*年[^。]{4,80}(?:上|报告|報告|[届屆]|[会會][议議]|通过|通過|批准|修正|修订|修訂|公布|发布|發布)[）)]?(?:[\s\u3000]+[\p{Script=Han}\s·\u3000]{4,30})?[^\p{L}\d]{0,2}$/u;
const CHANGE_LABEL = /^(?:最新異動日期|修正日期|公[布發发]日期|发文日期|發文日期|成文日期)\s*[:：]/u;
/** 2023年1月 in brackets below the title of a white paper. */
const MONTH_LINE =
  /^[（(]\s*[\d０-９〇零○一二三四五六七八九]{4}\s*年\s*[\d０-９一二三四五六七八九十]{1,2}\s*月\s*[）)]$/u;
/** A work report names its year anywhere in its title: 某省2026年政府工作报告. */
const YEAR_OF_REPORT =
  /^((?:19|20)\d{2})年(?!\s*\d)|((?:19|20)\d{2})年度?(?=[\p{Script=Han}]{0,12}(?:工作|施政)[报報]告)/u;
/** A date that a text begins with, behind its number or not; what begins or began on a day dates no report. */
const LEADING = new RegExp(
  String.raw`^(?:第\s*[\d０-９]+\s*[号號]\s+)?[—―－–-]*[（(]?\s*(${[
    String.raw`[\d０-９]{4}\s?[-/.]\s?[\d０-９]{1,2}\s?[-/.]\s?[\d０-９]{1,2}`,
    String.raw`(?:(?:中[华華])?民[国國])?[\d０-９〇零○ＯO元一二三四五六七八九十百]{2,5}\s?年\s?[\d０-９元一二三四五六七八九十]{1,3}\s?月\s?[\d０-９一二三四五六七八九十廿卅]{1,3}\s?日`,
  ].join('|')})(?![起至以后後前])`,
  'u',
);
/** 《新闻联播》 (20230723). */
const IN_TITLE = /[（(]\s*((?:19|20)\d{2}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?)\s*[）)]$/u;
const WEEKDAY = /[（(]星期[一二三四五六日天][）)]$/u;
const HEAD_LINES = 14;
const TAIL_LINES = 4;
/** Below the title, among who issues it and under which number. */
const TOP_LINES = 6;
const LEADING_LINES = 4;

/**
 * When a report was made, from its lines (furniture included): a labelled date, the last change that is told of a law, a date
 * on a line of its own, the last event below the title, a date that one of its first lines begins with, the year in the title.
 * Empty when unknown.
 */
export function reportDate(labelled: readonly string[], lines: readonly string[], title: string): Found {
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  const legal = lastLegalDate(lines);
  return firstFound(
    () =>
      foundBy(
        'page-furniture',
        labelled.map(dateIn).find((date) => date !== ''),
      ),
    () => foundBy('change-line', dayIn(head.find((line) => CHANGE_LABEL.test(line)) ?? '')),
    () => foundBy('event-line', legal),
    () => dateAlone(head, lines),
    () =>
      foundBy(
        'event-line',
        dayIn(head.findLast((line) => EVENT_LINE.test(line) && dayIn(line) !== '') ?? ''),
      ),
    () => foundBy('title', dayIn(IN_TITLE.exec(title)?.[1] ?? '')),
    () =>
      foundBy(
        'first-sentence',
        head
          .slice(0, LEADING_LINES)
          .map((line) => dayIn(LEADING.exec(line)?.[1] ?? ''))
          .find((date) => date !== ''),
      ),
    () => foundBy('date-line', dateIn(head.slice(0, TOP_LINES).find((line) => MONTH_LINE.test(line)) ?? '')),
    () => foundBy('title', yearIn(title)),
  );
}

/** 2022年9月1日 of 2022年9月1日（星期四）, below a press release. */
export function withoutWeekday(line: string): string {
  return line.replace(WEEKDAY, '');
}

function yearIn(title: string): string | undefined {
  const match = YEAR_OF_REPORT.exec(title.normalize('NFKC'));
  return match?.[1] ?? match?.[2];
}

/** A date on a line of its own, or behind a signature or a printer's name at the end. */
function dateAlone(head: readonly string[], lines: readonly string[]): Found {
  const tail = lines
    .slice(-TAIL_LINES)
    .map((line) => line.trim())
    .toReversed();
  const days = tail.map(withoutWeekday);
  const stamp = [...head.slice(0, TOP_LINES), ...days].find((line) => beforeDate(line) === '');
  if (stamp !== undefined) return foundBy('date-line', dayIn(stamp));
  const below = head.find((line, at) => beforeDate(line) === '' && isSignature(head[at - 1] ?? ''));
  if (below !== undefined) return foundBy('signature', dayIn(below));
  const signed =
    tail.find((line) => isSignature(beforeDate(line) ?? '')) ??
    tail.find((line) => PRINTED_LINE.test(line) && dayIn(line) !== '');
  return foundBy('signature', dayIn(signed ?? ''));
}
