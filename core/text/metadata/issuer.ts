import { firstFound, foundBy, type Found } from '../../report/metadata-rules.ts';
import { adoptedBy, plainOrgan } from './adopted-by.ts';
import { isRegionName } from './region-names.ts';
import { beforeDate } from './report-date.ts';
import { isSignature, letterheadOf, organLine, organsAbove, organsIn, redHeadOf } from './signature.ts';
import type { Speaker } from './speaker.ts';
import { spokenFor } from './spoken-for.ts';
import { lastStatuteChange } from './taiwan-history.ts';

const ORGAN =
  '(?:党组理论学习中心组|黨組理論學習中心組|理论学习中心组|理論學習中心組|党组|黨組|人民政府|政府|常委会|常委會|委员会|委員會|办公厅|辦公廳|办公室|辦公室|教育局|中共中央|中央军委|[总總][署会會]|银行|銀行|[局厅廳委部院署])';
/** 市教育局…中心组：…: an article whose title names its author. */
const NAMED_IN_TITLE = new RegExp(`^(\\p{Script=Han}{2,24}?${ORGAN})[:：]`, 'u');
/** 教育部办公厅关于印发…的通知, 最高人民法院、最高人民检察院关于…的解释. */
const ABOUT_IN_TITLE = new RegExp(
  `^((?:\\p{Script=Han}{0,24}?${ORGAN}[、\\s]+)*\\p{Script=Han}{0,24}?${ORGAN})(?:关于|關於|印发|印發|转发|轉發)`,
  'u',
);
/** 第十四届全国人民代表大会第一次会议关于…的决议, 中国共产党第二十届中央委员会第三次全体会议公报. */
const MEETING_IN_TITLE =
  /^(?:(\p{Script=Han}{0,12}?)第\p{Script=Han}{1,5}[届屆]((?:全国|全國)?人民代表大[会會](?:常[务務]委[员員][会會])?)|((?:中国共产党|中國共產黨)\p{Script=Han}{2,16}委[员員][会會]))(?:第\p{Script=Han}{1,5}次(?:全体|全體)?[会會][议議])?(?:关于|關於|公[报報]|[决決][议議定])/u;
const REGION = String.raw`\p{Script=Han}{2,12}?(?:省|市|自治区|自治區|县|縣|自治州|自治县|自治縣|州|盟|旗|区|區)`;
const WORK_REPORT = new RegExp(
  String.raw`^(?:\d{4}年)?(${REGION})(?:\d{4}年)?(?:人民)?政府工作[报報]告$`,
  'u',
);
/** 最高人民法院工作报告, 某省人民检察院2023年工作报告, 某市人民代表大会常务委员会工作报告. */
const OWN_REPORT = new RegExp(
  String.raw`^((?:最高|${REGION}(?:高级|高級|中级|中級)?)人民(?:法院|检察院|檢察院)|(?:全国|全國|${REGION})人民代表大[会會]常[务務]委[员員][会會])(?:\d{4}年)?工作[报報]告$`,
  'u',
);
const STATE_COUNCIL = /国务院政府工作报告$|國務院政府工作報告$/u;
const ANY_WORK_REPORT = /^(?:\d{4}年)?(?:人民)?政府工作[报報]告$/u;
/** 行政院施政報告, 臺北市政府112年度施政報告. */
const POLICY_ADDRESS =
  /^(\p{Script=Han}{2,12}?(?:院|政府))(?:[\d〇一二三四五六七八九十百]{2,6}年度?)?施政[报報]告$/u;
/** （摘要）, （草案）, （十二大）: what stands behind a title in brackets. */
const BEHIND_TITLE = /\s*[（(][^（()）]{1,12}[）)]$/u;
const RELATIVE = /^[市县縣州省区區]/u;

/** A speech's line below its title: ——2026年2月3日在上海市第十六届人民代表大会… */
const CONGRESS =
  /在(\p{Script=Han}{2,12}?(?:省|市|自治区|自治區|自治州|自治县|自治縣|县|縣|区|區))第\p{Script=Han}{1,5}[届屆]/u;
const LONGEST_NAME = 5;
const HEAD_LINES = 6;

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

/** A covering letter is signed at the top, above what it sends. */
const COVER_LINES = 14;

/** The organs that sign a document at its end, else its covering letter, above their date or before it; empty when none does. */
function signedBy(lines: readonly string[]): string {
  for (let index = lines.length - 1; index >= Math.max(1, lines.length - TAIL_LINES); index -= 1) {
    const before = beforeDate(lines[index]?.trim() ?? '');
    if (before === undefined) continue;
    const organs = before === '' ? organsAbove(lines.slice(1, index)) : organsIn(before);
    if (organs.length > 0) return organs.join('、');
  }
  const dated = lines
    .slice(0, COVER_LINES)
    .findIndex((line, at) => beforeDate(line.trim()) === '' && isSignature(lines[at - 1] ?? ''));
  return dated < 0 ? '' : organsAbove(lines.slice(1, dated)).join('、');
}

/** What an issuer is told by, besides the lines of the text. */
interface Context {
  readonly title: string;
  readonly text: string;
  readonly speaker: Speaker | undefined;
}

/**
 * Who issued a report: what its title says, else its red head, else who adopted it, else who signs it at the end or stands
 * below its title, else for whom its speaker speaks. `lines` are those of the text. Empty when nothing says it.
 */
export function issuerOf({ title, text, speaker }: Context, lines: readonly string[]): Found {
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  const first = (names: readonly string[]): string | undefined => names.find((name) => name !== '');
  return firstFound(
    () => foundBy('title', issuerInTitle(title, head, text)),
    () => foundBy('red-head', plainOrgan(first(head.map(redHeadOf)) ?? '')),
    () => foundBy('event-line', adoptedBy(lines)),
    () => foundBy('change-line', lastStatuteChange(lines)?.organ),
    () => foundBy('signature', plainOrgan(signedBy(lines))),
    () => foundBy('red-head', letterheadOf(head, title)),
    () => foundBy('organ-line', plainOrgan(organLine(lines, title))),
    () => foundBy('speaker-line', speaker?.organ),
    () => foundBy('first-sentence', spokenFor(lines)),
  );
}

/**
 * By the title: the organ that it names before a colon, the government of a government work report (whose region may
 * stand in the lines below). Empty when the title says nothing.
 */
function issuerInTitle(written: string, headLines: readonly string[], text: string): string {
  const title = written.replace(BEHIND_TITLE, '');
  const named = NAMED_IN_TITLE.exec(title)?.[1];
  if (named !== undefined) return withRegion(named, text);
  const meeting = MEETING_IN_TITLE.exec(title);
  if (meeting !== null) return meeting[3] ?? (meeting[1] ?? '') + (meeting[2] ?? '');
  const about = ABOUT_IN_TITLE.exec(title)?.[1];
  if (about !== undefined) return withRegion(about.replaceAll(/[、\s]+/gu, '、'), text);
  if (STATE_COUNCIL.test(title)) return title.includes('國') ? '國務院' : '国务院';
  const region = WORK_REPORT.exec(title)?.[1];
  if (region !== undefined) return `${region}人民政府`;
  const own = OWN_REPORT.exec(title)?.[1] ?? POLICY_ADDRESS.exec(title)?.[1];
  if (own !== undefined) return own;
  if (!ANY_WORK_REPORT.test(title)) return '';
  const congress = headLines.map((line) => CONGRESS.exec(line)?.[1]).find((found) => found !== undefined);
  return congress === undefined ? '' : `${congress}人民政府`;
}
