/*
 * Lines broken at a fixed width inside paragraphs, as in files from terminals, mail and PDF.
 *
 * Evidence: in a file that was wrapped so, most lines have the same length or a little less, few more, and most of these
 * stop in the middle of a sentence. Both must hold for the file; then a line is joined with the next one only when it is
 * full, ends in a Han character or a comma, and the next does not begin like a new paragraph; rows of a table, cells parted
 * by white space without a clause, are never joined. In Markdown the parser joins.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'line-joining';
const CERTAIN = 0.9;
const LEAST_LINES = 8;
/** Widths that people and programs wrap at, in characters. */
const NARROWEST = 16;
const WIDEST = 100;
/** A wrapped line may be so many characters shorter than the width: marks may not begin a line, words may not be cut. */
const SLACK = 3;
const LEAST_FULL_SHARE = 0.5;
const LEAST_OPEN_SHARE = 0.6;
/** Marks hang over the edge, and what cannot be broken. */
const MOST_LONGER_SHARE = 0.15;
/** Paragraphs that a file must have, and how many of them must be told apart, before its full lines all go on. */
const LEAST_ENDS = 3;
const LEAST_MARKED_SHARE = 0.9;

/** The middle of a sentence; a quotation or bracket that ends one holds its full stop. */
const OPEN_END = /(?:[\p{Script=Han}，、；,“「《（(A-Za-z0-9０-９%％]|(?<![。！？!?；])[）)」』”’》】])$/u;
const NEW_PARAGRAPH =
  /^(?:[\s\u3000]|[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|第[一二三四五六七八九十百零\d]+[章节節条條编編，、]|[①-⑳•●◆■·*-]|附[件则則：:]|目[\s\u3000]*[录錄])/u;

const ROW = /\p{Script=Han}\s+\p{Script=Han}[^，。；：、！？,;]*\p{Script=Han}\s+\p{Script=Han}/u;

/** A row of a table, as far as plain text tells: at least three cells and no clause. */
function isRow({ text }: Line): boolean {
  return text.length <= 2 * WIDEST && !/[，。；：、！？,;]/u.test(text) && ROW.test(text);
}

function isFull(line: Line, width: number): boolean {
  return line.text.trimEnd().length >= width - SLACK;
}

/** The width that most lines end at or a little before; a few may hang over. */
function commonWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { text } of lines) {
    const length = text.trimEnd().length;
    for (let width = length; width <= length + SLACK; width += 1) {
      counts.set(width, (counts.get(width) ?? 0) + 1);
    }
  }
  let best = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width < best)) [best, most] = [width, count];
  }
  return best;
}

/** The width a file was wrapped at, or undefined when its lines are paragraphs. */
function wrappedWidth(lines: readonly Line[]): number | undefined {
  if (lines.length < LEAST_LINES) return undefined;
  const width = commonWidth(lines);
  if (width < NARROWEST || width > WIDEST) return undefined;
  const longer = lines.filter(({ text }) => text.trimEnd().length > width).length;
  const full = lines.filter((line) => isFull(line, width));
  const open = full.filter(({ text }) => OPEN_END.test(text.trimEnd()));
  const isWrapped =
    longer <= MOST_LONGER_SHARE * lines.length &&
    full.length >= LEAST_FULL_SHARE * lines.length &&
    open.length >= LEAST_OPEN_SHARE * full.length;
  return isWrapped ? width : undefined;
}

function breaksBetween(text: string, line: Line, next: Line): number {
  return text.slice(line.end, next.start).match(/\r\n|\r|\n/gu)?.length ?? 0;
}

/**
 * Whether paragraphs are told apart by empty lines or indents: behind the lines that stop short of the width one or the
 * other stands. Then a full line goes on even if it ends with a sentence.
 */
function marksParagraphs(text: string, lines: readonly Line[], width: number): boolean {
  let ends = 0;
  let marked = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || isFull(line, width)) continue;
    ends += 1;
    if (breaksBetween(text, line, next) > 1 || /^[\s\u3000]/u.test(next.text)) marked += 1;
  }
  return ends >= LEAST_ENDS && marked >= LEAST_MARKED_SHARE * ends;
}

function find(text: string, { format }: RuleContext): readonly Edit[] {
  if (format === 'md') return [];
  const lines = filledLines(text);
  const width = wrappedWidth(lines);
  if (width === undefined) return [];
  const goesOn = marksParagraphs(text, lines, width);
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || !isFull(line, width)) continue;
    if (!goesOn && !OPEN_END.test(line.text.trimEnd())) continue;
    if (NEW_PARAGRAPH.test(next.text) || (isRow(line) && isRow(next))) continue;
    const start = line.start + line.text.trimEnd().length;
    // An empty line parts paragraphs.
    if (breaksBetween(text, line, next) !== 1) continue;
    const words = /[A-Za-z0-9,]$/u.test(line.text.trimEnd()) && /^[A-Za-z0-9]/u.test(next.text);
    const after = words ? ' ' : '';
    edits.push(
      editAt(text, { start, end: next.start }, { after, rule: ID, confidence: CERTAIN, applied: true }),
    );
  }
  return edits;
}

/** Joins lines that were broken at a fixed width; see the evidence above. */
export const hardLineBreaks: RepairRule = { id: ID, find };
