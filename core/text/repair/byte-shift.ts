/*
 * GBK text shifted by a lost byte: 學(xué)?！按蟀囝~” was 學校“大班額”.
 *
 * Evidence: on 40 real pages the site's converter edited GBK bytes, aligned or not. A lead byte that lost its trail
 * byte shows as `?`; behind it stands either a reading whose opening bracket was eaten (`?fàn)`), or full-width
 * punctuation of the row A1/A3 (`?！` `?。` `?；`). Sound text never has an ASCII question mark before either. The
 * shift ends at the next ASCII byte, bracket or cut punctuation.
 *
 * The lost byte is put back and the bytes are decoded again. A reading names it: ?fàn) behind 展 (D5B9) says that 範 (B9A0)
 * was found across the border, so A0 was lost. Elsewhere words decide (學校, 高校), and only a clear answer is applied.
 */
import type { TextRange } from '../../base/text-range.ts';
import type { Edit } from '../edit.ts';
import { readShiftedBytes } from './byte-shift-steps.ts';
import { solveShift } from './byte-shift-solve.ts';
import type { Surroundings } from './byte-shift-solve.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DoubleByteTable } from './double-byte-table.ts';
import { wordEvidence } from './likely-words.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'byte-shift';
const CERTAIN = 0.9;
const PROPOSED = 0.5;
const MARKED = 0.3;
const LOOK_BEHIND = 40;
const NEIGHBOURS = 4;
const READINGS_AT_END = /(?:\([\p{Script=Latin}\u0300-\u036f]{1,9}\))+$/u;

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

/** The character before `at` and its last byte in GBK; readings in brackets were not there when the byte was lost. */
function surroundingsAt(text: string, start: number, end: number, table: DoubleByteTable): Surroundings {
  const before = text.slice(Math.max(0, start - LOOK_BEHIND), start).replace(READINGS_AT_END, '');
  const left = before.slice(-NEIGHBOURS);
  return { left, right: text.slice(end, end + NEIGHBOURS), byteBefore: table.bytesOf(left.slice(-1))?.[1] };
}

function find(text: string, { decodeBytes }: RuleContext): readonly Edit[] {
  const places = byteShiftPlaces(text);
  if (places.length === 0) return [];
  const table = decodeBytes === undefined ? undefined : doubleByteTable(decodeBytes, 'gbk');
  const evidence = wordEvidence(text);
  const edits: Edit[] = [];
  for (const place of places) {
    if (place.start < (edits.at(-1)?.end ?? 0)) continue;
    const shifted = table === undefined ? undefined : readShiftedBytes(text, place.start, table);
    const solution =
      table === undefined || shifted === undefined
        ? undefined
        : solveShift(shifted.steps, surroundingsAt(text, place.start, shifted.end, table), table, evidence);
    if (shifted === undefined || solution === undefined) {
      const after = text.slice(place.start, place.end);
      edits.push(editAt(text, place, { after, rule: ID, confidence: MARKED, applied: false }));
      continue;
    }
    const range = { start: place.start, end: shifted.end };
    const confidence = solution.certain ? CERTAIN : PROPOSED;
    edits.push(
      editAt(text, range, { after: solution.text, rule: ID, confidence, applied: solution.certain }),
    );
  }
  return edits;
}

/** Puts lost bytes back where the evidence leaves one answer, else proposes or marks; see above. */
export const byteShift: RepairRule = { id: ID, find };
