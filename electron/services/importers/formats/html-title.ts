import { organsIn } from '#core/text/metadata/signature.ts';
import { labelledValues } from '#core/text/repair/furniture-values.ts';

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
/** Labels of tables above a text that name it. */
const TITLE_LABELS: ReadonlySet<string> = new Set(['标题', '名称', '信息名称']);
/** How the title of a paper ends that says what it is about. */
const PAPER =
  /(?:关于|關於|印发|印發).*(?:通知|意见|意見|决定|決定|决议|決議|报告|報告|方案|办法|辦法|规定|規定|函|公告|通告|通报|通報|批复|批復|规划|規劃|计划|計劃|条例|條例)(?:[（(][^（()）]{1,12}[）)])?$/u;
const LONGEST_PAPER = 90;

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
  const isOpen = before === '' || BEGINS.test(before) || PAPER.test(line);
  return isOpen && (after === '' || ENDS.test(after));
}

function isSite(line: string): boolean {
  return SITE.test(line) || organsIn(line).length > 0;
}

/** What a table above a text calls it (标题：…). */
export function labelledTitles(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => line.includes('\t'))
    .flatMap((line) => labelledValues(line))
    .flatMap(({ label, value }) => (TITLE_LABELS.has(label) ? [value] : []));
}

/** Whether a line is the title of a paper and nothing else: 某局关于…的通知. */
export function isPaperTitle(line: string): boolean {
  return line.length <= LONGEST_PAPER && PAPER.test(line) && !/[。；：:！？]/u.test(line);
}
