import type { DecodeBytes } from './double-byte-table.ts';

/** Encodings of one byte a character, besides Latin-1 and Windows-1252, that programs guess for Chinese text. */
export const CODE_PAGES = [
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'koi8-r',
  'macintosh',
  'cp437',
  'cp850',
] as const;
export type CodePage = (typeof CODE_PAGES)[number];

const known = new WeakMap<DecodeBytes, Map<CodePage, ReadonlyMap<string, number>>>();
const HIGH_BYTES = Uint8Array.from({ length: 0x80 }, (_none, index) => 0x80 + index);

/**
 * The byte that a code page shows as each character beyond ASCII. Bytes that it leaves free are shown as the control
 * character of that number; where it is only one, U+FFFD is that byte, too.
 */
export function codePageBytes(decode: DecodeBytes, page: CodePage): ReadonlyMap<string, number> {
  const pages = known.get(decode) ?? new Map<CodePage, ReadonlyMap<string, number>>();
  known.set(decode, pages);
  const found = pages.get(page) ?? readPage(decode, page);
  pages.set(page, found);
  return found;
}

function readPage(decode: DecodeBytes, page: CodePage): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  const free: number[] = [];
  for (const [index, char] of [...decode(HIGH_BYTES, page)].entries()) {
    const byte = 0x80 + index;
    if (char !== '\uFFFD') {
      bytes.set(char, byte);
      // Tables differ: the ohm sign here is the letter omega there.
      bytes.set(char.normalize('NFC'), byte);
    }
    if (char === '\uFFFD') free.push(byte);
    if (char === '\uFFFD' && byte < 0xa0) bytes.set(String.fromCharCode(byte), byte);
  }
  // As Macintosh shows them since it has a euro sign.
  if (page === 'macintosh') bytes.set('€', 0xdb).set('\uF8FF', 0xf0);
  const [only] = free;
  if (only !== undefined && free.length === 1) bytes.set('\uFFFD', only);
  return bytes;
}
