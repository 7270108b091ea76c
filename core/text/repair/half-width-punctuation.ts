/*
 * Half-width punctuation in Chinese text: 大計,國之大計 縣(市).
 *
 * Evidence: all five real reports have ASCII commas, colons, semicolons and brackets throughout; the sites fold
 * full-width signs to ASCII. A sign is Chinese where it stands behind a Han character or a closing Chinese mark and
 * before Chinese text, a number or the end of the line. It is left alone in numbers (1,234), times (09:52), addresses
 * and Latin text. Brackets change as a pair, and only when they hold Han characters. A question mark on a page that
 * lost bytes may be a lost byte, so it is only proposed there.
 */
import type { TextRange } from '../../base/text-range.ts';
import type { Edit } from '../edit.ts';
import { byteShiftPlaces } from './byte-shift-places.ts';
import { filledLines } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';
import { touchesAny } from './sorted-ranges.ts';

const ID = 'half-width-punctuation';
const CERTAIN = 0.95;
const GUESSED = 0.4;

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** What a Chinese sign can stand behind: a Han character or a mark that closes. */
const BEHIND = /[\p{Script=Han}”’」』》〉】）〕…％%)]/u;
/** The same for a sign behind a number or a per cent sign, if Han characters follow at once. */
const NUMBER = /[0-9０-９%]/u;
const BEFORE = /[\p{Script=Han}“‘「『《〈【（〔—…0-9０-９(]/u;
const HAN_OR_OPENING = /[\p{Script=Han}“‘「『《〈【（〔]/u;
// Bounded and begun only where a word begins, so that a long run is tried once.
const ADDRESS =
  /(?:(?<![\w+.-])[a-z][a-z0-9+.-]{0,15}:\/\/|www\.)[^\s“”‘’「」《》（），。；：、！？<>"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+/giu;

/** What stands in brackets is short; two far apart are no pair, and deep nests would take for ever. */
const LONGEST_BRACKET = 500;

interface Bracket {
  readonly at: number;
  readonly char: string;
}

function addressRanges(line: string): readonly TextRange[] {
  return [...line.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Half-width brackets of pairs that hold Han characters and belong to no Latin word; the partner may be full-width. */
function chineseBrackets(line: string): ReadonlySet<number> {
  const found = new Set<number>();
  const open: Bracket[] = [];
  for (const { 0: char, index } of line.matchAll(/[()（）]/gu)) {
    if (char === '(' || char === '（') {
      open.push({ at: index, char });
      continue;
    }
    const opening = open.pop();
    if (opening === undefined || index - opening.at > LONGEST_BRACKET) continue;
    const inside = line.slice(opening.at + 1, index);
    const latinCall = /[A-Za-z0-9_\]]/u.test(line[opening.at - 1] ?? '') && !/[）]/u.test(char);
    if (latinCall || !/\p{Script=Han}/u.test(inside)) continue;
    if (opening.char === '(') found.add(opening.at);
    if (char === ')') found.add(index);
  }
  return found;
}

/** `filled`: where the line's white space at its end begins. */
function isChineseClause(line: string, at: number, filled: number): boolean {
  const left = line[at - 1] ?? '';
  const right = line[at + 1] ?? '';
  const atEnd = at + 1 >= filled;
  if (BEHIND.test(left) && (atEnd || BEFORE.test(right))) return true;
  return line[at] !== ':' && NUMBER.test(left) && HAN_OR_OPENING.test(right);
}

function findInLine(text: string, start: number, line: string, damage: readonly TextRange[]): Edit[] {
  const addresses = addressRanges(line);
  const brackets = chineseBrackets(line);
  const filled = line.trimEnd().length;
  const edits: Edit[] = [];
  for (const { 0: sign, index } of line.matchAll(/[,:;?!()]/gu)) {
    const range = { start: start + index, end: start + index + 1 };
    if (touchesAny(damage, range) || touchesAny(addresses, { start: index, end: index + 1 })) continue;
    const isBracket = sign === '(' || sign === ')';
    if (isBracket ? !brackets.has(index) : !isChineseClause(line, index, filled)) continue;
    const sure = sign !== '?' || damage.length === 0;
    const confidence = sure ? CERTAIN : GUESSED;
    edits.push(editAt(text, range, { after: FULL_WIDTH[sign] ?? sign, rule: ID, confidence, applied: sure }));
  }
  return edits;
}

function find(text: string): readonly Edit[] {
  const damage = byteShiftPlaces(text);
  return filledLines(text).flatMap((line) => findInLine(text, line.start, line.text, damage));
}

/** Gives Chinese sentences their full-width punctuation back; see the evidence above. */
export const halfWidthPunctuation: RepairRule = { id: ID, find };
