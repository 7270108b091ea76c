/*
 * Half-width punctuation in Chinese text: 大計,國之大計 縣(市).
 *
 * Evidence: all five real reports have ASCII commas, colons, semicolons and brackets throughout; the sites fold
 * full-width signs to ASCII. A sign is Chinese where it stands behind a Han character or a closing Chinese mark and
 * before Chinese text, a number or the end of the line. It is left alone in numbers (1,234), times (09:52), addresses
 * and Latin text; between a Han character and a Latin word it is Chinese in a line that is mostly Han. A space that a
 * typist puts behind it goes with it (教育, 科技). Brackets change as a pair, and only when they hold Han characters and
 * call nothing (f(教育)). A full stop ends a line of Chinese; inside one (马克.吐温) it is only proposed, but where the page ends
 * its lines with full stops and has no 。 at all. Straight quotation marks become curly ones in pairs that hold Han characters. A question mark on
 * a page that lost bytes may be a lost byte, so it is only proposed there.
 */
import type { TextRange } from '../../base/text-range.ts';
import type { Edit } from '../edit.ts';
import { countHan } from './count-han.ts';
import { byteShiftPlaces } from './byte-shift-places.ts';
import { isRecord } from './doubled-punctuation.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';
import { straightQuotes } from './straight-quotes.ts';
import { touchesAny } from './sorted-ranges.ts';

const ID = 'half-width-punctuation';
/** Its signs and straight quotation marks, but for those inside numbers (3.5, 1,234, 09:52). */
const TRACE = /[()"]|[,:;?!.](?!\d)|(?<!\d)[,:;?!.]/u;
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
  '.': '。',
};

/** A list of references is written in half-width signs: 北京: 出版社, 2019, behind a mark of its kind. */
const REFERENCE = /\[(?:[A-Z]{1,2}|[A-Z]{1,2}\/[A-Z]{2})\]\s?[.,]|^\s*\[\d{1,3}\].*[.,:] /u;

/** What a Chinese sign can stand behind: a Han character or a mark that closes. */
const BEHIND = /[\p{Script=Han}”’」』》〉】）〕…％%)]/u;
/** The same for a sign behind a number or a per cent sign, if Han characters follow at once. */
const NUMBER = /[0-9０-９%]/u;
const BEFORE = /[\p{Script=Han}“‘「『《〈【（〔—…0-9０-９(]/u;
const HAN_OR_OPENING = /[\p{Script=Han}“‘「『《〈【（〔]/u;
// Bounded and begun only where a word begins, so that a long run is tried once.
const ADDRESS =
  /(?:(?<![\w+.-])[a-z][a-z0-9+.-]{0,15}:\/\/|www\.)[^\s“”‘’「」《》（），。；：、！？<>"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+/giu;

/** A sentence that a full stop may end has so many Han characters in a row before it. */
const SENTENCE_BEFORE = /[\p{Script=Han}]{6}[”’」』》）)]?$/u;
const SENTENCE_AFTER = /^\p{Script=Han}{6}/u;
const SENTENCE_LENGTH = 8;
/** A call in a program, y(教育) or sort_by(年份); names in capitals (GDP(…)) and numbers behind Han characters are text. */
const CALL = /(?:[\]_]|[A-Za-z_]\w{0,60})$/u;
const CAPITALS = /(?<![A-Za-z_\d])[A-Z]{2,60}$/u;
const CALL_LENGTH = 64;

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
function chineseBrackets(line: string, isEnglish: boolean): ReadonlySet<number> {
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
    const before = line.slice(Math.max(0, opening.at - CALL_LENGTH), opening.at);
    const isCall = CALL.test(before) && !CAPITALS.test(before) && char !== '）';
    // The school (学校) is a gloss in a line of English.
    const isGloss =
      isEnglish && /[A-Za-z] ?$/u.test(before) && /^\)(?:[\s,.:;]|$)/u.test(line.slice(index, index + 2));
    if (isCall || isGloss || !/\p{Script=Han}/u.test(inside)) continue;
    if (opening.char === '(') found.add(opening.at);
    if (char === ')') found.add(index);
  }
  return found;
}

/** A line as the signs in it are judged. */
interface JudgedLine {
  readonly text: string;
  /** Where the white space at its end begins. */
  readonly filled: number;
  /** Whether it has more Han characters than Latin letters, addresses aside. */
  readonly isMostlyHan: boolean;
  readonly hasHan: boolean;
}

function judgedLine(text: string): JudgedLine {
  const han = countHan(text);
  const latin = text.replace(ADDRESS, '').match(/[A-Za-z]/gu)?.length ?? 0;
  return { text, filled: text.trimEnd().length, isMostlyHan: han > latin, hasHan: han > 0 };
}

/** How many characters the sign takes, one space behind it included; 0 when it is no Chinese sign. */
function clauseSignLength({ text, filled, isMostlyHan }: JudgedLine, at: number): number {
  const left = text[at - 1] ?? '';
  const right = text[at + 1] ?? '';
  if (BEHIND.test(left)) {
    if (at + 1 >= filled || BEFORE.test(right)) return 1;
    if (right === ' ' && HAN_OR_OPENING.test(text[at + 2] ?? '')) return 2;
    if (/[\p{Script=Han}%％”）》]/u.test(left) && isMostlyHan && /[A-Za-z]/u.test(right)) return 1;
  }
  if (text[at] === ':' || !HAN_OR_OPENING.test(right)) return 0;
  return NUMBER.test(left) || (isMostlyHan && CAPITALS.test(text.slice(Math.max(0, at - 8), at))) ? 1 : 0;
}

/** Sentences of official prose are longer than names (马克.吐温). */
const LONG_SENTENCE = /[\p{Script=Han}，、；：,;:“”‘’《》（）()\d%％.-]{7}[\p{Script=Han}%％]$/u;
const LONG_SENTENCE_LENGTH = 8;
/** So many lines that end with a full stop, and no 。, make a page that has none. */
const LEAST_STOPS = 3;
const STOP_AT_END = /(?<=[\p{Script=Han}”）)])\.(?=["”」』]?[\s]*$)/gmu;

/** Whether a page writes full stops for 。 throughout. */
function writesFullStops(text: string): boolean {
  if (text.includes('。')) return false;
  return (text.match(STOP_AT_END)?.length ?? 0) >= LEAST_STOPS;
}

/**
 * Whether a full stop ends a Chinese sentence: surely at the end of its line, perhaps inside it, and there surely on a page
 * that writes no other.
 */
function fullStop({ text, filled }: JudgedLine, at: number, isHabit: boolean): 'sure' | 'perhaps' | 'no' {
  const behind = text[at + 1] ?? '';
  const isLast = at + 1 >= filled || (at + 2 >= filled && /[”」』]/u.test(behind));
  if (isHabit && isLast && /[\p{Script=Han}%％]/u.test(text[at - 1] ?? '')) return 'sure';
  if (isHabit && at + 1 < filled && HAN_OR_OPENING.test(behind)) {
    const before = text.slice(Math.max(0, at - LONG_SENTENCE_LENGTH), at);
    if (LONG_SENTENCE.test(before) || /[\p{Script=Han}][”）》)]$/u.test(before)) return 'sure';
  }
  if (!SENTENCE_BEFORE.test(text.slice(Math.max(0, at - SENTENCE_LENGTH), at))) return 'no';
  if (at + 1 >= filled) return 'sure';
  return SENTENCE_AFTER.test(text.slice(at + 1, at + 1 + SENTENCE_LENGTH)) ? 'perhaps' : 'no';
}

function findInLine(
  text: string,
  { start, text: line }: Line,
  { damage, isHabit }: { damage: readonly TextRange[]; isHabit: boolean },
): Edit[] {
  const signs = [...line.matchAll(/[,:;?!().]/gu)];
  if (signs.length === 0) return [];
  const addresses = addressRanges(line);
  const judged = judgedLine(line);
  const brackets = chineseBrackets(line, judged.hasHan && !judged.isMostlyHan);
  const isData = REFERENCE.test(line) || isRecord(line);
  const edits: Edit[] = [];
  for (const { 0: sign, index } of signs) {
    let length = 1;
    let sure = sign !== '?' || damage.length === 0;
    if (sign === '(' || sign === ')') {
      if (!brackets.has(index)) continue;
    } else if (sign === '.') {
      const verdict = fullStop(judged, index, isHabit);
      if (verdict === 'no') continue;
      sure = verdict === 'sure';
    } else {
      length = isData || !judged.hasHan ? 0 : clauseSignLength(judged, index);
      if (length === 0) continue;
    }
    const range = { start: start + index, end: start + index + length };
    if (touchesAny(damage, range) || touchesAny(addresses, { start: index, end: index + 1 })) continue;
    const confidence = sure ? CERTAIN : GUESSED;
    edits.push(editAt(text, range, { after: FULL_WIDTH[sign] ?? sign, rule: ID, confidence, applied: sure }));
  }
  return edits;
}

function find(text: string): readonly Edit[] {
  const page = { damage: byteShiftPlaces(text), isHabit: writesFullStops(text) };
  return filledLines(text).flatMap((line) => {
    const signs = findInLine(text, line, page);
    const quotes = straightQuotes(line.text).map(({ at, after }) =>
      editAt(
        text,
        { start: line.start + at, end: line.start + at + 1 },
        { after, rule: ID, confidence: CERTAIN, applied: true },
      ),
    );
    return quotes.length === 0 ? signs : [...signs, ...quotes].toSorted((a, b) => a.start - b.start);
  });
}

/** Gives Chinese sentences their full-width punctuation back; see the evidence above. */
export const halfWidthPunctuation: RepairRule = { id: ID, trace: TRACE, find };
