import type { Block } from '../block.ts';
import { isDocumentNumber } from './document-number.ts';
import { foundBy, type Found } from '../../report/metadata-rules.ts';
import { redHeadOf } from './signature.ts';

const LONGEST_HEADLINE = 60;
const LONGEST_LEAD = 40;
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
/** What a news item begins with before it says what happened. */
const LEAD_IN = /^(?:近日|日前|近期|今天|昨日|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?)\s*[，,]\s*/u;

/** A number and a date on the line of the text, and the number of its first point. */
const NUMBERS =
  /^(?:第\s*\d+\s*[号號]\s+|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s+|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十]{1,3}[）)]\s*)+/u;
/** Who speaks, and that he does: 外交部茲鄭重聲明：. */
const SOLEMN = /^[^，。；,;]{0,24}?[鄭郑嚴严][重正][声聲]明(?:如[下后後次])?\s*[，,：:︰]\s*/u;

/** What stands above a title or without one, and is none. */
function isOther(line: string): boolean {
  return (NO_HEADLINE.test(line) && !LEADS_ON.test(line)) || isDocumentNumber(line) || redHeadOf(line) !== '';
}

function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !SENTENCE.test(line) && !NO_HEADLINE.test(line) && !isOther(line);
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

/**
 * The title of a report from its reading text: the first top heading of Markdown, else the first line that looks like a headline
 * (short, no sentence), else the beginning of the first sentence. Empty for an empty text.
 */
export function reportTitle(text: string, blocks: readonly Block[], isMarkdown: boolean): Found {
  const lineOf = (block: Block): string => text.slice(block.start, block.end).trim();
  if (isMarkdown) {
    const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
    if (heading !== undefined) return foundBy('heading', lineOf(heading));
  }
  for (const block of blocks.slice(0, SEARCHED_BLOCKS)) {
    const line = lineOf(block);
    if (isHeadline(line)) return foundBy('headline', line.replace(/^#+\s*/u, ''));
    if (!isOther(line) && !CAPTION.test(line)) break;
  }
  const paragraph = blocks.map(lineOf).find((line) => !isOther(line) && !CAPTION.test(line));
  return foundBy('first-sentence', leadOf(paragraph ?? text));
}
