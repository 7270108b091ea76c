/*
 * Bytes that were read as Latin-1, Windows-1252 or Latin-9: ä¸­æ–‡ (UTF-8), ÖÐÎÄ (GBK), ¤¤¤å (Big5), also twice over, and
 * UTF-8 that lost bytes on the way.
 *
 * Evidence: bytes that make well-formed UTF-8 with Chinese characters are no chance in Latin letters. Windows-1252 leaves five
 * bytes free; programs write U+FFFD for them or drop them, as they drop the soft hyphen (AD), and make the no-break space
 * (A0) a space. Where such a byte is missing in a sequence only few characters are left, and the neighbours choose. GBK and
 * Big5 have no such check: the letters stand dense, and all make common characters.
 */
import type { TextRange } from '../../base/text-range.ts';
import type { Edit } from '../edit.ts';
import { countHan } from './count-han.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DecodeBytes, DoubleByteEncoding } from './double-byte-table.ts';
import type { WordEvidence } from './likely-words.ts';
import type { Line } from './lines.ts';
import { latin9Byte, LOST, textOfDoubleBytes, textOfUtf8, westernByte } from './misreading-encodings.ts';
import { proseLikelihood } from './prose-likelihood.ts';
import { restoreThinnedUtf8 } from './thinned-utf8.ts';
import { editAt } from './rule.ts';

const CERTAIN = 0.95;
const WITH_LOSSES = 0.7;
const LEAST_PROSE = 0.5;
/** Han characters that a file must gain in all before double-byte readings are believed. */
const LEAST_HAN = 12;

/** Characters of which Western text has few in a row, with ASCII that can be a trail byte between them. */
const WESTERN =
  /[\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŽžŸ][\u0020-\u007E\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŽžŸ\uFFFD]*/gu;
const WESTERN_LETTERS = /[\u0080-\u009F¡-ÿƒŒœŠšŽžŸ†‡ˆ˜]/u;
const EACH_WESTERN_LETTER = new RegExp(WESTERN_LETTERS, 'gu');
/** What Latin-9 and Windows-1252 have both, at other bytes. */
const IN_BOTH = /[€ŠšŽžŒœŸ]/u;
/** Controls that Windows-1252 shows as characters. */
const CONTROLS = /[\u0080\u0082-\u008C\u008E\u0091-\u009C\u009E\u009F]/u;
const CHINESE = /[\u2010-\u2026\u3000-\u9FFF\uFF01-\uFF5E]/u;
const MOST_ROUNDS = 3;

type ByteOf = (char: string) => number | undefined;

/** Where two bytes begin a character of UTF-8, if any do. */
const SEQUENCE = /[\u00C2-\u00F4](?:[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŽžŸ\uFFFD])/u;

/** What a run was, and whether bytes of it are lost for good. */
interface ReadBack {
  readonly text: string;
  readonly isWhole: boolean;
}

/** A Western run read back as UTF-8, twice or more if need be; undefined when it is not well-formed or not Chinese. */
function readBackUtf8(run: string, byteOf: ByteOf, evidence: WordEvidence): ReadBack | undefined {
  if (!SEQUENCE.test(run)) return undefined;
  let text = run;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const bytes = bytesOf(text, byteOf);
    if (bytes === undefined) break;
    const next = textOfUtf8(bytes);
    if (next.includes('\uFFFD')) {
      const restored = restoreThinnedUtf8(bytes, evidence);
      if (restored !== undefined) return { text: restored, isWhole: false };
      break;
    }
    if (next === text) break;
    text = next;
  }
  return text !== run && CHINESE.test(text) ? { text, isWhole: true } : undefined;
}

function bytesOf(text: string, byteOf: ByteOf): readonly number[] | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const byte = char === '\uFFFD' ? LOST : byteOf(char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

interface Run extends TextRange {
  readonly text: string;
  /** Whether letters of other scripts or signs touch it, as where the bytes were read in another encoding than these. */
  readonly isMixed: boolean;
}

const ODD = /[^\p{ASCII}\u2010-\u2027\u3000-\u303F\p{Script=Han}\uFF00-\uFFEF\uFFFD]/u;

function westernRuns(lines: readonly Line[]): readonly Run[] {
  return lines.flatMap(({ start, text }) => {
    if (!WESTERN_LETTERS.test(text)) return [];
    return [...text.matchAll(WESTERN)].map((match) => {
      const run = match[0].replace(/[\t \u3000]+$/u, '');
      const [before = '', behind = ''] = [text[match.index - 1], text[match.index + run.length]];
      const isMixed = ODD.test(before) || ODD.test(behind);
      return { text: run, start: start + match.index, end: start + match.index + run.length, isMixed };
    });
  });
}

/** What does not count among the letters of a run; in a file that is proven words in ASCII may stand between them. */
const FIGURES = /[\s\d]/gu;
const ASCII_WORDS = /[\s\d]|[ -~]{2,}/gu;

interface DoubleByteRun {
  readonly text: string;
  readonly isProse: boolean;
}

/** Double bytes shown as Western letters, themselves perhaps shown so again. They come dense, and all make common characters. */
function readBackDouble(
  run: string,
  encoding: DoubleByteEncoding,
  decode: DecodeBytes,
  words: RegExp,
): DoubleByteRun | undefined {
  const high = run.match(EACH_WESTERN_LETTER)?.length ?? 0;
  if (high < 2 || high < 0.5 * run.replaceAll(words, '').length) return undefined;
  const table = doubleByteTable(decode, encoding);
  let shown = run;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const bytes = bytesOf(shown, westernByte);
    if (bytes === undefined) return undefined;
    const text = textOfDoubleBytes(bytes, table);
    const isSound = !text.includes('\uFFFD');
    if (isSound && high >= 4 && countHan(text) >= 2 && proseLikelihood(text) > LEAST_PROSE) {
      return { text, isProse: true };
    }
    const next = textOfUtf8(bytes);
    if (next.includes('\uFFFD') || next === shown) return isSound ? { text, isProse: false } : undefined;
    shown = next;
  }
  return undefined;
}

/** All runs in one double-byte encoding, where the file proves it. A name of two rare characters is then believed too. */
function doubleByteRuns(
  runs: readonly Run[],
  encoding: DoubleByteEncoding,
  decode: DecodeBytes,
): { readonly texts: readonly (string | undefined)[]; readonly gained: number } {
  const read = runs.map(({ text, isMixed }) =>
    isMixed ? undefined : readBackDouble(text, encoding, decode, FIGURES),
  );
  const gained = read.reduce((sum, one) => sum + (one?.isProse === true ? countHan(one.text) : 0), 0);
  const isProven = gained >= LEAST_HAN;
  const texts = read.map((one, index) => {
    if (one?.isProse === true || (one !== undefined && isProven)) return one.text;
    const run = runs[index];
    if (!isProven || run === undefined || run.isMixed) return undefined;
    const among = readBackDouble(run.text, encoding, decode, ASCII_WORDS);
    return among !== undefined && proseLikelihood(among.text) > LEAST_PROSE ? among.text : undefined;
  });
  return { texts, gained };
}

/** A file of the first 256 characters only, with some that Latin-9 has in other places than Windows-1252. */
function isLatin9(runs: readonly Run[]): boolean {
  const all = runs.map(({ text }) => (SEQUENCE.test(text) ? text : '')).join('');
  return IN_BOTH.test(all) && CONTROLS.test(all) && !/[‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›]/u.test(all);
}

/** Edits of the runs of Western letters that are misread Chinese, named `rule`. */
export function westernEdits(
  lines: readonly Line[],
  text: string,
  { rule, decode, evidence }: { rule: string; decode: DecodeBytes | undefined; evidence: WordEvidence },
): readonly Edit[] {
  if (!WESTERN_LETTERS.test(text)) return [];
  const runs = westernRuns(lines);
  if (runs.length === 0) return [];
  const byteOf = isLatin9(runs) ? latin9Byte : westernByte;
  const readings = runs.map((run) => readBackUtf8(run.text, byteOf, evidence));
  const left = runs.filter((_run, index) => readings[index] === undefined);
  const doubles =
    decode === undefined
      ? undefined
      : (['gbk', 'big5'] as const)
          .map((encoding) => doubleByteRuns(left, encoding, decode))
          .reduce((best, other) => (other.gained > best.gained ? other : best));
  let next = 0;
  return runs.flatMap((run, index) => {
    const utf8 = readings[index];
    const after = utf8 === undefined ? doubles?.texts[next++] : utf8.text;
    if (after === undefined || after === run.text) return [];
    const confidence = utf8?.isWhole === false ? WITH_LOSSES : CERTAIN;
    return [editAt(text, run, { after, rule, confidence, applied: true })];
  });
}
