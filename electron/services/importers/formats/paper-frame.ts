import { isDocumentNumber } from '#core/text/metadata/document-number.ts';
import { beforeDate, withoutWeekday } from '#core/text/metadata/report-date.ts';
import { isSignature, redHeadOf } from '#core/text/metadata/signature.ts';
import { speakerIn } from '#core/text/metadata/speaker.ts';

/*
 * Lines of a paper that pages set apart from its text by a style of their own, so that the search for the text passes them over:
 * its red head, number, occasion and speaker above the text, its signature and date below.
 */

const LONGEST_LINE = 100;
/** ——在某次会议上; (2019年1月1日某次会议通过). */
const OCCASION =
  /^[—－–]{1,2}\s*\p{Script=Han}.{3,}|^[（(][^（()）]*(?:通过|通過|公布|修正|修订|修訂|批准|[会會][议議]上)[^（()）]*[）)]$|^(?:(?:19|20)\d{2}|二[〇零○]\p{Script=Han}{2})年[^。；！？]{4,80}(?:上|通过|通過|批准|修正|修订|修訂|公布)$/u;
const MOST_SIGNED = 4;

/** Whether a line above a text belongs to its paper. */
export function isPaperHead(line: string): boolean {
  if (line.length > LONGEST_LINE || /[。；！？]/u.test(line)) return false;
  return (
    isDocumentNumber(line) || redHeadOf(line) !== '' || OCCASION.test(line) || speakerIn([line]) !== undefined
  );
}

/** What a text ends with before it is signed: 附件：1. 某表, 2. 某表, （此件公开发布）, 完, 《某报》（2021年03月04日 12 版）. */
const APPENDED =
  /^(?:完$|《[^《》]{2,16}》\s*[（(].{4,24}版\s*[）)]$|附件|附[:：]|\d{1,2}[.．、]|[（(].{2,40}[）)]$)/u;
const MOST_APPENDED = 12;

/** How many of the lines behind a text belong to its paper: what it appends, and who signs it. */
export function linesBehind(lines: readonly string[]): number {
  const end = lines.slice(0, MOST_APPENDED).findIndex((line) => !APPENDED.test(line));
  const appended = end < 0 ? Math.min(lines.length, MOST_APPENDED) : end;
  return appended + signedLines(lines.slice(appended));
}

/** How many of the lines behind a text sign it: organs and, behind them, a date. 0 where no date follows. */
function signedLines(lines: readonly string[]): number {
  for (const [at, line] of lines.slice(0, MOST_SIGNED).entries()) {
    const before = beforeDate(withoutWeekday(line.trim()));
    if (before === '' || (before !== undefined && isSignature(before))) return at + 1;
    if (!isSignature(line)) return 0;
  }
  return 0;
}
