/*
 * Stray spaces between Han characters: 教育 发展 written as 教 育 发 展 by a converter or a PDF.
 *
 * Evidence: of 31,157 spaces between Han characters in statutes 29,609 stand behind a numbering label and are right; so are
 * those in 目 録 with a full-width space, in dates, between a title and a name, in tables and in centred headings and
 * signatures, which are lines of their own without a clause. So a run of at least four single characters, each parted by
 * one space (教 育 发 展), is stray in a line that holds a clause, on a page that has several. A space alone is judged by the
 * word that it cuts (发 展): behind labels apart, sound texts have hardly one such place each, so a page with three has strays.
 * Where they are a quarter of the page's spaces, as where chance set them, those between words are stray too.
 */
import type { Edit } from '../edit.ts';
import { cutsWord } from './cut-words.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';
import { touchesAny } from './sorted-ranges.ts';

const ID = 'stray-spaces';
const CERTAIN = 0.9;
const PROPOSED = 0.4;
/** What the places have in common: a space before a character of Chinese or a mark. */
const TRACE = /[ \u00a0\u2000-\u200a\u202f]\P{ASCII}/u;
/** Single characters in a row, each parted by one space. */
const SPACED = /(?<!\p{Script=Han})\p{Script=Han}(?:[ \u00a0]\p{Script=Han}){3,}(?!\p{Script=Han})/gu;
/** So many spaces inside such runs make a page one that was spaced out; a heading or a name has few. */
const LEAST_SPACES = 12;
/** Running text says more than a cell, a heading or a signature. */
const CLAUSE = /[，。；！？,;]/u;

const NUMBERS = '一二三四五六七八九十百零〇○';
/** What a line begins with and the white space behind it, which is right: 一、 （一） 1. 第一条. */
const LABEL = new RegExp(
  String.raw`^[\s\u3000]*(?:第\s?(?:[${NUMBERS}](?:\s?[${NUMBERS}])*|\d+)\s?[编編篇章节節条條]|[（(]\s?(?:[${NUMBERS}]+|\d+)\s?[）)]|(?:[${NUMBERS}]+|\d+)\s?[、.．])[\s\u3000]*`,
  'u',
);
/** Short words that are spread over a line. */
const SPREAD =
  /^[\s\u3000]*(?:目\s*[录錄録次]|[总總]\s*[则則]|附\s*[则則件录錄録表]|前\s*言|序\s*言|主\s*[题題][词詞]|抄\s*送|[来來]\s*源|作\s*者)(?!\p{Script=Han})/u;

/** A page of which most neighbours are parted was spaced out as a whole, so that its short runs and marks count too. */
const SPACED_OUT_SHARE = 0.5;
const PARTED = /(?<=\p{Script=Han})[ \u00a0](?=\p{Script=Han})/gu;
/** Beside marks too; behind the end of a sentence a space may be a paragraph's. */
const PARTED_OR_MARKED =
  /(?<=[\p{Script=Han}，；：、“‘「『《（”’」』》）])[ \u00a0](?=[\p{Script=Han}，。；：、！？“‘「『《（”’」』》）])/gu;
/** Figures and letters that stand one by one, as 2 0 1 9 年: no number or word is written so. */
const PARTED_SINGLES = /(?<=(?:^|[ \u00a0])\S)[ \u00a0](?=\S(?:[ \u00a0]|$))/gu;
const TOUCHING = /\p{Script=Han}(?=\p{Script=Han})/gu;

function isSpacedOut(text: string, running: readonly string[]): boolean {
  const inRunningText = running.reduce((sum, line) => sum + (line.match(PARTED)?.length ?? 0), 0);
  if (inRunningText < LEAST_SPACES) return false;
  const parted = text.match(PARTED)?.length ?? 0;
  const touching = text.match(TOUCHING)?.length ?? 0;
  return parted >= SPACED_OUT_SHARE * (parted + touching);
}

function spacesIn(line: string, spacedOut: boolean): readonly number[] {
  if (SPREAD.test(line)) return [];
  const label = LABEL.exec(line)?.[0] ?? '';
  const from = label.length;
  if (spacedOut) {
    // Inside the label (第 二 十 条) too, but not behind it.
    const behind = label.trimEnd().length;
    const places = [PARTED_OR_MARKED, PARTED_SINGLES].flatMap((pattern) =>
      [...line.matchAll(pattern)].map(({ index }) => index),
    );
    return [...new Set(places)]
      .filter((index) => index < behind || index >= from)
      .sort((one, other) => one - other);
  }
  if (!CLAUSE.test(line)) return [];
  return [...line.slice(from).matchAll(SPACED)].flatMap((match) =>
    [...match[0].matchAll(/[ \u00a0]/gu)].map((space) => from + match.index + space.index),
  );
}

/** One or two spaces between Han characters. */
const GAP = /(?<=\p{Script=Han})[ \u00a0\u2000-\u200a\u202f]{1,2}(?=\p{Script=Han})/gu;
/** So many words that are cut make a page one with stray spaces. */
const LEAST_CUT = 3;
const LEAST_CUT_SHARE = 0.25;
/** A shorter line without a clause is a cell or a heading that is spread out. */
const LEAST_TOUCHING = 6;
const LEAST_TOUCHING_PER_GAP = 3;
/** Names in a row: short runs, each parted from the next. */
const NAMES = /(?<!\p{Script=Han})(?:\p{Script=Han}{2,4}[ \u00a0]+){2,}/gu;
const MOST_LOOKED_AT = 20_000;

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly cutsWord: boolean;
  /** Whether it may be right: in a row of names, behind a date, outside running text. */
  readonly isPlausible: boolean;
}

/** The frame of a table that was drawn with signs. */
const TABLE = /[\u2500-\u257f|｜]/u;
/** 二  行政區劃, 附註：一  專業: numbers without a mark, in front of what they count. */
const NUMBER_ALONE = new RegExp(`(?:^|[^\\p{Script=Han}])[${NUMBERS}]{1,3}$`, 'u');

/** …实行。第三条 本市: a label behind breaks that were lost has its space, too. */
const LABEL_INSIDE = new RegExp(
  String.raw`第\s?(?:[${NUMBERS}](?:\s?[${NUMBERS}])*|\d+)\s?[编編篇章节節条條]$`,
  'u',
);

function isBehindLabel(text: string, at: number): boolean {
  return (
    NUMBER_ALONE.test(text.slice(Math.max(0, at - 4), at)) ||
    LABEL_INSIDE.test(text.slice(Math.max(0, at - 20), at))
  );
}

/** A title or heading of which most characters touch, so that no one spread it over its line. */
function isTight(line: string): boolean {
  const touching = line.match(TOUCHING)?.length ?? 0;
  const gaps = line.match(GAP)?.length ?? 0;
  return touching >= LEAST_TOUCHING && touching >= LEAST_TOUCHING_PER_GAP * gaps;
}

function gapsIn({ start, text }: Line): readonly Gap[] {
  const isRunning = CLAUSE.test(text);
  if (SPREAD.test(text) || TABLE.test(text) || (!isRunning && !isTight(text))) return [];
  const from = LABEL.exec(text)?.[0].length ?? 0;
  const gaps = [...text.matchAll(GAP)].flatMap(({ 0: space, index }) => {
    if (index < from || isBehindLabel(text, index)) return [];
    const end = index + space.length;
    const isPlausible = !isRunning || /\d[年月日]$/u.test(text.slice(Math.max(0, index - 2), index));
    const cuts = cutsWord(text.slice(Math.max(0, index - 4), index), text.slice(end, end + 4));
    return [{ start: start + index, end: start + end, cutsWord: cuts, isPlausible }];
  });
  const cut = gaps.filter((gap) => gap.cutsWord);
  const names = [...text.matchAll(NAMES)]
    .map(({ 0: row, index }) => ({ start: start + index, end: start + index + row.length }))
    .filter((row) => !touchesAny(cut, row));
  return gaps.map((gap) => (touchesAny(names, gap) ? { ...gap, isPlausible: true } : gap));
}

/** Spaces beside marks: before one they are never right; behind one a page may set them throughout by mistake. */
const BEFORE_MARK = /(?<=[\p{Script=Han}”’」』》）%％])[ \u00a0]+(?=[，。；：、！？])/gu;
const BEHIND_MARK = /(?<=[，；：、。！？])[ \u00a0]+(?=[\p{Script=Han}“‘「『《])/gu;
const CLAUSE_MARK = /[，；：、](?=[ \u00a0]*\p{Script=Han})/gu;
const LEAST_BEFORE = 3;
const LEAST_BEHIND = 8;
const LEAST_BEHIND_SHARE = 0.5;

function spacesBesideMarks(text: string): readonly Edit[] {
  const before = [...text.matchAll(BEFORE_MARK)];
  const behind = [...text.matchAll(BEHIND_MARK)];
  const clauses = text.match(CLAUSE_MARK)?.length ?? 0;
  const ofClauses = behind.filter(({ index }) => !/[。！？]/u.test(text[index - 1] ?? '')).length;
  const isHabit = ofClauses >= Math.max(LEAST_BEHIND, LEAST_BEHIND_SHARE * clauses);
  const stray = [...(before.length >= LEAST_BEFORE ? before : []), ...(isHabit ? behind : [])];
  return stray
    .filter(({ index }) => !LABELLED.test(text.slice(Math.max(0, index - 8), index)))
    .map(({ 0: space, index }) => {
      const range = { start: index, end: index + space.length };
      return editAt(text, range, { after: '', rule: ID, confidence: CERTAIN, applied: true });
    });
}

/** 一、 at the head of a line, whose space is right. */
const LABELLED = new RegExp(String.raw`(?:^|[\n\u3000。；])\s*(?:[${NUMBERS}]+|\d+)、$`, 'u');

/** Single stray spaces of a page that proves to have some. */
function loneSpaces(text: string, lines: readonly Line[]): readonly Edit[] {
  const gapped = lines.filter((line) => line.text.search(GAP) >= 0);
  const gaps: Gap[] = [];
  for (const line of gapped) {
    if (gaps.length > MOST_LOOKED_AT) break;
    gaps.push(...gapsIn(line));
  }
  const cut = gaps.filter((gap) => gap.cutsWord).length;
  if (cut < LEAST_CUT) return [];
  const all = cut >= LEAST_CUT_SHARE * gaps.length;
  return gaps
    .filter((gap) => gap.cutsWord || (all && !gap.isPlausible))
    .map((gap) => editAt(text, gap, { after: '', rule: ID, confidence: CERTAIN, applied: true }));
}

function find(text: string): readonly Edit[] {
  const hasGap = text.search(GAP) >= 0;
  const lines = filledLines(text);
  const running = lines.map((line) => line.text).filter((line) => CLAUSE.test(line));
  const spacedOut = hasGap && isSpacedOut(text, running);
  const places = hasGap
    ? lines.flatMap((line) => spacesIn(line.text, spacedOut).map((at) => line.start + at))
    : [];
  const applied = places.length >= LEAST_SPACES;
  const confidence = applied ? CERTAIN : PROPOSED;
  const spaced = places.map((start) =>
    editAt(text, { start, end: start + 1 }, { after: '', rule: ID, confidence, applied }),
  );
  const lone = spacedOut || !hasGap ? [] : loneSpaces(text, lines);
  return withoutOverlaps([lone, spacesBesideMarks(text), spaced]);
}

/** All edits in order; of those that overlap the one of the first list stays. */
function withoutOverlaps(lists: readonly (readonly Edit[])[]): readonly Edit[] {
  const all = lists.flatMap((list, rank) => list.map((edit) => ({ edit, rank })));
  all.sort((a, b) => a.edit.start - b.edit.start || a.rank - b.rank);
  const kept: { edit: Edit; rank: number }[] = [];
  for (const one of all) {
    const last = kept.at(-1);
    if (last === undefined || last.edit.end <= one.edit.start) kept.push(one);
    else if (one.rank < last.rank) kept[kept.length - 1] = one;
  }
  return kept.map(({ edit }) => edit);
}

/** Takes stray spaces out; see the evidence above. */
export const straySpaces: RepairRule = { id: ID, trace: TRACE, find };
