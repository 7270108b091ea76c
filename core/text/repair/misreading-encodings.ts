import type { DoubleByteTable } from './double-byte-table.ts';

/** Characters that Windows-1252 puts at 0x80 to 0x9F; the five bytes that it leaves free stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const windowsBytes = new Map([...WINDOWS_1252].map((char, index) => [char, 0x80 + index]));

/** The byte that Latin-1 or Windows-1252 shows as this character; undefined for any other. */
export function westernByte(char: string): number | undefined {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x100 ? code : windowsBytes.get(char);
}

/** Latin-9 has these where Latin-1 has signs that prose does not need. */
const LATIN_9 = new Map([
  ['€', 0xa4],
  ['Š', 0xa6],
  ['š', 0xa8],
  ['Ž', 0xb4],
  ['ž', 0xb8],
  ['Œ', 0xbc],
  ['œ', 0xbd],
  ['Ÿ', 0xbe],
]);

/** The byte that Latin-9 (ISO 8859-15) shows as this character; undefined for any other. */
export function latin9Byte(char: string): number | undefined {
  const code = char.codePointAt(0) ?? 0;
  return LATIN_9.get(char) ?? (code < 0x100 ? code : undefined);
}

/** Stands for a byte that the misreading lost. */
export const LOST = -1;

/** Finds the bytes of a character that stands at others in some tables. */
export type OtherBytes = (char: string) => readonly [lead: number, trail: number] | undefined;

const NO_OTHERS: OtherBytes = () => undefined;

/**
 * The bytes of a text in a double-byte encoding; U+FFFD becomes LOST. Undefined where another character is not in it. What
 * `others` knows goes before the table.
 */
export function doubleBytesOf(
  text: string,
  table: DoubleByteTable,
  others = NO_OTHERS,
): readonly number[] | undefined {
  const bytes: number[] = [];
  const chars = [...text];
  for (const [index, char] of chars.entries()) {
    const code = char.codePointAt(0) ?? 0;
    const pair = others(char) ?? table.bytesOf(char) ?? table.bytesOfPrivateUse(char);
    const single = table.singleByteOf(char);
    if (code < 0x80) bytes.push(code);
    else if (single !== undefined) bytes.push(single);
    else if (char === '\uFFFD') bytes.push(LOST);
    else if (char === '€' && isSingleByte(bytes.at(-1), table.bytesOf(chars[index + 1] ?? '')?.[0])) {
      bytes.push(0x80);
    } else if (pair !== undefined) bytes.push(...pair);
    else return undefined;
  }
  return bytes;
}

/**
 * Decoders read both the byte 0x80 and a pair as the euro sign. In UTF-8 the pair ends a character and begins another, so
 * that the rest of that one follows; 0x80 is followed by such a rest only behind a lead byte.
 */
function isSingleByte(before: number | undefined, behind: number | undefined): boolean {
  const isRestBehind = behind !== undefined && behind >= 0x80 && behind <= 0xbf;
  return !isRestBehind || (before ?? 0) >= 0xe0;
}

/** Text from double bytes; a pair that is none becomes U+FFFD. */
export function textOfDoubleBytes(bytes: readonly number[], table: DoubleByteTable): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? LOST;
    if (lead >= 0 && lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const char = table.charOf(lead, bytes[at + 1] ?? LOST);
    text += char ?? '\uFFFD';
    if (char !== undefined) at += 1;
  }
  return text;
}

/** Text from UTF-8; each ill-formed piece becomes one U+FFFD. Bounds: RFC 3629. */
export function textOfUtf8(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? LOST;
    if (lead >= 0 && lead < 0x80) {
      text += String.fromCharCode(lead);
      at += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 1;
    let code = length === 1 ? LOST : lead & (0xff >> (length + 1));
    let read = 1;
    while (read < length) {
      const next = bytes[at + read] ?? LOST;
      if (next < 0x80 || next > 0xbf) break;
      code = (code << 6) | (next & 0x3f);
      read += 1;
    }
    const isWhole = read === length && length > 1 && isScalar(code, length);
    text += isWhole ? String.fromCodePoint(code) : '\uFFFD';
    at += read;
    // What is left of a sequence whose beginning was lost.
    if (!isWhole) while (at < bytes.length && isRest(bytes[at] ?? 0)) at += 1;
  }
  return text;
}

function isRest(byte: number): boolean {
  return byte === LOST || (byte >= 0x80 && byte <= 0xbf);
}

function isScalar(code: number, length: number): boolean {
  if (length === 3) return code >= 0x800 && (code < 0xd800 || code > 0xdfff);
  if (length === 4) return code >= 0x10000 && code <= 0x10ffff;
  return code >= 0x80;
}
