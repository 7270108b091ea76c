import { dayIn } from './written-date.ts';

/** What happened to a law on a day: 2021年1月28日 某省…常务委员会第二十五次会议批准. */
interface LegalEvent {
  /** ISO 8601. */
  readonly date: string;
  /** What stands behind the date, up to the next one. */
  readonly what: string;
}

/** A history stands at the top, before the first chapter or article. */
const HEAD_LINES = 60;
const TEXT_BEGINS = /^(?:#+\s*)?第\s*[一1]\s*[编編章条條]/u;
/** Histories of laws that were amended ten times fill one line in some collections. */
const LONGEST_LINE = 2000;
const DATE = String.raw`(?:[\d０-９]{4}|[一二][〇零○ＯO一二三四五六七八九]{3})\s?年\s?[\d０-９一二三四五六七八九十]{1,2}\s?月\s?[\d０-９一二三四五六七八九十]{1,3}\s?日`;
const BEGINS_WITH_DATE = new RegExp(`^[（(]?\\s*${DATE}`, 'u');
const IN_BRACKETS = /^[（(].*[）)]$/u;
const HAPPENED = /[通][过過]|批准|修正|修[订訂]|修改|公布|[发發]布|[颁頒]布|令第/u;
/** A day from which something holds is no day on which it was decided. */
const IN_FORCE = /^\s*(?:起)?\s*(?:正式)?(?:施行|实施|實施|生效|执行|執行)/u;

/** The events that a line of a law's history tells, in order; none for a sentence. */
function eventsIn(line: string): readonly LegalEvent[] {
  const text = line.trim();
  if (text.length > LONGEST_LINE || text.includes('。')) return [];
  if (!BEGINS_WITH_DATE.test(text) && !IN_BRACKETS.test(text)) return [];
  const dates = [...text.matchAll(new RegExp(DATE, 'gu'))];
  return dates.flatMap(({ 0: written, index }, at) => {
    const what = text.slice(index + written.length, dates[at + 1]?.index ?? text.length);
    const date = dayIn(written);
    return date !== '' && HAPPENED.test(what) && !IN_FORCE.test(what) ? [{ date, what: what.trim() }] : [];
  });
}

/** The history below the title of a law or resolution: who passed, approved, amended or promulgated it, and when. */
export function legalEvents(lines: readonly string[]): readonly LegalEvent[] {
  const head = lines.slice(0, HEAD_LINES);
  const begin = head.findIndex((line) => TEXT_BEGINS.test(line.trim()));
  return head.slice(0, begin < 0 ? head.length : begin).flatMap(eventsIn);
}

/**
 * The date by which a law is cited: the day of the last event that made its text what it is – passed, approved, amended or
 * promulgated, whichever is latest –, never the day from which it holds. Empty when its history says none.
 */
export function lastLegalDate(lines: readonly string[]): string {
  return legalEvents(lines).reduce((last, { date }) => (date > last ? date : last), '');
}
