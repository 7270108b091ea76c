import { isCommonCharacter } from '#core/text/common-characters.ts';

/**
 * How much a decoded text looks like Chinese prose: the mean over its characters beyond ASCII, from about 0.9 for real
 * prose to below 0 for bytes read in the wrong encoding; 0 for a text that is ASCII only.
 */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    sum += weight(character, code);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function weight(character: string, code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return isCommonCharacter(character) ? 1 : -0.35;
  if ((code >= 0x3001 && code <= 0x3017) || (code >= 0xff01 && code <= 0xff5e) || code === 0x3000) return 0.6;
  if ((code >= 0x2010 && code <= 0x2026) || code === 0xb7 || code === 0xa0) return 0.6;
  // Kana, Greek, Cyrillic, box drawing, private use, U+FFFD and rare planes: what wrong decoding is full of.
  return -1;
}
