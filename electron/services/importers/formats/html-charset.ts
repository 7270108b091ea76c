import { ZhupiError } from '#core/base/app-error.ts';
import type { DecodedText } from '../decoded-slice.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { decodeDoubleByte } from '../double-byte.ts';
import { decodeUtf8, scanUtf8 } from '../utf8.ts';

/** Bytes in which a page must name its encoding (the HTML standard says 1,024; saved pages put comments before it). */
const HEAD_BYTES = 8_192;
/** A declared encoding that leaves more of the bytes unread than this is a wrong word. */
const MOST_UNREAD = 0.005;

/**
 * Decodes a page: its byte order mark, then the encoding that it declares when the bytes fit it, then detection.
 * Throws as decodeBytes does.
 * @param charset what is said of its encoding outside of it; the page's own word goes first
 */
export function decodeHtml(bytes: Uint8Array, charset = ''): DecodedText {
  const hasMark = [0xefbb, 0xfffe, 0xfeff].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0));
  const declared = hasMark ? '' : declaredIn(bytes) || charset;
  return (declared === '' ? null : decodeDeclared(bytes, declared.toLowerCase())) ?? decodeBytes(bytes);
}

/** The encoding that a `<meta>` or an XML declaration names; empty when there is none. */
function declaredIn(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString(
    'latin1',
  );
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})/iu.exec(head)?.[1];
  return xml ?? /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/iu.exec(head)?.[1] ?? '';
}

function decodeDeclared(bytes: Uint8Array, name: string): DecodedText | null {
  if (/^utf-?8$/u.test(name)) {
    const scan = scanUtf8(bytes);
    const unread = scan.bad.reduce((sum, [start, end]) => sum + end - start, 0);
    if (unread > scan.highBytes * 0.3 || unread > bytes.length * MOST_UNREAD) return null;
    return { ...decodeUtf8(bytes), encoding: 'UTF-8', confidence: unread === 0 ? 1 : 0.9 };
  }
  const family = /^(?:x-)?gb(?:k|_?2312(?:-80)?|18030)$/u.test(name)
    ? 'gb18030'
    : name.startsWith('big5')
      ? 'big5hkscs'
      : null;
  // A page of UTF-8 whose template still says gb2312 is common; the reverse decodes to nothing.
  if (family === null || (scanUtf8(bytes).bad.length === 0 && hasHighByte(bytes))) return null;
  if (bytes.includes(0)) throw new ZhupiError('file-not-text');
  const decoded = decodeDoubleByte(bytes, family);
  const unread = decoded.undecodable.reduce((sum, piece) => sum + piece.bytes.length, 0);
  if (unread > bytes.length * MOST_UNREAD) return null;
  return { ...decoded, encoding: family === 'gb18030' ? gbName(name) : 'Big5-HKSCS', confidence: 0.95 };
}

function gbName(declared: string): string {
  return declared.includes('18030') ? 'GB18030' : 'GBK';
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}
