import * as fs from 'node:fs';
import { ENCODINGS } from '#core/report/encoding.ts';
import { decodeBytes } from '../importers/decode-bytes.ts';
import { decodeBytesAs } from '../importers/decode-bytes-as.ts';
import { hashText } from '../store/hashes.ts';
import { openOriginals } from '../store/originals.ts';
import { encodeText } from '../store/wtf8.ts';
import type { SalvagedRow } from './salvage-rows.ts';

/** Makes the text of a version anew; null where it cannot be proved to be the same. */
export type RereadText = (version: SalvagedRow) => Uint8Array | null;

/**
 * Reads damaged texts of text files once more from the files as they were imported. Only a text with the hash that is stored
 * with the version is taken, so that notes stand where they stood. A document's text was written by an adapter in a thread of
 * its own: it is not made anew here.
 */
export function rereadOriginals(dataDir: string): RereadText {
  const originals = openOriginals(dataDir);
  return ({ bytes_hash: bytesHash, source_hash: wanted }) => {
    if (typeof bytesHash !== 'string' || !/^[0-9a-f]{64}$/u.test(bytesHash)) return null;
    if (!originals.isWhole(bytesHash)) return null;
    const bytes = fs.readFileSync(originals.pathOf(bytesHash));
    const isWanted = (text: string): boolean => hashText(text) === wanted;
    const readAs = [
      () => decodeBytes(bytes).text,
      ...ENCODINGS.map((encoding) => () => decodeBytesAs(bytes, encoding).text),
    ];
    for (const read of readAs) {
      const text = textOf(read);
      if (text !== null && isWanted(text)) return encodeText(text);
    }
    return null;
  };
}

/** Bytes that are no text at all are refused by the decoder. */
function textOf(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
