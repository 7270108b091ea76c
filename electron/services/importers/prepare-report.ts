import { loadSearchFolder } from '#core/search/search-folder.ts';
import type { HashedReport } from '../report-types.ts';
import { indexableText } from '../search/index/index-terms.ts';
import { hashBytes, hashText } from '../store/hashes.ts';
import { countRepairs, readAndAnalyse } from './analyse-source.ts';
import { readFileBytes, readSourceBytes } from './read-source-file.ts';
import { shownPath } from './system-path.ts';

/** A file that has been read as far as an import needs it. */
export type PreparedReport =
  /** Its bytes are those of a version in the store. */
  | { readonly kind: 'known'; readonly bytesHash: string }
  /** Ready for the store; `edits` counts its repairs. */
  | { readonly kind: 'report'; readonly report: HashedReport; readonly edits: number };

export interface PrepareOptions {
  /** Whether the store has a version with these bytes. */
  readonly isKnown: (bytesHash: string) => boolean;
  /** Also makes what search will hold of the report. */
  readonly indexable?: boolean;
}

/**
 * Reads, decodes, hashes and analyses a file: everything of an import that needs no store. A file whose bytes are known is
 * not read closely. Throws what {@link readFileBytes} and {@link readSourceBytes} throw.
 */
export async function prepareFile(file: string, options: PrepareOptions): Promise<PreparedReport> {
  return prepareBytes(await readFileBytes(file), shownPath(file), options);
}

/** The same for bytes that are no file; `name` ends with their kind. Throws what {@link readSourceBytes} throws. */
export async function prepareBytes(
  bytes: Uint8Array,
  name: string,
  { isKnown, indexable = false }: PrepareOptions,
): Promise<PreparedReport> {
  const bytesHash = hashBytes(bytes);
  if (isKnown(bytesHash)) return { kind: 'known', bytesHash };
  const { document, ...file } = await readSourceBytes(bytes, name);
  const { source, format, encoding, undecodable } = file;
  const decoded = { encoding, undecodable, ...(document !== undefined && { document }) };
  // Bytes that are sound UTF-8 are those of their text (see hashText).
  const isOwnText = encoding === 'UTF-8' && undecodable.length === 0 && document === undefined;
  const { analysed, reading } = await readAndAnalyse(source, format, name, decoded);
  const report = {
    ...{ ...file, ...analysed, bytesHash, sourceHash: isOwnText ? bytesHash : hashText(source) },
    ...(indexable && { indexable: indexableText(await loadSearchFolder(), reading) }),
  };
  return { kind: 'report', report, edits: countRepairs(analysed.edits) };
}
