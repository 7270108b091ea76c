import type { UndecodableBytes } from '../report-types.ts';

/** A text with what it was decoded from. */
export interface TextOfBytes {
  readonly source: string;
  readonly bytes: Uint8Array;
  /** As decode-bytes.ts names it. */
  readonly encoding: string;
  readonly undecodable: readonly UndecodableBytes[];
}

type StepAt = (text: TextOfBytes, unit: number, byte: number) => Step;

/** How many bytes made how many UTF-16 units. */
interface Step {
  readonly bytes: number;
  readonly units: number;
}

const MARK_BYTES: Readonly<Record<string, number>> = { 'UTF-8': 3, 'UTF-16LE': 2, 'UTF-16BE': 2, GB18030: 4 };

/**
 * The byte offset at which each UTF-16 unit of a decoded text begins, and last the number of bytes: one entry more than
 * the text has units. Both units of a character beyond the BMP have its offset. Null when the text is not what these
 * bytes make in this encoding.
 */
export function byteOffsetsOf(text: TextOfBytes): Int32Array | null {
  const [name = '', mark] = text.encoding.split(' ');
  const stepAt = stepOf(name);
  if (stepAt === undefined) return null;
  const { source, bytes, undecodable } = text;
  const offsets = new Int32Array(source.length + 1);
  let byte = mark === undefined ? 0 : (MARK_BYTES[name] ?? 0);
  let unit = 0;
  let piece = 0;
  while (unit < source.length) {
    const bad = undecodable[piece];
    const isBad = bad?.offset === byte;
    if (isBad) piece += 1;
    const step = isBad ? { bytes: bad.bytes.length, units: 1 } : stepAt(text, unit, byte);
    offsets.fill(byte, unit, unit + step.units);
    unit += step.units;
    byte += step.bytes;
    if (byte > bytes.length) return null;
  }
  if (unit !== source.length || byte !== bytes.length) return null;
  offsets[source.length] = byte;
  return offsets;
}

function stepOf(name: string): StepAt | undefined {
  if (name === 'UTF-8' || name === 'ASCII') return utf8Step;
  if (name.startsWith('UTF-16')) return () => ({ bytes: 2, units: 1 });
  if (name.startsWith('GB')) return gbStep;
  return name.startsWith('Big5') ? big5Step : undefined;
}

function utf8Step({ source }: TextOfBytes, unit: number): Step {
  const code = source.codePointAt(unit) ?? 0;
  if (code > 0xffff) return { bytes: 4, units: 2 };
  return { bytes: code < 0x80 ? 1 : code < 0x800 ? 2 : 3, units: 1 };
}

function gbStep({ source, bytes }: TextOfBytes, unit: number, byte: number): Step {
  const units = unitsAt(source, unit);
  // 0x80 is the euro sign in code page 936.
  if ((bytes[byte] ?? 0) <= 0x80) return { bytes: 1, units };
  const trail = bytes[byte + 1] ?? 0;
  return { bytes: trail >= 0x30 && trail <= 0x39 ? 4 : 2, units };
}

function big5Step({ source, bytes }: TextOfBytes, unit: number, byte: number): Step {
  if ((bytes[byte] ?? 0) < 0x80) return { bytes: 1, units: 1 };
  // Hong Kong's four letters with two marks: one pair of bytes, a letter and a combining mark.
  const isMarked =
    /^[\u00CA\u00EA][\u0304\u030C]/u.test(source.slice(unit, unit + 2)) && bytes[byte] === 0x88;
  return { bytes: 2, units: isMarked ? 2 : unitsAt(source, unit) };
}

function unitsAt(source: string, unit: number): number {
  return (source.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
}
