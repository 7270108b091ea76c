/*
 * Chinese that was read in another encoding of one byte a character than the Western ones: дё­ж–‡ (Windows-1251), ä¸­ć–‡
 * (Windows-1250), ‰∏≠Êñá (Macintosh), Σ╕¡µûç (437).
 *
 * Evidence: read back, the bytes are well-formed UTF-8 with Chinese characters, which no words of another script are. A byte
 * that is the only one without a character in its page is known although it was lost. GBK and Big5 have no such check: all
 * lines must be sound and together read as prose.
 */
import type { Edit } from '../edit.ts';
import { countHan } from './count-han.ts';
import { CODE_PAGES, codePageBytes } from './code-pages.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DecodeBytes, DoubleByteTable } from './double-byte-table.ts';
import type { Line } from './lines.ts';
import { LOST, textOfDoubleBytes, textOfUtf8 } from './misreading-encodings.ts';
import { proseLikelihood } from './prose-likelihood.ts';
import { editAt } from './rule.ts';

const CERTAIN = 0.95;
const WITH_LOSSES = 0.7;
/** So many letters and signs of such encodings, and that much of what is not ASCII, make a line worth a look. */
const LEAST_ODD = 6;
const LEAST_ODD_SHARE = 0.6;
const ODD =
  /[\u0080-\u024F\u02C6-\u02DD\u0370-\u052F\u2018-\u2122\u2200-\u22FF\u2310-\u25FF\uF8FF\uFB01\uFB02]/gu;
const BEYOND_ASCII = /[^\p{ASCII}\s]/gu;
const LEAST_HAN = 1;
const MOST_LOST = 0.3;

function isOdd({ text }: Line): boolean {
  const odd = text.match(ODD)?.length ?? 0;
  return odd >= LEAST_ODD && odd >= LEAST_ODD_SHARE * (text.match(BEYOND_ASCII)?.length ?? 0);
}

function bytesOf(text: string, page: ReadonlyMap<string, number>): readonly number[] | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const byte =
      char < '\u0080' ? char.charCodeAt(0) : (page.get(char) ?? (char === '\uFFFD' ? LOST : undefined));
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

/** The line read back from a page, or undefined where it is no UTF-8 so. In a page that is proven it may hold no Chinese. */
function readBack(text: string, page: ReadonlyMap<string, number>, isProven: boolean): string | undefined {
  const bytes = bytesOf(text, page);
  if (bytes === undefined) return undefined;
  const after = textOfUtf8(bytes);
  const lost = after.split('\uFFFD').length - 1;
  const isOwn = lost === 0 || text.includes('\uFFFD');
  if (!isOwn || lost > MOST_LOST * after.length || after === text) return undefined;
  return countHan(after) >= LEAST_HAN || (isProven && lost === 0) ? after : undefined;
}

/** Of the odd lines so many must be read back, so that no line of another language is taken for one. */
const LEAST_LINES_SHARE = 0.8;
/** So much Chinese proves a page for the short lines of the file, too. */
const LEAST_PROVEN = 12;

/** Edits of the lines that are UTF-8 in the page that explains most of them, named `rule`, and what Chinese they give. */
export function codePageEdits(
  lines: readonly Line[],
  text: string,
  { rule, decode }: { readonly rule: string; readonly decode: DecodeBytes },
): { readonly edits: readonly Edit[]; readonly han: number } {
  const odd = lines.filter(isOdd);
  if (odd.length === 0) return { edits: [], han: 0 };
  const readAll = (some: readonly Line[], bytes: ReadonlyMap<string, number>, isProven: boolean) => {
    const edits = some.flatMap((line) => {
      const after = readBack(line.text, bytes, isProven);
      if (after === undefined) return [];
      const confidence = after.includes('\uFFFD') ? WITH_LOSSES : CERTAIN;
      return [editAt(text, line, { after, rule, confidence, applied: true })];
    });
    return { edits, han: edits.reduce((sum, { after }) => sum + countHan(after), 0), bytes };
  };
  const best = CODE_PAGES.map((page) => readAll(odd, codePageBytes(decode, page), false)).reduce(
    (one, other) => (other.han > one.han ? other : one),
  );
  if (best.han >= LEAST_PROVEN) return readAll(lines, best.bytes, true);
  return best.han > 0 ? best : doubleByteEdits(odd, text, { rule, decode });
}

/** Less than this no prose has; words of another script read so are rare characters. */
const LEAST_PROSE = 0.6;
const LEAST_HAN_SHARE = 0.5;
const DOUBLE_BYTE = ['gbk', 'big5'] as const;

/** A line of GBK or Big5 read back from a page; undefined where it is none or no prose. */
function readBackDouble(
  text: string,
  page: ReadonlyMap<string, number>,
  table: DoubleByteTable,
): string | undefined {
  const bytes = bytesOf(text, page);
  if (bytes === undefined) return undefined;
  const after = textOfDoubleBytes(bytes, table);
  if (after.includes('\uFFFD') || proseLikelihood(after) < LEAST_PROSE) return undefined;
  return countHan(after) >= LEAST_HAN_SHARE * (after.match(BEYOND_ASCII)?.length ?? 0) ? after : undefined;
}

/** Edits of lines that are GBK or Big5 in one page, where most of the odd lines of the file are. */
function doubleByteEdits(
  odd: readonly Line[],
  text: string,
  { rule, decode }: { readonly rule: string; readonly decode: DecodeBytes },
): { readonly edits: readonly Edit[]; readonly han: number } {
  let best: { edits: readonly Edit[]; han: number; score: number } = { edits: [], han: 0, score: 0 };
  for (const page of CODE_PAGES) {
    const bytes = codePageBytes(decode, page);
    for (const encoding of DOUBLE_BYTE) {
      const table = doubleByteTable(decode, encoding);
      const edits = odd.flatMap((line) => {
        const after = readBackDouble(line.text, bytes, table);
        if (after === undefined) return [];
        return [editAt(text, line, { after, rule, confidence: CERTAIN, applied: true })];
      });
      const han = edits.reduce((sum, { after }) => sum + countHan(after), 0);
      const score = edits.reduce((sum, { after }) => sum + countHan(after) * proseLikelihood(after), 0);
      const isMost = edits.length >= LEAST_LINES_SHARE * odd.length;
      if (han >= LEAST_PROVEN && isMost && score > best.score) best = { edits, han, score };
    }
  }
  return best;
}
