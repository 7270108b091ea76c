import { encode } from 'iconv-lite';

/** A text written in an encoding, one character of `text` a byte (U+0000 to U+00FF). */
export interface EncodedText {
  readonly text: string;
  /** Where the bytes of each UTF-16 unit of the source begin, and last the number of bytes. */
  readonly offsets: Int32Array;
}

/** What iconv-lite calls the encodings that decode-bytes.ts names. */
function encoderOf(encoding: string): string {
  if (encoding.startsWith('UTF-16LE')) return 'utf16-le';
  if (encoding.startsWith('UTF-16BE')) return 'utf16-be';
  if (encoding.startsWith('GB')) return 'gb18030';
  return encoding.startsWith('Big5') ? 'big5hkscs' : 'utf8';
}

/**
 * The bytes that a text would have in an encoding. Of a text that an adapter took out of a page these are the page's own
 * bytes, but for what the page wrote as entities and what could not be decoded.
 */
export function encodeSource(source: string, encoding: string): EncodedText {
  const encoder = encoderOf(encoding);
  const known = new Map<string, string>();
  const offsets = new Int32Array(source.length + 1);
  const parts: string[] = [];
  let unit = 0;
  let byte = 0;
  for (const character of source) {
    let bytes = known.get(character);
    if (bytes === undefined) {
      bytes = encode(character, encoder).toString('latin1');
      known.set(character, bytes);
    }
    offsets.fill(byte, unit, unit + character.length);
    parts.push(bytes);
    unit += character.length;
    byte += bytes.length;
  }
  offsets[source.length] = byte;
  return { text: parts.join(''), offsets };
}
