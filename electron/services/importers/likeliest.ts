import { sortOf } from './binary.ts';
import type { DecodedSlice, DecodedText } from './decoded-slice.ts';
import type { DoubleByteFamily } from './double-byte.ts';
import { decodeDoubleByte, nameOfDoubleByte } from './double-byte.ts';
import { plausibility } from './plausibility.ts';
import type { TextCost } from './text-likelihood.ts';
import { costOf } from './text-likelihood.ts';
import { decodeUtf16 } from './utf16.ts';
import { decodeUtf8, scanUtf8 } from './utf8.ts';

/** Up to so many bytes every encoding is tried: patterns of bytes prove little, words much. */
export const SHORT_BYTES = 256;
/** A reading whose characters cost more bits on average is a jumble. */
const MOST_BITS = 22;
const MOST_BITS_OF_DAMAGED = 19;
/** Bits against encodings that are met less. */
const AGAINST_UTF16 = 8;
const AGAINST_BIG5 = 5;
/** Bits for UTF-8 without a fault that has sequences of three or four bytes. */
const FOR_SOUND_UTF8 = 10;
/** For each more of these than two: other bytes hardly make so many by chance. */
const FOR_EACH_MORE = 3;
const LONG_SEQUENCE = 3;
/** So many, and they are UTF-8 even where the text is a jumble: the frame of a table. */
const LEAST_SEQUENCES = 6;
/** So few bytes of ASCII are words or numbers, whatever they would be in UTF-16. */
const LEAST_FOR_UTF16_OF_ASCII = 8;
/** A character cut off at either end of the bytes is no wonder. */
const FOR_CUT = 12;
/** Bits between two readings that make the better one certain. */
const CERTAIN_BITS = 20;
/** Bytes of the lines beyond ASCII that the choice between the two families looks at. */
const SAMPLE_BYTES = 16_384;

interface Reading extends DecodedSlice {
  readonly encoding: string;
  readonly cost: TextCost;
  readonly bits: number;
}

function reading(slice: DecodedSlice, encoding: string, length: number, against = 0): Reading {
  const cost = costOf(slice.text);
  const isCut = slice.undecodable.some(
    ({ offset, bytes }) => offset === 0 || offset + bytes.length === length,
  );
  return { ...slice, encoding, cost, bits: cost.bits + against - (isCut ? FOR_CUT : 0) };
}

/** Readings of bytes in all encodings that are possible, the likeliest first. */
function readingsOf(bytes: Uint8Array): readonly Reading[] {
  const length = bytes.length;
  const isAscii = bytes.every((byte) => byte < 0x80);
  const { bad, longSequenceBytes } = scanUtf8(bytes);
  const more = Math.max(0, longSequenceBytes / LONG_SEQUENCE - 2);
  const against = bad.length === 0 && longSequenceBytes > 0 ? -FOR_SOUND_UTF8 - FOR_EACH_MORE * more : 0;
  const readings = [reading(decodeUtf8(bytes), isAscii ? 'ASCII' : 'UTF-8', length, against)];
  if (!isAscii) {
    for (const family of ['gb18030', 'big5hkscs'] as const) {
      const [name, prior] = [nameOfDoubleByte(bytes, family), family === 'gb18030' ? 0 : AGAINST_BIG5];
      readings.push(reading(decodeDoubleByte(bytes, family), name, length, prior));
      const isSecond = (bytes[0] ?? 0) >= 0x80 && length > 2;
      if (isSecond) readings.push(reading(decodeDoubleByte(bytes, family, 1), name, length, prior));
    }
  }
  const isPlain = isAscii && sortOf(bytes) === 'text';
  if (length >= (isPlain ? LEAST_FOR_UTF16_OF_ASCII : 4)) {
    readings.push(
      reading(decodeUtf16(bytes, 'le'), 'UTF-16LE', length, AGAINST_UTF16),
      reading(decodeUtf16(bytes, 'be'), 'UTF-16BE', length, AGAINST_UTF16),
    );
  }
  return readings.sort((a, b) => a.bits - b.bits);
}

/** Whether a reading is a text at all. */
function isReadable({ wide, wideBits }: TextCost, undecodable: number): boolean {
  return wide >= undecodable / 2 && wideBits <= wide * (undecodable > 0 ? MOST_BITS_OF_DAMAGED : MOST_BITS);
}

/** The likeliest reading of a few bytes; null when none of them is a text. */
export function decodeShort(bytes: Uint8Array): DecodedText | null {
  const { bad, longSequenceBytes } = scanUtf8(bytes);
  const isSureUtf8 = bad.length === 0 && longSequenceBytes >= LEAST_SEQUENCES * LONG_SEQUENCE;
  const [best, second] = readingsOf(bytes).filter(
    ({ cost, undecodable, encoding }) =>
      isReadable(cost, undecodable.length) || (isSureUtf8 && encoding === 'UTF-8'),
  );
  if (best === undefined) return null;
  const margin = (second?.bits ?? Number.POSITIVE_INFINITY) - best.bits;
  const { text, encoding, undecodable } = best;
  const most = undecodable.length > 0 ? 0.99 : 1;
  const confidence = Math.min(most, 0.5 + 0.5 * (margin / CERTAIN_BITS));
  return { text, encoding, undecodable, confidence };
}

/** Characters beyond ASCII that show by their mean what is prose; fewer are judged by what they cost. */
const MANY = 32;
const LEAST_PLAUSIBLE = 0.15;

interface Family {
  readonly family: DoubleByteFamily;
  /** 1 where the first byte is the second half of a character that was cut off. */
  readonly skip: 0 | 1;
  /** 0.5 to 0.99. */
  readonly confidence: number;
}

/**
 * Which family of double-byte encodings is likelier; null when the text would be no Chinese in either. Lines of ASCII say
 * nothing.
 */
export function likelierFamily(bytes: Uint8Array): Family | null {
  const sample = linesBeyondAscii(bytes);
  return familyOf(sample, 0) ?? ((bytes[0] ?? 0) >= 0x80 ? familyOf(sample, 1) : null);
}

function familyOf(sample: Uint8Array, skip: 0 | 1): Family | null {
  const rest = sample.subarray(skip);
  const [gb, big5] = [decodeDoubleByte(rest, 'gb18030'), decodeDoubleByte(rest, 'big5hkscs')];
  const [gbCost, big5Cost] = [costOf(gb.text), costOf(big5.text)];
  const margin = big5Cost.bits + AGAINST_BIG5 - gbCost.bits;
  const family = margin >= 0 ? 'gb18030' : 'big5hkscs';
  const [slice, cost] = margin >= 0 ? [gb, gbCost] : [big5, big5Cost];
  const isChinese =
    cost.wide > MANY
      ? plausibility(slice.text) >= LEAST_PLAUSIBLE
      : cost.wide > 0 && isReadable(cost, slice.undecodable.length);
  if (!isChinese) return null;
  return { family, skip, confidence: Math.min(0.99, 0.5 + 0.5 * (Math.abs(margin) / CERTAIN_BITS)) };
}

/**
 * Whether a few characters that are valid UTF-8 of two bytes each are likelier Chinese: in UTF-8 they are a jumble of
 * alphabets, in GBK words.
 */
export function isUtf8ByChance(bytes: Uint8Array): boolean {
  const sample = linesBeyondAscii(bytes);
  const gb = decodeDoubleByte(sample, 'gb18030');
  return gb.undecodable.length === 0 && costOf(gb.text).bits < costOf(decodeUtf8(sample).text).bits;
}

/** The lines that say anything about the encoding, up to the size of a sample. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES));
  let length = 0;
  let start = 0;
  while (start < bytes.length && length < sample.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + sample.length - length));
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return sample.subarray(0, length);
}
