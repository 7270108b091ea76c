/*
 * Text read in the wrong encoding: ä¸­æ–‡ (UTF-8 as Latin-1 or Windows-1252), ÖÐÎÄ (GBK so), 涓枃 (UTF-8 as GBK), Big5 as
 * GBK and the reverse, each also twice over. Read back, it is prose; before, it is none.
 *
 * Evidence: bytes that make well-formed UTF-8 with Chinese characters are no chance in Latin letters. GBK has no such
 * check, nor have misreadings by a double-byte encoding, so a whole line must turn from no prose into prose, the file
 * must hold several such lines or one long one, and lost characters stay U+FFFD. 锟斤拷 is what U+FFFD itself became: the
 * text is lost, which is said, and nothing is changed.
 */
import type { Edit } from '../edit.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DecodeBytes } from './double-byte-table.ts';
import { wordEvidence } from './likely-words.ts';
import type { WordEvidence } from './likely-words.ts';
import { restoreLostUtf8 } from './lost-utf8.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { doubleBytesOf, textOfDoubleBytes, textOfUtf8 } from './misreading-encodings.ts';
import { proseLikelihood } from './prose-likelihood.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';
import { westernEdits } from './western-misreading.ts';

const ID = 'misread-encoding';
const CERTAIN = 0.95;
/** Behind a lost byte a double-byte reading may be out of step. */
const WITH_LOSSES = 0.7;
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
/** Of what was read back, no more may be lost. */
const MOST_LOST = 0.4;
/** So many lost bytes are looked for in a file. */
const MOST_RESTORED = 10_000;
/** Han characters that a file must gain in all before double-byte readings are believed. */
const LEAST_HAN = 12;

const LOST_MARK = /(?:锟斤拷)+/gu;

const HAN = /\p{Script=Han}/gu;
const countHan = (text: string): number => text.match(HAN)?.length ?? 0;

type ReadBack = (line: string) => string | undefined;

function doubleByteReadings(decode: DecodeBytes, evidence: WordEvidence): readonly ReadBack[] {
  const gbk = doubleByteTable(decode, 'gbk');
  const big5 = doubleByteTable(decode, 'big5');
  const budget = { left: MOST_RESTORED };
  const through =
    (bytesOf: typeof gbk, back: (bytes: readonly number[]) => string): ReadBack =>
    (line) => {
      const bytes = doubleBytesOf(line, bytesOf);
      return bytes === undefined ? undefined : back(bytes);
    };
  return [
    through(gbk, (bytes) => restoreLostUtf8(bytes, gbk, evidence, textOfUtf8, budget)),
    through(big5, (bytes) => restoreLostUtf8(bytes, big5, evidence, textOfUtf8, budget)),
    through(gbk, (bytes) => textOfDoubleBytes(bytes, big5)),
    through(big5, (bytes) => textOfDoubleBytes(bytes, gbk)),
  ];
}

interface ReadLine {
  readonly line: Line;
  readonly after: string;
  readonly gain: number;
  readonly isProse: boolean;
}

function readLine(line: Line, readBack: ReadBack): ReadLine | undefined {
  const after = readBack(line.text);
  if (after === undefined || after === line.text) return undefined;
  const lost = after.split('\uFFFD').length - 1;
  if (lost > MOST_LOST * after.length && lost > line.text.split('\uFFFD').length - 1) return undefined;
  const likelihood = proseLikelihood(after);
  return { line, after, gain: likelihood - proseLikelihood(line.text), isProse: likelihood >= LEAST_PROSE };
}

/** Lines of a file that was read in another double-byte encoding, by the reading that gains most over all. */
function doubleByteEdits(lines: readonly Line[], text: string, decode: DecodeBytes): readonly Edit[] {
  const doubtful = lines.filter(
    ({ text: line }) => proseLikelihood(line) < MOST_MISREAD && /[^\0-\x7F]/u.test(line),
  );
  // No line has more characters read back than it has now.
  if (doubtful.reduce((sum, line) => sum + line.text.length, 0) < LEAST_HAN) return [];
  const doubtfulHan = doubtful.reduce((sum, line) => sum + countHan(line.text), 0);
  if (doubtfulHan < 2) return [];
  // Where most of the file is sound, a line must prove itself.
  const least = doubtfulHan >= WHOLE_FILE * countHan(text) ? LEAST_GAIN_PROVEN : LEAST_GAIN_ALONE;
  let best: readonly ReadLine[] = [];
  let most = 0;
  for (const readBack of doubleByteReadings(decode, wordEvidence(''))) {
    const read = doubtful.map((line) => readLine(line, readBack)).filter((one) => one !== undefined);
    const proven = read.filter(({ gain, isProse }) => isProse && gain >= LEAST_GAIN);
    const gained = proven.reduce((sum, { after }) => sum + countHan(after), 0);
    if (gained > most) [best, most] = [read.filter(({ gain }) => gain >= least), gained];
  }
  if (most < LEAST_HAN) return [];
  return best.map(({ line, after }) => {
    const confidence = /[\uFFFD?]/u.test(line.text + after) ? WITH_LOSSES : CERTAIN;
    return editAt(text, line, { after, rule: ID, confidence, applied: true });
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

function find(text: string, { decodeBytes }: RuleContext): readonly Edit[] {
  const lines = filledLines(text);
  const lost = text.includes('锟斤拷') ? lines.flatMap((line) => lostEdits(line, text)) : [];
  if (lost.length > 0) return lost;
  const western = westernEdits(lines, text, { rule: ID, decode: decodeBytes, evidence: wordEvidence('') });
  if (western.length > 0 || decodeBytes === undefined) return western;
  return doubleByteEdits(lines, text, decodeBytes);
}

/** Reads text back that was read in the wrong encoding; see the evidence above. */
export const misreadEncoding: RepairRule = { id: ID, find };
