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
/** Numbers, dates and bare labels are no headline. */
const NO_HEADLINE = /^[\d\s/.:：\-年月日]+$|^第\s*\d+\s*[号號]$|[:：]$|^[（(【].*[）)】]$/u;
const CAPTION = /[摄攝图圖]$/u;
/** What a news item begins with before it says what happened. */
const LEAD_IN = /^(?:近日|日前|近期|今天|昨日|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?)\s*[，,]\s*/u;

/** What stands above a title or without one, and is none. */
function isOther(line: string): boolean {
  return NO_HEADLINE.test(line) || isDocumentNumber(line) || redHeadOf(line) !== '';
}

function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !SENTENCE.test(line) && !isOther(line);
}

/** The beginning of a running text, cut behind the first clause that says enough, at most 40 characters. */
function leadOf(paragraph: string): string {
  const sentence = paragraph.replace(LEAD_IN, '').split(/[。；;！!？?\n]/u, 1)[0] ?? '';
  let end = 0;
  for (const mark of sentence.matchAll(/[，,：:]|$/gu)) {
    if (mark.index > LONGEST_LEAD) break;
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
