/*
 * GBK text shifted by a lost byte: 學(xué)?！按蟀囝~” was 學校“大班額”. This rule only marks; nothing is changed.
 *
 * Evidence: on 40 real pages the site's converter edited GBK bytes, aligned or not. A lead byte that lost its trail
 * byte shows as `?`; behind it stands either a reading whose opening bracket was eaten (`?fàn)`), or full-width
 * punctuation of the row A1/A3 (`?！` `?。` `?；`). Sound text never has an ASCII question mark before either. The
 * shift ends at the next ASCII byte, bracket or cut punctuation.
 */
import type { TextRange } from '../../base/text-range.ts';
import type { Edit } from '../edit.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';

const ID = 'byte-shift';
const CONFIDENCE = 0.3;

const LOST_BRACKET = String.raw`\?[\p{Script=Latin}\u0300-\u036f]{1,9}\)`;
const LOST_TRAIL = String.raw`\?[！。；：，、？）]`;
/** The shifted characters behind: up to the first ASCII sign, which belongs to them unless it is a bracket; else none. */
const SHIFTED = String.raw`(?:[\p{Script=Han}？！]{0,14}(?:[!-'*->@-~]|(?=[(?])))?`;
const BEHIND = String.raw`(?<=[\p{Script=Han})“])`;
const PLACE = new RegExp(`${BEHIND}(?:${LOST_BRACKET}|${LOST_TRAIL})${SHIFTED}`, 'gu');
/** Pages whose full-width signs were folded to ASCII: 吗?! is sound there, so only a page of readings is looked at. */
const FOLDED_TRAIL = String.raw`\?[!;?:,](?=\p{Script=Han})`;
const FOLDED_PLACE = new RegExp(`${BEHIND}(?:${LOST_BRACKET}|${LOST_TRAIL}|${FOLDED_TRAIL})${SHIFTED}`, 'gu');
const READING = /\p{Script=Han}\([\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;
const LEAST_READINGS = 8;

/** Ranges of the text whose characters cannot be trusted, in order. */
export function byteShiftPlaces(text: string): readonly TextRange[] {
  if (!text.includes('?')) return [];
  const places = [...text.matchAll(READING)].length < LEAST_READINGS ? PLACE : FOLDED_PLACE;
  return [...text.matchAll(places)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function find(text: string): readonly Edit[] {
  return byteShiftPlaces(text).map((range) => {
    const after = text.slice(range.start, range.end);
    return editAt(text, range, { after, rule: ID, confidence: CONFIDENCE, applied: false });
  });
}

/** Marks places where bytes were lost; see the evidence above. */
export const byteShift: RepairRule = { id: ID, find };
