import { isUtf8 } from 'node:buffer';
import { ZhupiError } from '#core/base/app-error.ts';
import { sortOf } from './binary.ts';
import type { DecodedText } from './decoded-slice.ts';
import { decodeDoubleByte, nameOfDoubleByte } from './double-byte.ts';
import { decodeShort, isUtf8ByChance, likelierFamily, SHORT_BYTES } from './likeliest.ts';
import { plausibility } from './plausibility.ts';
import { decodeUtf16, guessUtf16 } from './utf16.ts';
import type { Utf8Scan } from './utf8.ts';
import { decodeUtf8, scanUtf8 } from './utf8.ts';

/** Share of the bytes beyond ASCII that must be whole UTF-8 sequences for a damaged file to stay UTF-8. */
const UTF8_SHARE = 0.7;
/** Bad bytes a text may hold, as a share of all its bytes. */
const MOST_UNDECODABLE = 0.05;

/**
 * Decodes the bytes of a text file. A byte order mark decides; then, for a few bytes, which encoding gives the likeliest text;
 * else valid UTF-8; then UTF-16 by the pattern of its units; then UTF-8 with few bad bytes; then GB18030 or Big5-HKSCS,
 * whichever is likelier Chinese.
 * @throws ZhupiError `file-not-text` for binary bytes, `file-undecodable` when no encoding explains them.
 */
export function decodeBytes(file: Uint8Array): DecodedText {
  // A Buffer's slice() is a view of it, a plain array's a copy: what is kept beside the text must be a copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const plain = decodePlainUtf8(bytes);
  if (plain !== null) return plain;
  const sort = sortOf(bytes);
  if (sort === 'binary') throw new ZhupiError('file-not-text');
  if (bytes.length <= SHORT_BYTES) {
    const short = decodeShort(bytes);
    if (short !== null) return short;
  }
  // A long text in UTF-16 has zeros or is no UTF-8.
  const order = isUtf8(bytes) && !bytes.includes(0) ? null : guessUtf16(bytes);
  if (order !== null) {
    return {
      ...decodeUtf16(bytes, order),
      encoding: order === 'le' ? 'UTF-16LE' : 'UTF-16BE',
      confidence: 0.95,
    };
  }
  const decoded = decodeLong(bytes);
  if (sort === 'doubtful' && plausibility(decoded.text.slice(0, SAMPLE_UNITS)) < LEAST_AMONG_CONTROLS) {
    throw new ZhupiError('file-not-text');
  }
  return decoded;
}

/** Units of a text among many control characters that must look like prose, and how much. */
const SAMPLE_UNITS = 65_536;
const LEAST_AMONG_CONTROLS = 0.5;

function decodeLong(bytes: Uint8Array): DecodedText {
  const scan = scanUtf8(bytes);
  if (scan.bad.length === 0) {
    const isChance = scan.highBytes > 0 && scan.longSequenceBytes === 0 && isUtf8ByChance(bytes);
    return (isChance ? decodeLegacy(bytes) : null) ?? soundUtf8(bytes, scan);
  }
  if (scan.longSequenceBytes >= scan.highBytes * UTF8_SHARE) return damagedUtf8(bytes, scan);
  return decodeLegacy(bytes) ?? decodeMostlyAscii(bytes, scan);
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\0-\x08\x0E-\x1A\x1C-\x1F]/u;

/** What most files are, told at once: sound UTF-8 with Chinese in it and without control characters. */
function decodePlainUtf8(bytes: Uint8Array): DecodedText | null {
  if (bytes.length <= SHORT_BYTES || !isUtf8(bytes)) return null;
  const { text } = decodeUtf8(bytes);
  const isPlain = /[\u0800-\u{10FFFF}][^]*?[\u0800-\u{10FFFF}][^]*?[\u0800-\u{10FFFF}]/u.test(text);
  if (!isPlain || CONTROLS.test(text)) return null;
  return { text, undecodable: [], encoding: 'UTF-8', confidence: 1 };
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
  const likelier = likelierFamily(bytes);
  if (likelier === null) return null;
  const { family, skip, confidence } = likelier;
  const decoded = decodeDoubleByte(bytes, family, skip);
  const unread = decoded.undecodable.reduce((sum, piece) => sum + piece.bytes.length, 0);
  if (unread > bytes.length * MOST_UNDECODABLE) return null;
  return { ...decoded, encoding: nameOfDoubleByte(bytes, family), confidence };
}
