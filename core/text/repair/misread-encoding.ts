/*
 * Text read in the wrong encoding: ä¸­æ–‡ (UTF-8 as Latin-1 or Windows-1252), ÖÐÎÄ (GBK so), 涓枃 (UTF-8 as GBK), Big5 as
 * GBK and the reverse, both as Shift_JIS or as Korean, each also twice over. Read back, it is prose; before, it is none.
 *
 * Evidence: bytes that make well-formed UTF-8 with Chinese characters are no chance in Latin letters. GBK has no such
 * check, nor have misreadings by a double-byte encoding, so a whole line must turn from no prose into prose, the file
 * must hold several such lines or one long one, and lost characters stay U+FFFD. 锟斤拷 is what U+FFFD itself became: the
 * text is lost, which is said, and nothing is changed. So it is where several U+FFFD stand in what is left of a line: UTF-8 read
 * as Big5 or as Korean loses more than neighbours can tell.
 */
import type { Edit } from '../edit.ts';
import { codePageEdits } from './code-page-misreading.ts';
import { countHan } from './count-han.ts';
import { doubleByteReadings } from './double-byte-readings.ts';
import type { ReadBack } from './double-byte-readings.ts';
import type { DecodeBytes } from './double-byte-table.ts';
import { wordEvidence } from './likely-words.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { proseLikelihood } from './prose-likelihood.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';
import { westernEdits } from './western-misreading.ts';

const ID = 'misread-encoding';
const CERTAIN = 0.95;
/** Behind a lost byte a double-byte reading may be out of step. */
const WITH_LOSSES = 0.7;
const OFFERED = 0.4;
const LOST_TEXT = 0.3;

/** Prose has more than this; a line of it read wrongly less. */
const LEAST_PROSE = 0.5;
const MOST_MISREAD = 0.2;
const LEAST_GAIN = 0.5;
/** In a file that is proven a line need only read better by this, and names may be rare. */
const LEAST_GAIN_PROVEN = 0.3;
/** Share of a file's Han characters in doubtful lines that makes it one misread as a whole; else a line must gain more. */
const WHOLE_FILE = 0.5;
const LEAST_GAIN_ALONE = 0.8;
/** So much of a file makes its short lines part of it, where they read back as frequent characters alone. */
const ALL_OF_FILE = 0.9;
const FREQUENT_PROSE = 0.8;
const LONGEST_FREQUENT = 12;
/** Of what was read back, no more may be lost. */
const MOST_LOST = 0.4;
/** Han characters that a file must gain in all before double-byte readings are believed. */
const LEAST_HAN = 12;

const LOST_MARK = /(?:锟斤拷)+/gu;

/** Second bytes that stand as letters between Han characters: their first bytes were dropped without a trace. */
const LONE_BYTE = /(?<=\p{Script=Han})[@-Z[-`a-z{-~]{1,2}(?=\p{Script=Han}|$)/gu;
const LEAST_LONE_BYTES = 3;
const LEAST_LONE_SHARE = 0.06;

function isOutOfStep(text: string): boolean {
  const lone = text.match(LONE_BYTE)?.length ?? 0;
  return lone >= LEAST_LONE_BYTES && lone >= LEAST_LONE_SHARE * text.length;
}

interface ReadLine {
  readonly line: Line;
  readonly after: string;
  readonly likelihood: number;
  readonly gain: number;
  readonly isProse: boolean;
  readonly isOffered: boolean;
}

function readLine(line: Line, { read, isFragile, asksWhereLost }: ReadBack): ReadLine | undefined {
  const after = read(line.text);
  if (after === undefined || after === line.text) return undefined;
  const lost = after.split('\uFFFD').length - 1;
  if (lost > MOST_LOST * after.length && lost > line.text.split('\uFFFD').length - 1) return undefined;
  const likelihood = proseLikelihood(after);
  const gain = likelihood - proseLikelihood(line.text);
  const isOffered =
    (isFragile && line.text.includes('\uFFFD')) || (asksWhereLost && lost > 0) || isOutOfStep(after);
  return { line, after, likelihood, gain, isProse: likelihood >= LEAST_PROSE, isOffered };
}

/** A reading in brackets (luó): GBK has its letters, and they are frequent characters of Big5. */
const READING = /[(（](?=[^()（）]{0,8}[a-z])[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}[)）]/u;

/** Where the whole file was misread, its lines whose wrong characters are frequent, too: 材 1 兵 for 第 1 條. */
function frequentLines(
  lines: readonly Line[],
  doubtful: readonly Line[],
  way: ReadBack,
): readonly ReadLine[] {
  const others = new Set(doubtful);
  return lines.flatMap((line) => {
    if (others.has(line) || line.text.length > LONGEST_FREQUENT || !/[^\0-\x7F]/u.test(line.text)) return [];
    const found = readLine(line, way);
    const isSound = found !== undefined && !found.isOffered && !found.after.includes('\uFFFD');
    return isSound && found.likelihood >= FREQUENT_PROSE ? [found] : [];
  });
}

/** Lines of a file that was read in another double-byte encoding, by the reading that gains most over all. */
function doubleByteEdits(lines: readonly Line[], text: string, decode: DecodeBytes): readonly Edit[] {
  const doubtful = lines.filter(
    ({ text: line }) =>
      proseLikelihood(line) < MOST_MISREAD && /[^\0-\x7F]/u.test(line) && !READING.test(line),
  );
  // No line has more characters read back than it has now.
  if (doubtful.reduce((sum, line) => sum + line.text.length, 0) < LEAST_HAN) return [];
  const doubtfulHan = doubtful.reduce((sum, line) => sum + countHan(line.text), 0);
  if (doubtfulHan < 2) return [];
  // Where most of the file is sound, a line must prove itself.
  const least = doubtfulHan >= WHOLE_FILE * countHan(text) ? LEAST_GAIN_PROVEN : LEAST_GAIN_ALONE;
  let best: readonly ReadLine[] = [];
  let way: ReadBack | undefined;
  let most = 0;
  for (const readBack of doubleByteReadings(decode, wordEvidence(''))) {
    const read = doubtful.map((line) => readLine(line, readBack)).filter((one) => one !== undefined);
    const proven = read.filter(({ gain, isProse }) => isProse && gain >= LEAST_GAIN);
    const gained = proven.reduce((sum, { after }) => sum + countHan(after), 0);
    // Of two tables that hardly differ the one with the more frequent characters is right.
    const score = proven.reduce((sum, { after, likelihood }) => sum + likelihood * countHan(after), 0);
    if (gained < LEAST_HAN || score <= most) continue;
    [best, way, most] = [read.filter(({ gain }) => gain >= least), readBack, score];
  }
  if (way === undefined) return [];
  if (doubtfulHan >= ALL_OF_FILE * countHan(text)) best = [...best, ...frequentLines(lines, doubtful, way)];
  const ordered = best.toSorted((a, b) => a.line.start - b.line.start);
  return ordered.map(({ line, after, isOffered }) => {
    const isWhole = !/[\uFFFD?]/u.test(line.text + after);
    const confidence = isOffered ? OFFERED : isWhole ? CERTAIN : WITH_LOSSES;
    return editAt(text, line, { after, rule: ID, confidence, applied: !isOffered });
  });
}

function lostEdits(line: Line, text: string): readonly Edit[] {
  if (!line.text.includes('锟斤拷')) return [];
  return [...line.text.matchAll(LOST_MARK)].map((match) => {
    const start = line.start + match.index;
    const range = { start, end: start + match[0].length };
    return editAt(text, range, { after: match[0], rule: ID, confidence: LOST_TEXT, applied: false });
  });
}

/** What is lost in a line: from the first U+FFFD to the last of those that stand near each other. */
const LOST_PASSAGE = /\uFFFD(?:[^\uFFFD\r\n]{0,6}\uFFFD)+/gu;
const LEAST_LOST = 3;

function lostPassages(lines: readonly Line[], text: string, mended: readonly Edit[]): readonly Edit[] {
  if (!text.includes('\uFFFD')) return [];
  const done = new Set(mended.map(({ start }) => start));
  return lines.flatMap((line) => {
    if (done.has(line.start)) return [];
    return [...line.text.matchAll(LOST_PASSAGE)].flatMap(({ 0: passage, index }) => {
      if (passage.split('\uFFFD').length <= LEAST_LOST) return [];
      const start = line.start + index;
      const range = { start, end: start + passage.length };
      return [editAt(text, range, { after: passage, rule: ID, confidence: LOST_TEXT, applied: false })];
    });
  });
}

const gainedHan = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { after }) => sum + countHan(after), 0);

function mendedLines(
  lines: readonly Line[],
  text: string,
  decodeBytes: DecodeBytes | undefined,
): readonly Edit[] {
  const western = westernEdits(lines, text, { rule: ID, decode: decodeBytes, evidence: wordEvidence('') });
  if (decodeBytes === undefined) return western;
  const pages = codePageEdits(lines, text, { rule: ID, decode: decodeBytes });
  // A page that shares most letters with the Western ones is read back in pieces as one of those.
  if (pages.han > gainedHan(western)) return pages.edits;
  return western.length > 0 ? western : doubleByteEdits(lines, text, decodeBytes);
}

function find(text: string, { decodeBytes }: RuleContext): readonly Edit[] {
  const lines = filledLines(text);
  const lost = text.includes('锟斤拷') ? lines.flatMap((line) => lostEdits(line, text)) : [];
  if (lost.length > 0) return lost;
  const mended = mendedLines(lines, text, decodeBytes);
  const passages = lostPassages(lines, text, mended);
  return passages.length === 0 ? mended : [...mended, ...passages].toSorted((a, b) => a.start - b.start);
}

/** Reads text back that was read in the wrong encoding; see the evidence above. */
export const misreadEncoding: RepairRule = { id: ID, find };
