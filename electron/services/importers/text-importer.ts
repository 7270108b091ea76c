import type { SourceFormat } from '#core/report/report.ts';
import { decodeBytes } from './decode-bytes.ts';
import { DOCUMENT_IMPORTERS } from './formats/document-importers.ts';
import { readInThread } from './formats/reader-thread.ts';
import { savedPageKind } from './formats/web-kinds.ts';
import type { ImportedText, Importer } from './importer.ts';

/**
 * The source text of text files is what the bytes say, the byte order mark off, nothing else changed. The source of a web page is
 * read as the page that it is, whatever its name.
 */
function textImporter(kinds: readonly string[], format: SourceFormat): Importer {
  return {
    kinds,
    read: (bytes, _path, encoding): ImportedText | Promise<ImportedText> => {
      const page = savedPageKind(bytes, format === 'txt');
      if (page !== null) return readInThread(page, bytes, encoding);
      const decoded = decodeBytes(bytes);
      return {
        source: decoded.text,
        format,
        adapter: 'text@1',
        encoding: decoded.encoding,
        encodingConfidence: decoded.confidence,
        undecodable: decoded.undecodable,
      };
    },
  };
}

/** Every kind of file that becomes a report. */
export const IMPORTERS: readonly Importer[] = [
  textImporter(['.txt'], 'txt'),
  textImporter(['.md', '.markdown'], 'md'),
  ...DOCUMENT_IMPORTERS,
];
