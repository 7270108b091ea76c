import type { CodePage } from './code-pages.ts';
import { userDefinedBytes } from './user-defined-areas.ts';

/** Encodings whose characters beyond ASCII take two bytes; the half-width katakana of Shift_JIS take one. */
export type DoubleByteEncoding = 'gbk' | 'big5' | 'shift_jis' | 'euc-kr';

/** The encodings that a text can have been read in by mistake. */
export type LegacyEncoding = DoubleByteEncoding | CodePage;

/** Decodes bytes, bad ones as U+FFFD. Given by the caller, because the language itself has no such tables. */
export type DecodeBytes = (bytes: Uint8Array, encoding: LegacyEncoding) => string;

/** Both directions between pairs of bytes and characters; user-defined areas and bad pairs are not in it. */
export interface DoubleByteTable {
  readonly charOf: (lead: number, trail: number) => string | undefined;
  readonly bytesOf: (char: string) => readonly [lead: number, trail: number] | undefined;
  /** The last pair of bytes that is shown as a character; for most the same. */
  readonly lastBytesOf: (char: string) => readonly [lead: number, trail: number] | undefined;
  /** The same for the private-use characters that decoders have for the user-defined areas. */
  readonly bytesOfPrivateUse: (char: string) => readonly [lead: number, trail: number] | undefined;
  /** The one byte of a character beyond ASCII that takes no two. */
  readonly singleByteOf: (char: string) => number | undefined;
}

const known = new WeakMap<DecodeBytes, Map<DoubleByteEncoding, DoubleByteTable>>();

/** A decoder may take one line feed for the trail of a pair that is none, never two. */
const PARTED = '\n\n';
const PARTS = /\n+/u;
const [FIRST_LEAD, LAST_LEAD, FIRST_TRAIL, LAST_TRAIL] = [0x81, 0xfe, 0x40, 0xfe];
/** No trail byte. */
const DELETE = 0x7f;
const TRAILS = LAST_TRAIL - FIRST_TRAIL + 1;

/** What a decoder makes of each pair of bytes, asked in one go: one by one takes several times as long. */
function decodePairs(decode: DecodeBytes, encoding: DoubleByteEncoding): readonly string[] {
  const step = 2 + PARTED.length;
  const bytes = new Uint8Array((LAST_LEAD - FIRST_LEAD + 1) * TRAILS * step).fill(PARTED.charCodeAt(0));
  for (let at = 0; at < bytes.length; at += step) {
    const pair = at / step;
    bytes[at] = FIRST_LEAD + Math.floor(pair / TRAILS);
    bytes[at + 1] = FIRST_TRAIL + (pair % TRAILS);
  }
  return decode(bytes, encoding).split(PARTS);
}

/** The table of an encoding, made once from the decoder by asking it about each pair. */
export function doubleByteTable(decode: DecodeBytes, encoding: DoubleByteEncoding): DoubleByteTable {
  const tables = known.get(decode) ?? new Map<DoubleByteEncoding, DoubleByteTable>();
  known.set(decode, tables);
  const found = tables.get(encoding) ?? buildTable(decode, encoding);
  tables.set(encoding, found);
  return found;
}

function buildTable(decode: DecodeBytes, encoding: DoubleByteEncoding): DoubleByteTable {
  const chars = new Map<number, string>();
  const pairs = new Map<string, readonly [number, number]>();
  const last = new Map<string, readonly [number, number]>();
  const privateUse = new Map<string, readonly [number, number]>();
  for (const [index, char] of decodePairs(decode, encoding).entries()) {
    const [lead, trail] = [FIRST_LEAD + Math.floor(index / TRAILS), FIRST_TRAIL + (index % TRAILS)];
    const codePoint = char.codePointAt(0) ?? 0;
    if (trail === DELETE || char.length !== (codePoint > 0xffff ? 2 : 1)) continue;
    if (codePoint >= 0xe000 && codePoint <= 0xf8ff) privateUse.set(char, [lead, trail]);
    else if (codePoint >= 0x80 && codePoint !== 0xfffd) {
      chars.set(lead * 256 + trail, char);
      if (pairs.has(char)) last.set(char, [lead, trail]);
      else pairs.set(char, [lead, trail]);
    }
  }
  return {
    charOf: (lead, trail) => chars.get(lead * 256 + trail),
    bytesOf: (char) => pairs.get(char),
    lastBytesOf: (char) => last.get(char) ?? pairs.get(char),
    bytesOfPrivateUse: (char) => privateUse.get(char) ?? userDefinedBytes(char, encoding),
    singleByteOf: (char) => (encoding === 'shift_jis' ? singleByte(char) : undefined),
  };
}

/** What Windows shows for the bytes of Shift_JIS that are no character. */
const WINDOWS_BYTES: Readonly<Record<string, number>> = {
  '\u0080': 0x80,
  '\uF8F0': 0xa0,
  '\uF8F1': 0xfd,
  '\uF8F2': 0xfe,
  '\uF8F3': 0xff,
};

/** JIS X 0201: U+FF61 to U+FF9F are the bytes A1 to DF. */
function singleByte(char: string): number | undefined {
  const code = char.charCodeAt(0);
  return code >= 0xff61 && code <= 0xff9f ? code - 0xff61 + 0xa1 : WINDOWS_BYTES[char];
}
