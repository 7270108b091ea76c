/*
 * Stray spaces between Han characters: 教育 发展 written as 教 育 发 展 by a converter or a PDF.
 *
 * Evidence: of 31,157 spaces between Han characters in statutes 29,609 stand behind a numbering label and are right; so are
 * those in 目 録 with a full-width space, in dates, between a title and a name, in tables and in centred headings and
 * signatures, which are lines of their own without a clause. So a run of at least four single characters, each parted by
 * one space (教 育 发 展), is stray in a line that holds a clause, on a page that has several; one space alone is never judged.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';

const ID = 'stray-spaces';
const CERTAIN = 0.9;
const PROPOSED = 0.4;
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
    return [...line.matchAll(PARTED_OR_MARKED)]
      .map(({ index }) => index)
      .filter((index) => index < behind || index >= from);
  }
  if (!CLAUSE.test(line)) return [];
  return [...line.slice(from).matchAll(SPACED)].flatMap((match) =>
    [...match[0].matchAll(/[ \u00a0]/gu)].map((space) => from + match.index + space.index),
  );
}

function find(text: string): readonly Edit[] {
  if (!/\p{Script=Han}[ \u00a0]\p{Script=Han}[ \u00a0]\p{Script=Han}[ \u00a0]/u.test(text)) return [];
  const lines = filledLines(text);
  const running = lines.map((line) => line.text).filter((line) => CLAUSE.test(line));
  const spacedOut = isSpacedOut(text, running);
  const places = lines.flatMap((line) => spacesIn(line.text, spacedOut).map((at) => line.start + at));
  const applied = places.length >= LEAST_SPACES;
  const confidence = applied ? CERTAIN : PROPOSED;
  return places.map((start) =>
    editAt(text, { start, end: start + 1 }, { after: '', rule: ID, confidence, applied }),
  );
}

/** Takes stray spaces out; see the evidence above. */
export const straySpaces: RepairRule = { id: ID, find };
