import { detect } from 'jschardet';
import { ZhupiError } from '#core/base/app-error.ts';
import { isBinary } from './binary.ts';
import type { DoubleByteFamily } from './double-byte.ts';
import { decodeDoubleByte, nameOfDoubleByte } from './double-byte.ts';
import { plausibility } from './plausibility.ts';
import type { UndecodableBytes } from '../library-types.ts';
import type { DecodedSlice } from './decoded-slice.ts';
import { decodeUtf16, guessUtf16 } from './utf16.ts';
import type { Utf8Scan } from './utf8.ts';
import { decodeUtf8, scanUtf8 } from './utf8.ts';

/** A text made of bytes, and how. */
export interface DecodedText {
  /** Every character of the file but the byte order mark. */
  readonly text: string;
  /** Such as `UTF-8`, `UTF-8 (BOM)`, `UTF-16LE`, `GBK`, `GB18030`, `Big5`, `Big5-HKSCS`, `ASCII`. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly undecodable: readonly UndecodableBytes[];
}

/** Bytes that a guess looks at; a whole file of 64 MB would say no more. */
const SAMPLE_BYTES = 65_536;
/** Share of the bytes beyond ASCII that must be whole UTF-8 sequences for a damaged file to stay UTF-8. */
const UTF8_SHARE = 0.7;
/** A double-byte reading below this is no Chinese prose; a name or two in a few words may be rarer. */
const LEAST_PLAUSIBLE = 0.15;
const LEAST_PLAUSIBLE_SHORT = -0.2;
const SHORT_BYTES = 64;
/** Common characters that bytes make in GBK although they are valid UTF-8 too. */
const PLAUSIBLE_BY_CHANCE = 0.8;
/** Bad bytes a text may hold, as a share of all its bytes. */
const MOST_UNDECODABLE = 0.05;
/** Readings closer than this are decided by jschardet's word. */
const CLOSE = 0.15;

/**
 * Decodes the bytes of a text file. A byte order mark decides; then valid UTF-8; then UTF-16 by the pattern of its
 * units; then UTF-8 with few bad bytes; then GB18030 or Big5-HKSCS, whichever reads more like Chinese prose.
 * @throws ZhupiError `file-not-text` for binary bytes, `file-undecodable` when no encoding explains them.
 */
export function decodeBytes(file: Uint8Array): DecodedText {
  // A Buffer's slice() is a view of it, a plain array's a copy: what is kept beside the text must be a copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const order = guessUtf16(bytes);
  if (order !== null) {
    return {
      ...decodeUtf16(bytes, order),
      encoding: order === 'le' ? 'UTF-16LE' : 'UTF-16BE',
      confidence: 0.95,
    };
  }
  if (isBinary(bytes)) throw new ZhupiError('file-not-text');
  const scan = scanUtf8(bytes);
  if (scan.bad.length === 0) {
    return (scan.longSequenceBytes === 0 ? decodeChance(bytes) : null) ?? soundUtf8(bytes, scan);
  }
  if (scan.longSequenceBytes >= scan.highBytes * UTF8_SHARE) return damagedUtf8(bytes, scan);
  return decodeLegacy(bytes) ?? decodeMostlyAscii(bytes, scan);
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { ...decodeUtf8(bytes.subarray(3), 3), encoding: 'UTF-8 (BOM)', confidence: 1 };
  }
  if (first === 0xff && second === 0xfe) {
    return { ...decodeUtf16(bytes.subarray(2), 'le', 2), encoding: 'UTF-16LE (BOM)', confidence: 1 };
  }
  if (first === 0xfe && second === 0xff) {
    return { ...decodeUtf16(bytes.subarray(2), 'be', 2), encoding: 'UTF-16BE (BOM)', confidence: 1 };
  }
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) {
    const { text, undecodable } = decodeDoubleByte(bytes, 'gb18030');
    return { text: text.slice(1), undecodable, encoding: 'GB18030 (BOM)', confidence: 1 };
  }
  return null;
}

function soundUtf8(bytes: Uint8Array, { highBytes, longSequenceBytes }: Utf8Scan): DecodedText {
  // One or two characters may be valid UTF-8 by chance.
  const confidence = highBytes === 0 || longSequenceBytes > 6 ? 1 : 0.8;
  return { ...decodeUtf8(bytes), encoding: highBytes === 0 ? 'ASCII' : 'UTF-8', confidence };
}

/**
 * A few characters of GBK whose bytes happen to be valid UTF-8 of two bytes each: in UTF-8 they are a jumble of alphabets,
 * in GBK several different common characters.
 */
function decodeChance(bytes: Uint8Array): DecodedText | null {
  if (bytes.length > SHORT_BYTES) return null;
  const decoded = decodeDoubleByte(bytes, 'gb18030');
  const different = new Set(decoded.text.match(/\p{Script=Han}/gu));
  if (different.size < 3 || plausibility(decoded.text) < PLAUSIBLE_BY_CHANCE) return null;
  return { ...decoded, encoding: 'GBK', confidence: 0.6 };
}

function damagedUtf8(bytes: Uint8Array, scan: Utf8Scan): DecodedText {
  return { ...decodeUtf8(bytes), encoding: 'UTF-8', confidence: scan.longSequenceBytes / scan.highBytes };
}

/** A few odd bytes in a text that is ASCII otherwise prove no encoding; they are marked, the text is kept. */
function decodeMostlyAscii(bytes: Uint8Array, scan: Utf8Scan): DecodedText {
  const badBytes = scan.bad.reduce((sum, [start, end]) => sum + end - start, 0);
  if (badBytes > bytes.length * MOST_UNDECODABLE) throw new ZhupiError('file-undecodable');
  return { ...decodeUtf8(bytes), encoding: 'UTF-8', confidence: 0.3 };
}

function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const gb = score(decodeDoubleByte(sample, 'gb18030'), sample.length);
  const big5 = score(decodeDoubleByte(sample, 'big5hkscs'), sample.length);
  const best = Math.max(gb, big5);
  if (best < (bytes.length > SHORT_BYTES ? LEAST_PLAUSIBLE : LEAST_PLAUSIBLE_SHORT)) return null;
  const close = Math.abs(gb - big5) < CLOSE;
  const family = (close ? hint(sample) : null) ?? (gb >= big5 ? 'gb18030' : 'big5hkscs');
  const decoded = decodeDoubleByte(bytes, family);
  if (undecodableBytes(decoded) > bytes.length * MOST_UNDECODABLE) return null;
  const confidence = Math.min(0.99, 0.5 + Math.abs(gb - big5) / 2);
  return { ...decoded, encoding: nameOfDoubleByte(bytes, family), confidence };
}

function score(decoded: DecodedSlice, length: number): number {
  return plausibility(decoded.text) - (undecodableBytes(decoded) / length) * 2;
}

function undecodableBytes(decoded: DecodedSlice): number {
  return decoded.undecodable.reduce((sum, piece) => sum + piece.bytes.length, 0);
}

function hint(sample: Uint8Array): DoubleByteFamily | null {
  const name = detect(sample).encoding?.toLowerCase() ?? '';
  if (name.startsWith('gb') || name === 'hz-gb-2312') return 'gb18030';
  return name.startsWith('big5') || name === 'cp950' ? 'big5hkscs' : null;
}
