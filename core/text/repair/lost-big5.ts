/*
 * Big5 that was read as GBK and lost lead bytes: �u�@ for 工作.
 *
 * Evidence: a decoder of GBK has no character for a lead byte of A1 to A9 before a trail byte below 80; it shows U+FFFD and
 * keeps the trail byte as the ASCII character that it is. So only the few characters of Big5 with this trail byte and one of
 * these lead bytes can have stood there, and the neighbours choose.
 */
import type { DoubleByteTable } from './double-byte-table.ts';
import type { WordEvidence } from './likely-words.ts';
import { chooseWay } from './lost-utf8.ts';
import { LOST, textOfDoubleBytes } from './misreading-encodings.ts';

const IN_PROSE = /[\u2010-\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f]/u;
/** So many places in a row are read together; more would be too many ways. */
const MOST_TOGETHER = 3;
/** By so much (natural logarithm) one must be likelier than the next. */
const LEAST_MARGIN = 6;

interface Tables {
  readonly gbk: DoubleByteTable;
  readonly big5: DoubleByteTable;
  /** Whether the decoder gave up one byte where two are no character, so that the second began the next. */
  readonly keepsHigh: boolean;
}

/** What can have stood where a lead byte was lost before this trail byte. */
function waysOf(trail: number, { gbk, big5 }: Tables): readonly string[] {
  const ways: string[] = [];
  for (let lead = 0xa1; lead <= 0xf9; lead += 1) {
    const char = big5.charOf(lead, trail);
    if (char !== undefined && IN_PROSE.test(char) && gbk.charOf(lead, trail) === undefined) ways.push(char);
  }
  return ways;
}

/** Bytes that can end a character: below 80 every decoder keeps them, from A1 on some do. */
function isTrail(byte: number | undefined, keepsHigh: boolean): byte is number {
  if (byte === undefined) return false;
  return (byte >= 0x40 && byte <= 0x7e) || (keepsHigh && byte >= 0xa1 && byte <= 0xfe);
}

/** The ways to read up to three lost places from `at` on, and how many bytes they take. */
function readLost(
  bytes: readonly number[],
  at: number,
  tables: Tables,
): { readonly ways: readonly string[]; readonly length: number } {
  let ways: readonly string[] = [''];
  let length = 0;
  while (
    length < 2 * MOST_TOGETHER &&
    bytes[at + length] === LOST &&
    isTrail(bytes[at + length + 1], tables.keepsHigh)
  ) {
    const own = waysOf(bytes[at + length + 1] ?? 0, tables);
    if (own.length === 0) return length > 0 ? { ways, length } : { ways: [], length: 2 };
    ways = ways.flatMap((way) => own.map((char) => way + char));
    length += 2;
  }
  return { ways, length };
}

/** The text of bytes of Big5 with the characters put back that the neighbours tell; the rest stays lost. */
export function restoreLostBig5(
  bytes: readonly number[],
  tables: Tables,
  evidence: WordEvidence,
  budget: { left: number },
): string {
  const { big5 } = tables;
  const pieces: string[] = [];
  const lastOf = (): string => pieces.findLast((piece) => piece !== '')?.at(-1) ?? '';
  let from = 0;
  for (let at = 0; at < bytes.length && budget.left > 0; at += 1) {
    if (bytes[at] !== LOST) continue;
    const { ways, length } = readLost(bytes, at, tables);
    if (length === 0) continue;
    budget.left -= 1;
    pieces.push(textOfDoubleBytes(bytes.slice(from, at), big5));
    const behind = textOfDoubleBytes(bytes.slice(at + length, at + length + 2), big5)[0] ?? '';
    const left = lastOf();
    const chosen = chooseWay(
      ways,
      left === '\uFFFD' ? '' : left,
      behind === '\uFFFD' ? '' : behind,
      evidence,
      LEAST_MARGIN,
    );
    pieces.push(chosen ?? '\uFFFD'.repeat(length / 2));
    at += length - 1;
    from = at + 1;
  }
  pieces.push(textOfDoubleBytes(bytes.slice(from), big5));
  return pieces.join('');
}
