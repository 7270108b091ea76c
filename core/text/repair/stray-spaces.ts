/*
 * Stray spaces between Han characters: 教育 发展 written as 教 育 发 展 by a converter or a PDF.
 *
 * Evidence: of 31,157 spaces between Han characters in statutes 29,609 stand behind a numbering label and are right; so are
 * those in 目 録 with a full-width space, in dates, and between a title and a name. So a run of at least three single characters, each parted by
 * one space (教 育 发 展), is stray in running text of a page that has several; one space alone is never judged.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';

const ID = 'stray-spaces';
const CERTAIN = 0.9;
const PROPOSED = 0.4;
/** Single characters in a row, each parted by one space. */
const SPACED = /(?<![\p{Script=Han}])\p{Script=Han}(?: \p{Script=Han}){3,}(?!\p{Script=Han})/gu;
/** So many spaces inside such runs make a page one that was spaced out; a heading or a name has few. */
const LEAST_SPACES = 12;
const LABELS =
  /^[\s\u3000]*(?:目\s*录|目\s*錄|总\s*则|總\s*則|附\s*则|附\s*則|附\s*件|第\s?[一二三四五六七八九十百零]+\s?[章节節条條])/u;

/** A page of which most neighbours are parted was spaced out as a whole, so that its short runs count too. */
const SPACED_OUT_SHARE = 0.5;
const PARTED = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
const TOUCHING = /\p{Script=Han}(?=\p{Script=Han})/gu;

function isSpacedOut(text: string): boolean {
  const parted = text.match(PARTED)?.length ?? 0;
  if (parted < LEAST_SPACES) return false;
  const touching = text.match(TOUCHING)?.length ?? 0;
  return parted >= SPACED_OUT_SHARE * (parted + touching);
}

function spacesIn(line: string, spacedOut: boolean): readonly number[] {
  if (LABELS.test(line)) return [];
  if (spacedOut) return [...line.matchAll(PARTED)].map(({ index }) => index);
  return [...line.matchAll(SPACED)].flatMap((match) =>
    [...match[0].matchAll(/ /gu)].map((space) => match.index + space.index),
  );
}

function find(text: string): readonly Edit[] {
  if (!/\p{Script=Han} \p{Script=Han} \p{Script=Han} /u.test(text)) return [];
  const spacedOut = isSpacedOut(text);
  const places = filledLines(text).flatMap((line) =>
    spacesIn(line.text, spacedOut).map((at) => line.start + at),
  );
  const applied = places.length >= LEAST_SPACES;
  const confidence = applied ? CERTAIN : PROPOSED;
  return places.map((start) =>
    editAt(text, { start, end: start + 1 }, { after: '', rule: ID, confidence, applied }),
  );
}

/** Takes stray spaces out; see the evidence above. */
export const straySpaces: RepairRule = { id: ID, find };
