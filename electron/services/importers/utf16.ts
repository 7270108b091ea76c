import type { UndecodableBytes } from '../report-types.ts';
import type { DecodedSlice } from './decoded-slice.ts';
import { REPLACEMENT } from './decoded-slice.ts';

export type ByteOrder = 'le' | 'be';

/** Units that are looked at; enough for a safe answer on any text. */
const SAMPLE_UNITS = 20_000;
/** A text without any ASCII (so without NUL bytes) must be this long before its units prove UTF-16. */
const UNITS_WITHOUT_ASCII = 32;
const PLAUSIBLE_SHARE = 0.95;

/**
 * The byte order of UTF-16 text without a byte order mark, or null when the bytes do not look like UTF-16.
 * Nearly every unit of Chinese or Latin prose is a Han character, ASCII, or punctuation; other bytes read as UTF-16 are not.
 */
export function guessUtf16(bytes: Uint8Array): ByteOrder | null {
  if (bytes.length < 4) return null;
  const le = plausibility(bytes, 'le');
  const be = plausibility(bytes, 'be');
  const [order, best] = le.share >= be.share ? (['le', le] as const) : (['be', be] as const);
  if (best.share < PLAUSIBLE_SHARE) return null;
  return best.ascii > 0 || best.units >= UNITS_WITHOUT_ASCII ? order : null;
}

function plausibility(
  bytes: Uint8Array,
  order: ByteOrder,
): { readonly share: number; readonly ascii: number; readonly units: number } {
  const units = Math.min(bytes.length >> 1, SAMPLE_UNITS);
  let plausible = 0;
  let ascii = 0;
  for (let index = 0; index < units; index += 1) {
    const first = bytes[index * 2] ?? 0;
    const second = bytes[index * 2 + 1] ?? 0;
    const unit = order === 'le' ? first | (second << 8) : (first << 8) | second;
    const isAscii = (unit >= 0x20 && unit < 0x7f) || unit === 0x09 || unit === 0x0a || unit === 0x0d;
    if (isAscii) ascii += 1;
    if (isAscii || isChineseUnit(unit)) plausible += 1;
  }
  return { share: plausible / units, ascii, units };
}

function isChineseUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff65) ||
    // Two spaces of ASCII are a dagger (U+2020).
    (unit >= 0x2010 && unit <= 0x2027 && unit !== 0x2020) ||
    (unit >= 0xa0 && unit <= 0xff) ||
    (unit >= 0xd800 && unit <= 0xdfff)
  );
}

/** The text of UTF-16 bytes. Lone surrogates and an odd last byte become U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, order: ByteOrder, base = 0): DecodedSlice {
  const even = bytes.length - (bytes.length % 2);
  const copy = Buffer.from(bytes.subarray(0, even));
  if (order === 'be') copy.swap16();
  const raw = copy.toString('utf16le');
  const undecodable: UndecodableBytes[] = [];
  // With the u flag a class of surrogates matches lone ones only.
  let text = raw.replace(/[\uD800-\uDFFF]/gu, (_lone, unit: number) => {
    undecodable.push({ offset: base + unit * 2, bytes: bytes.slice(unit * 2, unit * 2 + 2) });
    return REPLACEMENT;
  });
  if (even < bytes.length) {
    undecodable.push({ offset: base + even, bytes: bytes.slice(even) });
    text += REPLACEMENT;
  }
  return { text, undecodable };
}
