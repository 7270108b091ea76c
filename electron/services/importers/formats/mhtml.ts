import PostalMime from 'postal-mime';
import { ZhupiError } from '#core/base/app-error.ts';
import { htmlDocument } from './html-document.ts';
import type { ImportedDocument } from './imported-document.ts';

/**
 * The document that a web archive (.mht, .mhtml: a mail message, RFC 2557) holds: its first page. Pictures in it stay closed.
 * Throws `file-damaged`, `file-too-complex`.
 */
export async function mhtmlDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  const html = await pageOf(bytes);
  if (html === undefined) throw new ZhupiError('file-damaged');
  return htmlDocument(html);
}

async function pageOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })).html;
  } catch (cause) {
    throw new ZhupiError('file-damaged', {}, { cause });
  }
}
