import { isAscii, isUtf8, transcode } from 'node:buffer';

/**
 * Text as bytes without loss. SQLite's TEXT ends at the first NUL in this driver, and UTF-8 has no form for a lone
 * surrogate, so texts are stored as BLOBs of "WTF-8" (https://simonsapin.github.io/wtf-8/): UTF-8 in which a lone
 * surrogate is written as the three bytes of its code point. Well-formed text is plain UTF-8.
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** U+FFFD in UTF-8. */
const REPLACEMENT = Buffer.of(0xef, 0xbf, 0xbd);
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The bytes of any string; equal strings and only those have equal bytes. */
export function encodeText(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  // What a lone surrogate becomes in UTF-8 is found sooner than the surrogate.
  if (!bytes.includes(REPLACEMENT) || !LONE_SURROGATE.test(text)) return bytes;
  const parts: Buffer[] = [];
  let from = 0;
  for (const match of text.matchAll(/\p{Surrogate}/gu)) {
    parts.push(Buffer.from(text.slice(from, match.index), 'utf8'), surrogateBytes(match[0].charCodeAt(0)));
    from = match.index + 1;
  }
  parts.push(Buffer.from(text.slice(from), 'utf8'));
  return Buffer.concat(parts);
}

/**
 * The string that {@link encodeText} made the bytes from. Bytes that it never writes throw. Decoders take several times as long
 * as to write UTF-16 and to copy that.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (!isUtf8(buffer)) return decodeWithSurrogates(bytes);
  return transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
}

function surrogateBytes(unit: number): Buffer {
  return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
}

function decodeWithSurrogates(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    // ED A0..BF xx is no UTF-8; as a lead byte ED stands nowhere else.
    if (bytes[at] !== 0xed || (bytes[at + 1] ?? 0) < 0xa0) continue;
    const unit = 0xd000 | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
    text += strict.decode(bytes.subarray(from, at)) + String.fromCharCode(unit);
    from = at + 3;
    at += 2;
  }
  return text + strict.decode(bytes.subarray(from));
}
