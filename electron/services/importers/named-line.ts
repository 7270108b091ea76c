import { organsIn } from '#core/text/metadata/signature.ts';

/** A name with fewer characters says too little. */
const LEAST_TITLE = 4;
/** A part behind another one must be longer than the names of most columns. */
const LEAST_PART = 6;
const LONGEST_LINE = 500;
/** What parts the title from the names of site and column in the head of a page. */
const BORDER = String.raw`[-_|｜–—~,，:：;；·»«›<>《》()（）【】\[\]]`;
const ENDS = new RegExp(`^${BORDER}`, 'u');
const BEGINS = new RegExp(`${BORDER}$`, 'u');
const SITE = /(?:[网網]|[网網]站|[门門][户戶]|平[台臺]|[频頻]道|[栏欄]目|公[报報]|[资資]料[库庫])$/u;

/** How the title of a paper ends that says what it is about. */
const PAPER =
  /(?:关于|關於|印发|印發).*(?:通知|意见|意見|决定|決定|决议|決議|报告|報告|方案|办法|辦法|规定|規定|函|公告|通告|通报|通報|批复|批復|规划|規劃|计划|計劃|条例|條例)(?:[（(][^（()）]{1,12}[）)])?$/u;

/** Below this the name of a document may be a label (附件1); where its title stands, and over how many lines. */
const LEAST_NAME = 5;
const LONGEST_NAME = 200;
const HEAD_CHARS = 4_000;
const HEAD_LINES = 14;
const MOST_TITLE_LINES = 4;
const NAME_LABEL = /^\p{Script=Han}{0,4}(?:名称|名稱|标题|標題)\s*[:：]\s*/u;

/** A text without white space; empty for what is too long to be a name. */
export function bareName(text: string): string {
  return text.length > LONGEST_LINE ? '' : text.replace(/\s+/gu, '');
}

/**
 * The place among `lines` (without white space; empty ones are passed over) of what the head of a page calls it: the line that it says
 * as a whole, else the longest that it begins with or that is one of its parts, names of sites and organs left out. -1 when there is
 * none.
 */
export function namedLine(lines: readonly string[], titles: readonly string[]): number {
  // Between words white space parts a title from the name of its site, too.
  const names = titles
    .flatMap((title) => [bareName(title), bareName(title.trim().replace(/\s+/gu, '|'))])
    .filter((name) => name.length >= LEAST_TITLE);
  for (const name of names) {
    const said = lines.lastIndexOf(name);
    // Pages without a title of their own are called by who runs the site.
    if (said >= 0 && organsIn(name).length === 0) return said;
  }
  for (const [isPart, least] of [
    [beginsWith, LEAST_TITLE],
    [holdsPart, LEAST_PART],
  ] as const) {
    let best = -1;
    for (const [at, line] of lines.entries()) {
      const longest = lines[best]?.length ?? least;
      if (line.length < longest || isSite(line)) continue;
      if (names.some((name) => isPart(name, line))) best = at;
    }
    if (best >= 0) return best;
  }
  return -1;
}

function beginsWith(name: string, line: string): boolean {
  return name.startsWith(line) && ENDS.test(name.slice(line.length));
}

function holdsPart(name: string, line: string): boolean {
  const at = name.indexOf(line);
  if (at < 0) return false;
  const [before, after] = [name.slice(0, at), name.slice(at + line.length)];
  const isOpen = before === '' || BEGINS.test(before) || namesPaper(line);
  return isOpen && (after === '' || ENDS.test(after));
}

/** Whether a line ends as the title of a paper does that says what it is about: 某局关于…的通知. */
export function namesPaper(line: string): boolean {
  return PAPER.test(line);
}

function isSite(line: string): boolean {
  return SITE.test(line) || organsIn(line).length > 0;
}

/**
 * The first lines of a reading text that say what its document is called: up to four that are, as a whole and with or without a
 * label (法规名称：…), one of the names; else the line that one of the page's names begins with or holds, as {@link namedLine}
 * finds it. Empty when none does; names of organs are those of sites.
 * @param name what the document is called
 * @param titles all that the head of a page calls it; other documents have none
 */
export function namedTitle(text: string, name: string, titles: readonly string[]): string {
  const lines = text
    .slice(0, HEAD_CHARS)
    .split('\n')
    .slice(0, HEAD_LINES)
    .map((line) => line.trim());
  const whole = [...titles, name].map((one) => wholeTitle(lines, bareName(one))).find((one) => one !== '');
  if (whole !== undefined) return whole;
  const bare = titles.length === 0 ? [] : lines.map(bareName);
  return wholeTitle(lines, bare[namedLine(bare, titles)] ?? '');
}

function isName(bare: string): boolean {
  return bare.length >= LEAST_NAME && bare.length <= LONGEST_NAME && organsIn(bare).length === 0;
}

function wholeTitle(lines: readonly string[], called: string): string {
  if (!isName(called)) return '';
  for (const [at, line] of lines.entries()) {
    const value = line.replace(NAME_LABEL, '');
    if (bareName(value) === called) return value;
    for (let end = at + 2; end <= at + MOST_TITLE_LINES; end += 1) {
      const whole = lines.slice(at, end).join('');
      if (bareName(whole) === called) return whole;
    }
  }
  return '';
}
