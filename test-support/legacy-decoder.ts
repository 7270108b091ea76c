import { decode } from 'iconv-lite';
import type { LegacyEncoding } from '#core/text/repair/double-byte-table.ts';

/** Decodes GBK, Big5 and the like for the rules about bytes, as the importers do. */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string {
  return decode(bytes, encoding);
}
