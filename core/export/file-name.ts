/** UTF-8 bytes of a name's stem; 255 is the limit of common file systems, some room is left for ` (2).md`. */
const LONGEST_STEM = 200;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/**
 * A file name (without extension) from a title, safe on Windows, macOS and Linux: no control, bidi or reserved characters,
 * no dots or spaces at the ends, no device name, at most 200 bytes, never empty.
 */
export function fileStem(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[<>:"/\\|?*#^[\]]|[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = cutToBytes(clean, LONGEST_STEM).replace(/^[. ]+|[. ]+$/gu, '');
  if (short === '') return 'zhupi';
  return RESERVED.test(short) ? `_${short}` : short;
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > limit) break;
    result += character;
  }
  return result;
}
