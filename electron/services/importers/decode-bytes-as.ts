import type { Encoding } from '#core/report/encoding.ts';
import { assertNever } from '#core/base/assert-never.ts';
import type { DecodedSlice } from './decoded-slice.ts';
import { decodeDoubleByte } from './double-byte.ts';
import { decodeUtf16 } from './utf16.ts';
import { decodeUtf8 } from './utf8.ts';

/** A text that was decoded as the user wants it. */
export interface DecodedAs extends DecodedSlice {
  /** As decode-bytes.ts names it, with ` (BOM)` where the bytes begin with that encoding's mark. */
  readonly encoding: string;
  readonly confidence: number;
}

/** The byte order mark of each encoding that has one. */
const MARKS: Readonly<Partial<Record<Encoding, readonly number[]>>> = {
  'UTF-8': [0xef, 0xbb, 0xbf],
  'UTF-16LE': [0xff, 0xfe],
  'UTF-16BE': [0xfe, 0xff],
  GB18030: [0x84, 0x31, 0x95, 0x33],
};

/** Decodes bytes in the encoding that the user names, likely or not; what does not decode becomes U+FFFD. */
export function decodeBytesAs(file: Uint8Array, encoding: Encoding): DecodedAs {
  // A Buffer's slice() is a view of it, a plain array's a copy: what is kept beside the text must be a copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const mark = MARKS[encoding] ?? [];
  const isMarked = mark.length > 0 && mark.every((byte, at) => bytes[at] === byte);
  const decoded = decode(bytes.subarray(isMarked ? mark.length : 0), encoding, isMarked ? mark.length : 0);
  return { ...decoded, encoding: isMarked ? `${encoding} (BOM)` : encoding, confidence: 1 };
}

function decode(bytes: Uint8Array, encoding: Encoding, base: number): DecodedSlice {
  switch (encoding) {
    case 'UTF-8':
      return decodeUtf8(bytes, base);
    case 'UTF-16LE':
      return decodeUtf16(bytes, 'le', base);
    case 'UTF-16BE':
      return decodeUtf16(bytes, 'be', base);
    case 'GB18030':
      return moved(decodeDoubleByte(bytes, 'gb18030'), base);
    case 'Big5':
      return moved(decodeDoubleByte(bytes, 'big5hkscs'), base);
    default:
      return assertNever(encoding);
  }
}

function moved({ text, undecodable }: DecodedSlice, base: number): DecodedSlice {
  return { text, undecodable: undecodable.map((piece) => ({ ...piece, offset: piece.offset + base })) };
}
