import { ZhupiError } from '#core/base/app-error.ts';
import type { Encoding } from '#core/report/encoding.ts';
import type { UndecodableBytes } from '../../report-types.ts';
import { decodeBytesAs } from '../decode-bytes-as.ts';
import type { ImportedText, Importer } from '../importer.ts';
import type { ImportedDocument } from './imported-document.ts';
import { isWebArchive, isWebPage } from './web-kinds.ts';

interface Decoded {
  readonly encoding: string;
  readonly confidence: number;
  readonly undecodable: readonly UndecodableBytes[];
}

/** Formats that name the encoding of each of their parts themselves. */
const OWN_ENCODING: Decoded = { encoding: 'UTF-8', confidence: 1, undecodable: [] };

/**
 * What comes out of an adapter is plain text; the adapter's name and version stand with it, since another version may write
 * another text (DESIGN 9.1).
 */
function importedText(document: ImportedDocument, adapter: string, decoded: Decoded): ImportedText {
  const { source, ...parts } = document;
  return {
    source,
    format: 'txt',
    adapter,
    encoding: decoded.encoding,
    encodingConfidence: decoded.confidence,
    undecodable: decoded.undecodable,
    document: parts,
  };
}

/** What a library of others throws at a broken file is no error of ours. */
async function guarded(read: () => ImportedText | Promise<ImportedText>): Promise<ImportedText> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof ZhupiError) throw cause;
    throw new ZhupiError('file-damaged', {}, { cause });
  }
}

type ToDocument = (bytes: Uint8Array) => ImportedDocument | Promise<ImportedDocument>;

function documentReader(
  kinds: readonly string[],
  adapter: string,
  loadAdapter: () => Promise<ToDocument>,
): Importer {
  return {
    kinds,
    read: (bytes) =>
      guarded(async () => importedText(await (await loadAdapter())(bytes), adapter, OWN_ENCODING)),
  };
}

async function readPage(bytes: Uint8Array, encoding?: Encoding): Promise<ImportedText> {
  const [{ decodeHtml }, { htmlDocument }] = await Promise.all([
    import('./html-charset.ts'),
    import('./html-document.ts'),
  ]);
  const decoded = encoding === undefined ? decodeHtml(bytes) : decodeBytesAs(bytes, encoding);
  return importedText(htmlDocument(decoded.text), 'html@6', decoded);
}

async function readArchive(bytes: Uint8Array, encoding?: Encoding): Promise<ImportedText> {
  const { mhtmlDocument } = await import('./mhtml.ts');
  const { encoding: name, confidence, ...document } = await mhtmlDocument(bytes, encoding);
  // Bytes of a page have no place in its archive that could be told.
  return importedText(document, 'mhtml@6', { encoding: name, confidence, undecodable: [] });
}

/** What reads the kinds of files whose text an adapter writes, in the thread that calls. Each parser is loaded when its first file comes. */
export const DOCUMENT_READERS: readonly Importer[] = [
  {
    kinds: ['.html', '.htm', '.xhtml', '.shtml'],
    read: (bytes, _path, encoding) =>
      guarded(() => (isWebArchive(bytes) ? readArchive(bytes, encoding) : readPage(bytes, encoding))),
  },
  {
    kinds: ['.mht', '.mhtml'],
    read: (bytes, _path, encoding) =>
      guarded(() => (isWebPage(bytes) ? readPage(bytes, encoding) : readArchive(bytes, encoding))),
  },
  documentReader(['.docx'], 'docx@4', async () => (await import('./docx.ts')).docxDocument),
  documentReader(['.epub'], 'epub@5', async () => (await import('./epub.ts')).epubDocument),
  documentReader(['.pdf'], 'pdf@5', async () => (await import('./pdf.ts')).pdfDocument),
];
