import PostalMime from 'postal-mime';
import { ZhupiError } from '#core/base/app-error.ts';
import type { Encoding } from '#core/report/encoding.ts';
import { decodeBytesAs } from '../decode-bytes-as.ts';
import { decodeHtml } from './html-charset.ts';
import { htmlDocument } from './html-document.ts';
import type { ImportedDocument } from './imported-document.ts';
import { joinFrames } from './join-frames.ts';

/**
 * What pages are called for the parser, in as many letters as `text/html`, so that it hands their bytes over: browsers of today
 * name no charset outside the page, and it would take such bytes for UTF-8.
 */
const PAGE = 'page/html';
const PAGE_TYPES = new Set([PAGE, 'application/xhtml+xml']);
const PAGE_HEADER = /^content-type:\s*(text\/html)\b(.*(?:\r?\n[ \t]+.*)*)/gimu;

interface ArchivedPage {
  readonly bytes: Uint8Array;
  /** What the archive calls its encoding; empty where it says nothing. */
  readonly charset: string;
}

/** An archive's text, and the encoding of its first page. */
export interface MhtmlDocument extends ImportedDocument {
  readonly encoding: string;
  readonly confidence: number;
}

/**
 * The document that a web archive (.mht, .mhtml: a mail message, RFC 2557) holds: its first page, then the pages of its frames.
 * Pictures in it stay closed. A message of plain text is its text.
 * @param encoding the user's word about the bytes of the pages
 * Throws `file-damaged`, `file-too-complex`, and what decodeBytes throws.
 */
export async function mhtmlDocument(bytes: Uint8Array, encoding?: Encoding): Promise<MhtmlDocument> {
  const pages = await pagesOf(bytes);
  const read = pages.map((page) => {
    const decoded =
      encoding === undefined ? decodeHtml(page.bytes, page.charset) : decodeBytesAs(page.bytes, encoding);
    return { ...decoded, document: htmlDocument(decoded.text, pages.length > 1) };
  });
  const [main, ...frames] = read;
  if (main === undefined) throw new ZhupiError('file-damaged');
  const document = joinFrames(
    main.document,
    frames.map((frame) => frame.document),
  );
  return { ...document, encoding: main.encoding, confidence: main.confidence };
}

async function pagesOf(bytes: Uint8Array): Promise<readonly ArchivedPage[]> {
  const { copy, charsets } = withPagesNamed(bytes);
  try {
    const { attachments, text } = await PostalMime.parse(copy, { attachmentEncoding: 'arraybuffer' });
    const pages = attachments
      .filter(({ mimeType, content }) => PAGE_TYPES.has(mimeType) && typeof content !== 'string')
      .map(({ content }) => new Uint8Array(content as ArrayBuffer));
    if (pages.length === 0) return text === undefined || text.trim() === '' ? [] : [pageOfText(text)];
    // Without one for each page there is no telling whose they are.
    const isSure = charsets.length === pages.length;
    return pages.map((page, index) => ({ bytes: page, charset: isSure ? (charsets[index] ?? '') : '' }));
  } catch (cause) {
    throw new ZhupiError('file-damaged', {}, { cause });
  }
}

/** The archive with its pages under the name that the parser does not know, and what is said of their charsets. */
function withPagesNamed(bytes: Uint8Array): {
  readonly copy: Uint8Array;
  readonly charsets: readonly string[];
} {
  const copy = Buffer.from(bytes);
  const charsets: string[] = [];
  for (const header of latin1(bytes).matchAll(PAGE_HEADER)) {
    const [whole, type = '', parameters = ''] = header;
    copy.write(PAGE, header.index + whole.indexOf(type), 'latin1');
    charsets.push(/charset\s*=\s*["']?([\w:.-]{1,40})/iu.exec(parameters)?.[1] ?? '');
  }
  return { copy, charsets };
}

function pageOfText(text: string): ArchivedPage {
  const html = `<pre>${text.replace(/[&<]/gu, (sign) => `&#${sign.charCodeAt(0)};`)}</pre>`;
  return { bytes: Buffer.from(`\uFEFF${html}`), charset: '' };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
