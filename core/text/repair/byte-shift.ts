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
import { byteShiftPlaces } from './byte-shift-places.ts';
import { readShiftedBytes } from './byte-shift-steps.ts';
import { solveShift } from './byte-shift-solve.ts';
import type { Solution, Surroundings } from './byte-shift-solve.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DoubleByteTable } from './double-byte-table.ts';
import { wordEvidence } from './likely-words.ts';
import type { WordEvidence } from './likely-words.ts';
import { normalizeReading } from './pinyin-readings.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'byte-shift';
const CERTAIN = 0.9;
const PROPOSED = 0.5;
const MARKED = 0.3;
const LOOK_BEHIND = 40;
const MOST_SOLVED = 120;
const NEIGHBOURS = 4;
const READINGS = /\([\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;
const READING_BEHIND = /^\(([\p{Script=Latin}\u0300-\u036f]{1,9})\)/u;
const READINGS_AT_END = /(?:\([\p{Script=Latin}\u0300-\u036f]{1,9}\))+$/u;

/** The character before `at` and its last byte in GBK; readings in brackets were not there when the byte was lost. */
function surroundingsAt(text: string, start: number, end: number, table: DoubleByteTable): Surroundings {
  const before = text.slice(Math.max(0, start - LOOK_BEHIND), start).replace(READINGS_AT_END, '');
  const left = before.slice(-NEIGHBOURS);
  const behind = text.slice(end, end + LOOK_BEHIND);
  const reading = READING_BEHIND.exec(behind)?.[1];
  return {
    left,
    right: behind.replace(READINGS, '').slice(0, NEIGHBOURS),
    byteBefore: table.bytesOf(left.slice(-1))?.[1],
    readingBehind: reading === undefined ? undefined : normalizeReading(reading),
  };
}

type SolvePlace = (
  text: string,
  place: TextRange,
) => { readonly end: number; readonly solution: Solution } | undefined;

/** Solves places of one text, the same damage once; no more than a page can have, the rest stay marked. */
function placeSolver(table: DoubleByteTable, evidence: WordEvidence): SolvePlace {
  const solved = new Map<string, Solution | undefined>();
  return (text, place) => {
    const shifted = readShiftedBytes(text, place.start, table);
    if (shifted === undefined) return undefined;
    const around = surroundingsAt(text, place.start, shifted.end, table);
    const damaged = text.slice(place.start, shifted.end);
    const key = [around.left, damaged, around.right, around.readingBehind].join('\n');
    if (!solved.has(key)) {
      if (solved.size >= MOST_SOLVED) return undefined;
      solved.set(key, solveShift(shifted.steps, around, table, evidence));
    }
    const solution = solved.get(key);
    return solution === undefined ? undefined : { end: shifted.end, solution };
  };
}

function find(text: string, { decodeBytes }: RuleContext): readonly Edit[] {
  const places = byteShiftPlaces(text);
  if (places.length === 0) return [];
  const solve =
    decodeBytes === undefined
      ? undefined
      : placeSolver(doubleByteTable(decodeBytes, 'gbk'), wordEvidence(text));
  const edits: Edit[] = [];
  for (const place of places) {
    if (place.start < (edits.at(-1)?.end ?? 0)) continue;
    const found = solve?.(text, place);
    if (found === undefined) {
      const after = text.slice(place.start, place.end);
      edits.push(editAt(text, place, { after, rule: ID, confidence: MARKED, applied: false }));
      continue;
    }
    const { end, solution } = found;
    const change = {
      after: solution.text,
      rule: ID,
      confidence: solution.certain ? CERTAIN : PROPOSED,
      applied: solution.certain,
    };
    edits.push(editAt(text, { start: place.start, end }, change));
  }
  return edits;
}

/** Puts lost bytes back where the evidence leaves one answer, else proposes or marks; see above. */
export const byteShift: RepairRule = { id: ID, find };
