import type { Encoding } from '#core/report/encoding.ts';
import type { DecodedText } from '../report-types.ts';
import type { ImportedDocument } from './formats/imported-document.ts';

/** The source text of a file, before anything is known about it. */
export interface ImportedText extends DecodedText {
  /** What the file says beside its text; only of files whose text an adapter wrote. */
  readonly document?: Omit<ImportedDocument, 'source'>;
}

/** Reads one family of files. */
export interface Importer {
  /** Ends of file names in lower case, with the point. */
  readonly kinds: readonly string[];
  /**
   * Throws ZhupiError `file-not-text`, `file-undecodable`, without a path: the caller knows it.
   * @param encoding the user's word, which web pages follow; other kinds name their encoding themselves
   */
  read(
    bytes: Uint8Array,
    path: string,
    encoding?: Encoding | undefined,
  ): ImportedText | Promise<ImportedText>;
}
