import { decode } from 'iconv-lite';

/** Decodes GBK and Big5 for the rules about bytes, as the importers do. */
export function decodeLegacy(bytes: Uint8Array, encoding: 'gbk' | 'big5'): string {
  return decode(bytes, encoding);
}
