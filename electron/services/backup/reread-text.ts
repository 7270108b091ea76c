import * as fs from 'node:fs';
import { ENCODINGS, type Encoding } from '#core/report/encoding.ts';
import { decodeBytes } from '../importers/decode-bytes.ts';
import { decodeBytesAs } from '../importers/decode-bytes-as.ts';
import { DOCUMENT_READERS } from '../importers/formats/document-readers.ts';
import { readInThread } from '../importers/formats/reader-thread.ts';
import { hashText } from '../store/hashes.ts';
import { openOriginals } from '../store/originals.ts';
import { encodeText } from '../store/wtf8.ts';
import type { SalvagedRow } from './salvage-rows.ts';

/** Makes the text of a version anew; null where it cannot be proved to be the same. */
export type RereadText = (version: SalvagedRow) => Promise<Uint8Array | null>;

/**
 * Reads damaged texts once more from the files as they were imported: text files here, documents through their reader in its
 * thread. Only a text with the hash that is stored with the version is taken, so that notes stand where they stood; what a
 * later reader writes in another way is therefore not taken for it.
 */
export function rereadOriginals(dataDir: string): RereadText {
  const originals = openOriginals(dataDir);
  return async ({ bytes_hash: bytesHash, source_hash: wanted, adapter, encoding }) => {
    if (typeof bytesHash !== 'string' || !/^[0-9a-f]{64}$/u.test(bytesHash)) return null;
    if (!originals.isWhole(bytesHash)) return null;
    const bytes = fs.readFileSync(originals.pathOf(bytesHash));
    for (const read of [...asText(bytes), ...asDocument(bytes, adapter, encoding)]) {
      const text = await textOf(read);
      if (text !== null && hashText(text) === wanted) return encodeText(text);
    }
    return null;
  };
}

type Reading = () => string | Promise<string>;

function asText(bytes: Uint8Array): readonly Reading[] {
  return [
    () => decodeBytes(bytes).text,
    ...ENCODINGS.map((encoding) => () => decodeBytesAs(bytes, encoding).text),
  ];
}

/** The row may be spoilt in any of its columns: a kind that no reader knows is none. */
function asDocument(bytes: Uint8Array, adapter: unknown, encoding: unknown): readonly Reading[] {
  const kind = `.${String(adapter).split('@')[0] ?? ''}`;
  if (!DOCUMENT_READERS.some(({ kinds }) => kinds.includes(kind))) return [];
  const chosen = ENCODINGS.find((name) => name === encoding);
  const read = async (as?: Encoding): Promise<string> => (await readInThread(kind, bytes, as)).source;
  // A page may have been opened again with an encoding that the user chose.
  return [() => read(), ...(chosen === undefined ? [] : [() => read(chosen)])];
}

/** Bytes that the reader refuses have no text. */
async function textOf(read: Reading): Promise<string | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
