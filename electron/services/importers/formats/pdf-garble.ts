import { costOf } from '../text-likelihood.ts';

/** Fewer characters say too little. */
const LEAST_CHARS = 12;
/** Bits of a character on average, beyond which a page is a jumble; the rarest names and formulas cost less. */
const MOST_BITS = 19;
const MOST_NONE = 0.3;

/** Characters that no font needs: private use, controls, noncharacters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NONE = /[\p{Co}\p{Cn}\uFFFD\0-\x08\x0E-\x1F\x7F-\x9F]/gu;

/**
 * Whether the text of a page is no text: the font names its glyphs by numbers of its own and does not say what they are (no
 * ToUnicode), so that what comes out is a jumble of characters.
 */
export function isGarbled(text: string): boolean {
  const chars = text.replace(/\s+/gu, '');
  if (chars.length < LEAST_CHARS) return false;
  if ((chars.match(NONE)?.length ?? 0) > chars.length * MOST_NONE) return true;
  const { wide, wideBits } = costOf(chars);
  return wide > chars.length / 2 && wideBits > wide * MOST_BITS;
}
