import { isUtf8, transcode } from 'node:buffer';
import type { UndecodableBytes } from '../report-types.ts';
import type { DecodedSlice } from './decoded-slice.ts';
import { REPLACEMENT } from './decoded-slice.ts';

/** What a scan of bytes as UTF-8 found. */
export interface Utf8Scan {
  /** Bytes of 0x80 and above. */
  readonly highBytes: number;
  /** High bytes that belong to well-formed sequences of three or four bytes: hardly ever met by chance. */
  readonly longSequenceBytes: number;
  /** Ill-formed pieces as [start, end), each a maximal subpart in the sense of Unicode 15, section 3.9. */
  readonly bad: readonly (readonly [number, number])[];
}

/** Reads bytes as UTF-8 without making a text: how well the reading fits, and where it does not. */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  let highBytes = 0;
  let longSequenceBytes = 0;
  const bad: (readonly [number, number])[] = [];
  let at = 0;
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      continue;
    }
    const { length, whole } = sequenceAt(bytes, at);
    highBytes += length;
    if (!whole) bad.push([at, at + length]);
    else if (length > 2) longSequenceBytes += length;
    at += length;
  }
  return { highBytes, longSequenceBytes, bad };
}

/** The sequence, or the longest beginning of one, at a byte of 0x80 or above. Bounds of the second byte: RFC 3629. */
function sequenceAt(bytes: Uint8Array, start: number): { readonly length: number; readonly whole: boolean } {
  const lead = bytes[start] ?? 0;
  const needed =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 1;
  if (needed === 1) return { length: 1, whole: false };
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let length = 1;
  while (length < needed) {
    const next = bytes[start + length];
    if (next === undefined || next < (length === 1 ? low : 0x80) || next > (length === 1 ? high : 0xbf)) {
      break;
    }
    length += 1;
  }
  return { length, whole: length === needed };
}

/**
 * The text of bytes as UTF-8, a byte order mark kept as U+FEFF. Ill-formed pieces become one U+FFFD each.
 * @param base what is added to byte offsets (the length of a byte order mark that was cut off)
 */
export function decodeUtf8(bytes: Uint8Array, base = 0): DecodedSlice {
  // A decoder takes several times as long as to write UTF-16 and to copy that.
  if (isUtf8(bytes)) {
    return { text: transcode(bytes, 'utf8', 'utf16le').toString('utf16le'), undecodable: [] };
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  const undecodable: UndecodableBytes[] = [];
  let from = 0;
  for (const [start, end] of scanUtf8(bytes).bad) {
    parts.push(decoder.decode(bytes.subarray(from, start)), REPLACEMENT);
    undecodable.push({ offset: base + start, bytes: bytes.slice(start, end) });
    from = end;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return { text: parts.join(''), undecodable };
}
