/*
 * UTF-8 that was read in another encoding of one byte a character than the Western ones: дё­ж–‡ (Windows-1251), ä¸­ć–‡
 * (Windows-1250), ‰∏≠Êñá (Macintosh), Σ╕¡µûç (437).
 *
 * Evidence: read back, the bytes are well-formed UTF-8 with Chinese characters, which no words of another script are.
 */
import type { Edit } from '../edit.ts';
import { countHan } from './count-han.ts';
import { CODE_PAGES, codePageBytes } from './code-pages.ts';
import type { DecodeBytes } from './double-byte-table.ts';
import type { Line } from './lines.ts';
import { LOST, textOfUtf8 } from './misreading-encodings.ts';
import { editAt } from './rule.ts';

const CERTAIN = 0.95;
const WITH_LOSSES = 0.7;
/** So many letters and signs of such encodings, and that much of what is not ASCII, make a line worth a look. */
const LEAST_ODD = 6;
const LEAST_ODD_SHARE = 0.6;
const ODD = /[\u0080-\u024F\u0370-\u052F\u2018-\u2122\u2200-\u22FF\u2310-\u25FF\uF8FF]/gu;
const BEYOND_ASCII = /[^\p{ASCII}\s]/gu;
const LEAST_HAN = 1;
const MOST_LOST = 0.3;

function isOdd({ text }: Line): boolean {
  const odd = text.match(ODD)?.length ?? 0;
  return odd >= LEAST_ODD && odd >= LEAST_ODD_SHARE * (text.match(BEYOND_ASCII)?.length ?? 0);
}

/** The line read back from a page, or undefined where it is no UTF-8 so. */
function readBack(text: string, page: ReadonlyMap<string, number>): string | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const byte = char < '\u0080' ? char.charCodeAt(0) : char === '\uFFFD' ? LOST : page.get(char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  const after = textOfUtf8(bytes);
  const lost = after.split('\uFFFD').length - 1;
  const isOwn = lost === 0 || text.includes('\uFFFD');
  return isOwn && lost <= MOST_LOST * after.length && countHan(after) >= LEAST_HAN ? after : undefined;
}

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
  const readAll = (some: readonly Line[], bytes: ReadonlyMap<string, number>) => {
    const edits = some.flatMap((line) => {
      const after = readBack(line.text, bytes);
      if (after === undefined) return [];
      const confidence = after.includes('\uFFFD') ? WITH_LOSSES : CERTAIN;
      return [editAt(text, line, { after, rule, confidence, applied: true })];
    });
    return { edits, han: edits.reduce((sum, { after }) => sum + countHan(after), 0), bytes };
  };
  const best = CODE_PAGES.map((page) => readAll(odd, codePageBytes(decode, page))).reduce((one, other) =>
    other.han > one.han ? other : one,
  );
  return best.han >= LEAST_PROVEN ? readAll(lines, best.bytes) : best;
}
