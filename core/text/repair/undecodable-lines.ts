/*
 * A paragraph of GBK pasted into a UTF-8 file: its bytes are ill-formed UTF-8, kept beside the source.
 *
 * Evidence: a line in which bytes did not decode, whose bytes as a whole are GBK and read as prose.
 */
import type { Edit } from '../edit.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DoubleByteTable } from './double-byte-table.ts';
import { filledLines } from './lines.ts';
import { textOfDoubleBytes } from './misreading-encodings.ts';
import { proseLikelihood } from './prose-likelihood.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext, UndecodableBytes } from './rule.ts';

const ID = 'undecodable-lines';
const CERTAIN = 0.95;
const LEAST_PROSE = 0.5;

function utf8Bytes(code: number): readonly number[] {
  if (code < 0x80) return [code];
  const rest = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), rest(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), rest(6), rest(0)];
  return [0xf0 | (code >> 18), rest(12), rest(6), rest(0)];
}

/** The bytes of the file behind each UTF-16 unit of its text, those of a pair with its first. */
function bytesByUnit(
  text: string,
  firstByte: number,
  undecodable: readonly UndecodableBytes[],
): readonly (readonly number[])[] {
  const bytes: (readonly number[])[] = [];
  let offset = firstByte;
  let next = 0;
  for (const char of text) {
    const bad = undecodable[next];
    const isBad = char === '\uFFFD' && bad?.offset === offset;
    const own = isBad ? [...bad.bytes] : utf8Bytes(char.codePointAt(0) ?? 0);
    if (isBad) next += 1;
    bytes.push(own);
    if (char.length === 2) bytes.push([]);
    offset += own.length;
  }
  return bytes;
}

/** The whole line as GBK, if it is prose so. */
function readBack(units: readonly (readonly number[])[], table: DoubleByteTable): string | undefined {
  const text = textOfDoubleBytes(units.flat(), table);
  return text.includes('\uFFFD') || proseLikelihood(text) < LEAST_PROSE ? undefined : text;
}

function find(text: string, { decodeBytes, undecodable, firstByte = 0 }: RuleContext): readonly Edit[] {
  if (decodeBytes === undefined || undecodable === undefined || undecodable.length === 0) return [];
  const table = doubleByteTable(decodeBytes, 'gbk');
  const units = bytesByUnit(text, firstByte, undecodable);
  return filledLines(text).flatMap((line) => {
    if (!line.text.includes('\uFFFD')) return [];
    const after = readBack(units.slice(line.start, line.end), table);
    return after === undefined
      ? []
      : [editAt(text, line, { after, rule: ID, confidence: CERTAIN, applied: true })];
  });
}

/** Reads lines of GBK in a UTF-8 file; see the evidence above. Runs first, on the source itself. */
export const undecodableLines: RepairRule = { id: ID, find };
