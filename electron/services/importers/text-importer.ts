import type { SourceFormat } from '#core/report/report.ts';
import { decodeBytes } from './decode-bytes.ts';
import { DOCUMENT_IMPORTERS } from './formats/document-importers.ts';
import type { ImportedText, Importer } from './importer.ts';

/** The source text of text files is what the bytes say, the byte order mark off, nothing else changed. */
function textImporter(kinds: readonly string[], format: SourceFormat): Importer {
  return {
    kinds,
    read: (bytes): ImportedText => {
      const { text, encoding, confidence, undecodable } = decodeBytes(bytes);
      return {
        source: text,
        format,
        adapter: 'text@1',
        encoding,
        encodingConfidence: confidence,
        undecodable,
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
