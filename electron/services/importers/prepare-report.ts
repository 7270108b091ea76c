import type { HashedReport } from '../library-types.ts';
import { hashBytes, hashText } from '../store/hashes.ts';
import { analyseSource, countRepairs } from './analyse-source.ts';
import { readFileBytes, readSourceBytes } from './read-source-file.ts';

/** A file that has been read as far as an import needs it. */
export type PreparedReport =
  /** Its bytes are those of a version in the store. */
  | { readonly kind: 'known'; readonly bytesHash: string }
  /** Ready for the store; `edits` counts its repairs. */
  | { readonly kind: 'report'; readonly report: HashedReport; readonly edits: number };

export type IsKnown = (bytesHash: string) => boolean;

/**
 * Reads, decodes, hashes and analyses a file: everything of an import that needs no store. A file whose bytes are known is
 * not read closely. Throws what {@link readFileBytes} and {@link readSourceBytes} throw.
 */
export async function prepareFile(file: string, isKnown: IsKnown): Promise<PreparedReport> {
  return prepareBytes(await readFileBytes(file), file, isKnown);
}

/** The same for bytes that are no file; `name` ends with their kind. Throws what {@link readSourceBytes} throws. */
export async function prepareBytes(
  bytes: Uint8Array,
  name: string,
  isKnown: IsKnown,
): Promise<PreparedReport> {
  const bytesHash = hashBytes(bytes);
  if (isKnown(bytesHash)) return { kind: 'known', bytesHash };
  const { document, ...file } = await readSourceBytes(bytes, name);
  const { source, format, encoding, undecodable } = file;
  const decoded = { encoding, undecodable, ...(document !== undefined && { document }) };
  const analysed = await analyseSource(source, format, name, decoded);
  const report = { ...file, ...analysed, bytesHash, sourceHash: hashText(source) };
  return { kind: 'report', report, edits: countRepairs(analysed.edits) };
}
