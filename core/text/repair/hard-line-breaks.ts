/*
 * Lines broken at a fixed width inside paragraphs, as in files from terminals, mail and PDF.
 *
 * Evidence: a file that was wrapped so has an edge: hardly any line is longer, many end there or a little before (see
 * wrapped-width.ts), and most of these stop in the middle of a sentence and hold clauses. Then a line is joined with the next
 * one only when it reaches the edge, or would with the word that begins the next, ends in the middle of a sentence, and
 * the next does not begin like a new paragraph. Where indents or empty lines tell paragraphs apart a full line goes on even
 * if it ends with a sentence; elsewhere that is only proposed. Rows of a table are never joined, and neither are a title or a
 * heading and the running text below it; two lines without any mark, which may be two of a list, are only proposed. In
 * Markdown the parser joins.
 */
import type { Edit } from '../edit.ts';
import { cannotBegin } from './goes-on.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { startsWithLabel } from './paragraph-starts.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';
import { tableRows } from './table-rows.ts';
import { cutsText, indentOf, isOpen, wrapOf } from './wrapped-width.ts';
import type { Wrap } from './wrapped-width.ts';

const ID = 'line-joining';
const CERTAIN = 0.9;
const PROPOSED = 0.5;
/** Paragraphs that a file must have, and how many of them must be told apart, before its full lines all go on. */
const LEAST_ENDS = 3;
const LEAST_MARKED_SHARE = 0.9;
/** Files that put an empty line behind every line do so nearly everywhere. */
const LEAST_SPACED_SHARE = 0.9;

const HEADING_LABEL = /^(?:[一二三四五六七八九十百]+[、.．]|第[一二三四五六七八九十百零\d]+[编編篇章节節])/u;
/** 各位代表：, 同志们： */
const SALUTATION = /^(?:各位|同志|女士|先生|主席|尊敬)\p{Script=Han}{0,12}[：:]$/u;
/** …在第十四届全国人民代表大会第一次会议上: the line of an occasion, with a name below it. */
const OCCASION = /[会會][议議]上$/u;
/** 法规类别：…, 发布日期：… below a title. */
const LABELLED = /^\p{Script=Han}{2,6}\s*[：:]/u;
const DATE = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/u;
const CLAUSE_MARK = /[，。；：、！？,;]/u;
const HEAD_LINES = 4;
/** The last word of a title; 关于…报告 / 的决议 goes on. */
const TITLE_END =
  /(?:决议|決議|报告|報告|公报|公報|决定|決定|意见|意見|通知|办法|辦法|条例|條例|规定|規定|讲话|講話|纲要|綱要|规划|規劃)$/u;
const TITLE_GOES_ON = /^[的和与與及《（(]|^(?:决议|決議|通知|说明|說明|摘要|草案)/u;

/** Whether a full line is a title or heading of just this length, and the next one what it heads. */
function isHeadingAbove(line: Line, next: Line, isInHead: boolean, isNextFull: boolean): boolean {
  const text = line.text.trim();
  const below = next.text.trim();
  if (isInHead && TITLE_END.test(text) && !CLAUSE_MARK.test(text) && !TITLE_GOES_ON.test(below)) return true;
  if (SALUTATION.test(below) || (isInHead && LABELLED.test(below))) return true;
  const label = HEADING_LABEL.exec(text)?.[0] ?? '';
  if (CLAUSE_MARK.test(text.slice(label.length))) return false;
  if (OCCASION.test(text) || DATE.test(below)) return true;
  return (label !== '' || isInHead) && isNextFull && CLAUSE_MARK.test(below);
}

/** The number of a page, an address, the day of a print: no line goes on there. */
const STANDS_ALONE =
  /^(?:\d{1,4}(?:\s*\/\s*\d{1,4})?|(?:https?|file):\/\/.*|(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?:\s.*)?|[-—–]{1,2}\s*\d{1,4}\s*[-—–]{1,2})$/u;

const standsAlone = ({ text }: Line): boolean => STANDS_ALONE.test(text.trim());

/** How many line breaks part two lines; the end of a page is one, whatever stands around it. */
function breaksBetween(text: string, line: Line, next: Line): number {
  if (/^\s*\f/u.test(text.slice(line.end, next.end))) return 1;
  return text.slice(line.end, next.start).match(/\r\n|\r|\n/gu)?.length ?? 0;
}

/** What a file shows about where its paragraphs end. */
interface Paragraphs {
  /**
   * Whether they are told apart by empty lines or indents: behind the lines that stop short of the edge one or the other
   * stands. Then a full line goes on even if it ends with a sentence.
   */
  readonly areMarked: boolean;
  /** How many line breaks stand behind a line that goes on: 2 in a file with an empty line behind every line. */
  readonly breaks: number;
}

function paragraphsOf(text: string, lines: readonly Line[], wrap: Wrap): Paragraphs {
  let ends = 0;
  let marked = 0;
  let open = 0;
  let spaced = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) continue;
    const breaks = breaksBetween(text, line, next);
    const isIndented = wrap.isIndented(next);
    if (!wrap.isFull(line, next)) {
      ends += 1;
      if (breaks > 1 || isIndented) marked += 1;
    } else if (isOpen(line) && !isIndented) {
      open += 1;
      if (breaks === 2) spaced += 1;
    }
  }
  const isSpaced = spaced >= LEAST_SPACED_SHARE * open;
  const areMarked = !isSpaced && ends >= LEAST_ENDS && marked >= LEAST_MARKED_SHARE * ends;
  return { areMarked, breaks: isSpaced ? 2 : 1 };
}

const NAMED_TITLE = /[关關][于於]/u;

/**
 * Two lines without any mark may be two of a list (of offices, of verses), however full they are, unless the break cuts a word
 * or a title.
 */
function mayBeList(line: Line, next: Line): boolean {
  if (CLAUSE_MARK.test(line.text) || CLAUSE_MARK.test(next.text) || cutsText(line, next)) return false;
  return !(NAMED_TITLE.test(line.text) && TITLE_END.test(next.text.trim()));
}

/** So many continuations of labelled lines, and so many more than indented lines of their own, are a habit of the page. */
const LEAST_HANGING = 3;
const LEAST_HANGING_PER_OTHER = 2;

const isLabelled = ({ text }: Line): boolean => startsWithLabel(text.trimStart());
const hangsBelow = (line: Line, next: Line): boolean => isLabelled(line) && indentOf(next) > indentOf(line);

/** Whether a page indents what goes on below a label (一、…), and not what begins a paragraph. */
function hasHangingIndents(lines: readonly Line[], wrap: Wrap): boolean {
  let hanging = 0;
  let others = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || !wrap.isIndented(next) || isLabelled(next)) continue;
    if (!wrap.isFull(line, next)) others += 1;
    else if (hangsBelow(line, next)) hanging += 1;
  }
  return hanging >= Math.max(LEAST_HANGING, LEAST_HANGING_PER_OTHER * others);
}

function find(text: string, { format }: RuleContext): readonly Edit[] {
  if (format === 'md') return [];
  const lines = filledLines(text);
  const rows = tableRows(lines);
  const wrap = wrapOf(lines.filter((line, index) => !rows.has(index) && !standsAlone(line)));
  if (wrap === undefined) return [];
  const { areMarked, breaks } = paragraphsOf(text, lines, wrap);
  const isHanging = hasHangingIndents(lines, wrap);
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || !wrap.isFull(line, next)) continue;
    const head = next.text.trimStart();
    if (startsWithLabel(head) || rows.has(index) || rows.has(index + 1)) continue;
    if (standsAlone(line) || standsAlone(next)) continue;
    const last = edits.at(-1);
    const isBegun = last?.applied === true && last.end === line.end - line.text.trimStart().length;
    const hangs = isHanging && (hangsBelow(line, next) || (isBegun && indentOf(line) === indentOf(next)));
    if (wrap.isIndented(next) && !hangs && !cannotBegin(head)) continue;
    const second = lines[index + 2];
    const isNextFull = second !== undefined && wrap.isFull(next, second);
    if (isHeadingAbove(line, next, index < HEAD_LINES, isNextFull)) continue;
    // More than is usual parts paragraphs.
    if (breaksBetween(text, line, next) > breaks) continue;
    // The end of a sentence at the edge is perhaps the end of its paragraph.
    const applied = (areMarked || isOpen(line)) && (isBegun || !mayBeList(line, next));
    edits.push(joined(text, line, next, applied));
  }
  return edits;
}

/** The edit that brings two lines together, white space at their ends and a space between Latin words included. */
function joined(text: string, line: Line, next: Line, applied: boolean): Edit {
  const end = line.text.trimEnd();
  const head = next.text.trimStart();
  const areWords = /[A-Za-z,]$/u.test(end) && /^[A-Za-z0-9]/u.test(head);
  const change = { after: areWords ? ' ' : '', rule: ID, confidence: applied ? CERTAIN : PROPOSED, applied };
  return editAt(text, { start: line.start + end.length, end: next.end - head.length }, change);
}

/** Joins lines that were broken at a fixed width; see the evidence above. */
export const hardLineBreaks: RepairRule = { id: ID, find };
