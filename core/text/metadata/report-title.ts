import type { Block } from '../block.ts';
import { withoutMenus } from '../repair/furniture-menus.ts';
import { isDocumentNumber } from './document-number.ts';
import { foundBy, type Found } from '../../report/metadata-rules.ts';
import { isLetterhead, redHeadOf } from './signature.ts';

const LONGEST_HEADLINE = 60;
/** Titles that name what a paper is for run longer. */
const LONGEST_PAPER_TITLE = 120;
const LONGEST_LEAD = 40;
/** A title over two or three lines. */
const LONGEST_BROKEN = 120;
/** Shorter beginnings of a sentence say too little (教育是黨之大計). */
const SHORTEST_LEAD = 8;
const SEARCHED_BLOCKS = 5;

const SENTENCE = /[。；;！!？?]/u;
/** A clause goes on to its end if that is not far behind. */
const LONGEST_CLAUSE = 60;
/** Numbers (with the kind of paper that they count), dates and bare labels are no headline. */
const NO_HEADLINE =
  /^[\d\s/.:：\-年月日]+$|^第\s*\d+\s*[号號]\s*(?:[声聲]明|公告|通告|公[报報]|令|新[闻聞]稿)?$|[:：︰]$|^[（(【].*[）)】]$/u;
/** The end of a sentence that what follows is said in: 嚴正聲明如下：. No label: it says what the text is about. */
const LEADS_ON = /(?:如[下后後次]|[声聲]明|表示|指出|[强強][调調]|[说說]明)\s*[:：︰]$/u;
const CAPTION = /[摄攝图圖]$/u;
/** The labels above and below the text of a Taiwanese official letter: 發文日期：, 受文者：, 正本：. */
const LETTER_LABEL =
  /^(?:檔\s*號|保存年限|機關地址|地\s*址|承\s*辦\s*人|聯\s*絡\s*人|聯絡方式|電\s*話|傳\s*真|電子信箱|電子郵件|受文者|發文日期|發文字號|速\s*別|密等[^：:]{0,12}|附\s*件|依\s*據|說\s*明|公告事項|正\s*本|副\s*本)\s*[:：]/u;
/** What databases of laws write above a text: 法規名稱：某某辦法. */
const LAW_NAME = /^法[规規](?:名称|名稱)\s*[:：]\s*(\S.{2,80})$/u;
/** What a letter is about, without the request behind it: 主旨：有關…一案，請查照。 */
const SUBJECT = /^主\s*旨\s*[:：]\s*(.+)$/u;
const REQUEST = /[，,；;]\s*(?:請|敬請|希|並請|復請|特此)[^，,]{0,14}[。.]?$|[。.]$/u;
const LETTER_BLOCKS = 30;
/** 《某某条例》已经…通过，现予公布: an order brings into being what it names. */
const ORDERED = /^《([^《》]{3,80})》[^。]{0,80}(?:公布|發布|发布|施行)/u;
/** How titles of papers end; one that begins with 关于 and does not end so goes on in the next line. */
const PAPER_END =
  /(?:通知|意见|意見|决定|決定|决议|決議|报告|報告|方案|办法|辦法|规定|規定|函|公告|通告|通报|通報|批复|批復|纲要|綱要|规划|規劃|计划|計劃|解释|解釋|细则|細則|条例|條例|建议|建議|说明|說明|讲话|講話)(?:\s*[（(][^（()）]{1,12}[）)])?$/u;
const ABOUT = /(?:^|[局厅廳委部院署府会會室央、\s])(?:关于|關於)/u;
/** What a news item begins with before it says what happened. */
const LEAD_IN = /^(?:近日|日前|近期|今天|昨日|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?)\s*[，,]\s*/u;

/** A number and a date on the line of the text, and the number of its first point. */
const NUMBERS =
  /^(?:第\s*\d+\s*[号號]\s+|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s+|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十]{1,3}[）)]\s*)+/u;
/** Who speaks, and that he does: 外交部茲鄭重聲明：. */
const SOLEMN = /^[^，。；,;]{0,24}?[鄭郑嚴严][重正][声聲]明(?:如[下后後次])?\s*[，,：:︰]\s*/u;

/** Pictures and frames of a document, by name. */
const NAMED_ONLY = /^(?:\[(?:图|视频|音频|嵌入)(?:：[^\]\n]*)?\]\s*)+$/u;

/** A title of an article that asks or exclaims: 校舍安全怎么抓？ */
const ASKS = /^[^，,]{8,40}[？！]$/u;

/** What stands above a title or without one, and is none. */
function isOther(line: string): boolean {
  return (
    (NO_HEADLINE.test(line) && !LEADS_ON.test(line)) ||
    LETTER_LABEL.test(line) ||
    (line.startsWith('[') && NAMED_ONLY.test(line)) ||
    isDocumentNumber(line) ||
    redHeadOf(line) !== ''
  );
}

function isHeadline(line: string): boolean {
  const isShort = line.length <= (PAPER_END.test(line) ? LONGEST_PAPER_TITLE : LONGEST_HEADLINE);
  return isShort && !SENTENCE.test(line) && !NO_HEADLINE.test(line) && !isOther(line);
}

/** A paragraph without what comes before it says anything, as long as something is left. */
function withoutLeads(paragraph: string): string {
  return [NUMBERS, LEAD_IN, SOLEMN].reduce((text, lead) => text.replace(lead, '') || text, paragraph);
}

/** The beginning of a running text, cut behind the first clause that says enough, mostly of at most 40 characters. */
function leadOf(paragraph: string): string {
  const sentence = withoutLeads(paragraph).split(/[。；;！!？?\n]/u, 1)[0] ?? '';
  let end = 0;
  for (const mark of sentence.matchAll(/[，,：:︰]|$/gu)) {
    if (mark.index > (end === 0 ? LONGEST_CLAUSE : LONGEST_LEAD)) break;
    end = mark.index;
    if (end >= SHORTEST_LEAD) break;
  }
  if (end > 0) return sentence.slice(0, end).trim();
  return [...sentence].slice(0, LONGEST_LEAD).join('').trim();
}

/** A headline that its document broke over lines, put together: an organ above 关于…, and 关于… until a kind of paper ends it. */
function wholeHeadline(lines: readonly string[]): string {
  const [line = '', next = ''] = lines;
  if (!isHeadline(next) || line.length + next.length > LONGEST_BROKEN) return line;
  if (isLetterhead(line) && /^(?:关于|關於|印发|印發|转发|轉發)/u.test(next)) {
    return line + wholeHeadline([next, lines[2] ?? '']);
  }
  const isBroken = ABOUT.test(line) && !PAPER_END.test(line) && PAPER_END.test(next) && !ABOUT.test(next);
  return isBroken ? line + next : line;
}

/** The subject of an official letter; undefined for any other text. */
function subjectOf(lines: readonly string[]): string | undefined {
  const subject = lines.slice(0, LETTER_BLOCKS).map((line) => SUBJECT.exec(line)?.[1]);
  return subject
    .find((found) => found !== undefined)
    ?.replace(REQUEST, '')
    .trim();
}

/** The name of a law as its database labels it, where no headline stands above; names of columns are shorter than one. */
function lawNameOf(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => LAW_NAME.test(line));
  const isTitled = lines
    .slice(0, Math.max(0, at))
    .some((line) => line.length >= SHORTEST_LEAD && isHeadline(line));
  return isTitled ? undefined : LAW_NAME.exec(lines[at] ?? '')?.[1]?.trim();
}

/** What an order enacts, where it stands behind the order under its own name. */
function orderedTitle(lines: readonly string[]): string | undefined {
  const head = lines.slice(0, LETTER_BLOCKS);
  if (!head.slice(0, SEARCHED_BLOCKS).some((line) => redHeadOf(line) !== '')) return undefined;
  const named = head.map((line) => ORDERED.exec(line)?.[1]).find((found) => found !== undefined);
  return named !== undefined && head.includes(named) ? named : undefined;
}

/**
 * The title of a report from its reading text: the first top heading of Markdown, else the subject of an official letter, what an
 * order enacts, the first line that looks like a headline (short, no sentence), with its next line where it was broken; else
 * the beginning of the first sentence. Empty for an empty text.
 */
export function reportTitle(text: string, blocks: readonly Block[], isMarkdown: boolean): Found {
  const lineOf = (block: Block): string => text.slice(block.start, block.end).trim();
  if (isMarkdown) {
    const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
    if (heading !== undefined) return foundBy('heading', lineOf(heading));
  }
  const lines = withoutMenus(blocks.slice(0, LETTER_BLOCKS).map(lineOf));
  const subject = subjectOf(lines);
  if (subject !== undefined && subject !== '') return foundBy('subject-line', subject);
  const lawName = lawNameOf(lines);
  if (lawName !== undefined) return foundBy('headline', lawName);
  const ordered = orderedTitle(lines);
  if (ordered !== undefined) return foundBy('headline', ordered);
  const [top = ''] = lines;
  if (ASKS.test(top) && lines.length > 1 && isHeadline(top.slice(0, -1))) return foundBy('headline', top);
  for (const [at, line] of lines.slice(0, SEARCHED_BLOCKS).entries()) {
    const next = lines[at + 1] ?? '';
    // The organ above a title is no title, unless the title goes on from it.
    if (isLetterhead(line) && isHeadline(next) && wholeHeadline(lines.slice(at)) === line) continue;
    if (isHeadline(line)) return foundBy('headline', wholeHeadline(lines.slice(at)).replace(/^#+\s*/u, ''));
    if (!isOther(line) && !CAPTION.test(line)) break;
  }
  const paragraph = blocks.map(lineOf).find((line) => !isOther(line) && !CAPTION.test(line));
  return foundBy('first-sentence', leadOf(paragraph ?? text));
}
