import { firstFound, foundBy, type Found } from '../../report/metadata-rules.ts';
import { adoptedBy } from './adopted-by.ts';
import { isRegionName } from './region-names.ts';
import { beforeDate } from './report-date.ts';
import { organsAbove, organsIn, redHeadOf } from './signature.ts';

const ORGAN =
  '(?:党组理论学习中心组|黨組理論學習中心組|理论学习中心组|理論學習中心組|党组|黨組|人民政府|政府|委员会|委員會|办公厅|辦公廳|办公室|辦公室|教育局|[局厅廳委部院])';
/** 市教育局…中心组：…: an article whose title names its author. */
const NAMED_IN_TITLE = new RegExp(`^(\\p{Script=Han}{2,24}?${ORGAN})[:：]`, 'u');
/** 教育部办公厅关于印发…的通知, 最高人民法院、最高人民检察院关于…的解释. */
const ABOUT_IN_TITLE = new RegExp(
  `^((?:\\p{Script=Han}{1,24}?${ORGAN}[、 ])*\\p{Script=Han}{1,24}?${ORGAN})(?:关于|關於|印发|印發|转发|轉發)`,
  'u',
);
const WORK_REPORT =
  /^(?:\d{4}年)?(\p{Script=Han}{2,12}?(?:省|市|自治区|自治區|县|縣|自治州|区|區))(?:\d{4}年)?(?:人民)?政府工作[报報]告$/u;
const STATE_COUNCIL = /国务院政府工作报告$|國務院政府工作報告$/u;
const ANY_WORK_REPORT = /^(?:\d{4}年)?(?:人民)?政府工作[报報]告$/u;
const RELATIVE = /^[市县縣州省区區]/u;

/** A speech's line below its title: ——2026年2月3日在上海市第十六届人民代表大会… */
const CONGRESS =
  /在(\p{Script=Han}{2,12}?(?:省|市|自治区|自治區|自治州|县|縣|区|區))第\p{Script=Han}{1,5}[届屆]/u;
const LONGEST_NAME = 5;
const HEAD_LINES = 5;

/** The name with the region before it that the text gives: 台州市教育局 for 市教育局. */
function withRegion(name: string, text: string): string {
  if (!RELATIVE.test(name)) return name;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    for (let length = LONGEST_NAME; length >= 2; length -= 1) {
      const before = text.slice(Math.max(0, at - length), at);
      if (isRegionName(before)) return before + name;
    }
  }
  return name;
}

/** Where the signature of a document ends at the latest, counted in lines from its end. */
const TAIL_LINES = 8;

/** The organs that sign a document at its end, above their date or before it; empty when none does. */
function signedBy(lines: readonly string[]): string {
  for (let index = lines.length - 1; index >= Math.max(1, lines.length - TAIL_LINES); index -= 1) {
    const before = beforeDate(lines[index]?.trim() ?? '');
    if (before === undefined) continue;
    const organs = before === '' ? organsAbove(lines.slice(1, index)) : organsIn(before);
    if (organs.length > 0) return organs.join('、');
  }
  return '';
}

/**
 * Who issued a report: what its title says, else its red head, else who adopted it, else who signs it at the end. `lines` are those of the text.
 * Empty when nothing says it.
 */
export function issuerOf(title: string, lines: readonly string[], text: string): Found {
  const head = lines.slice(0, HEAD_LINES);
  return firstFound(
    () => foundBy('title', issuerInTitle(title, head, text)),
    () =>
      foundBy(
        'red-head',
        head.map(redHeadOf).find((name) => name !== ''),
      ),
    () => foundBy('event-line', adoptedBy(head)),
    () => foundBy('signature', signedBy(lines)),
  );
}

/**
 * By the title: the organ that it names before a colon, the government of a government work report (whose region may
 * stand in the lines below). Empty when the title says nothing.
 */
function issuerInTitle(title: string, headLines: readonly string[], text: string): string {
  const named = NAMED_IN_TITLE.exec(title)?.[1];
  if (named !== undefined) return withRegion(named, text);
  const about = ABOUT_IN_TITLE.exec(title)?.[1];
  if (about !== undefined) return withRegion(about, text);
  if (STATE_COUNCIL.test(title)) return title.includes('國') ? '國務院' : '国务院';
  const region = WORK_REPORT.exec(title)?.[1];
  if (region !== undefined) return `${region}人民政府`;
  if (!ANY_WORK_REPORT.test(title)) return '';
  const congress = headLines.map((line) => CONGRESS.exec(line)?.[1]).find((found) => found !== undefined);
  return congress === undefined ? '' : `${congress}人民政府`;
}
