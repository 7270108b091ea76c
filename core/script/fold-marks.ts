/** What clause punctuation and the borders of blocks fold to; it folds to itself. */
export const FOLD_BREAK = ',';

const CLAUSE_PUNCTUATION = codePointsOf('，。、；：！？…—,;:!?⋯―⸺');
const PAIRED_MARKS = codePointsOf('“”‘’"「」『』《》〈〉（）()﹁﹂﹃﹄·‧・');

function codePointsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.codePointAt(0) ?? 0));
}

/** Whether a clause ends at the code point, so that no phrase runs over it. */
export function isClausePunctuation(codePoint: number): boolean {
  return CLAUSE_PUNCTUATION.has(codePoint);
}

/** Quotation marks, brackets of titles, parentheses and the dot of names: a phrase is the same with and without them. */
export function isPairedMark(codePoint: number): boolean {
  return PAIRED_MARKS.has(codePoint);
}

/** White space of any width, and line ends. */
export function isWhiteSpace(codePoint: number): boolean {
  if (codePoint === 0x20 || codePoint === 0xa0 || codePoint === 0x3000) return true;
  return (
    (codePoint >= 0x09 && codePoint <= 0x0d) ||
    codePoint === 0x85 ||
    codePoint === 0x1680 ||
    isWideSpace(codePoint)
  );
}

function isWideSpace(codePoint: number): boolean {
  if (codePoint >= 0x2000 && codePoint <= 0x200a) return true;
  return codePoint === 0x2028 || codePoint === 0x2029 || codePoint === 0x202f || codePoint === 0x205f;
}

/** Characters that take no place: joiners, direction marks, soft hyphens, byte order marks, variation selectors. */
export function isZeroWidth(codePoint: number): boolean {
  if (codePoint < 0x200b) return codePoint === 0xad || codePoint === 0x180e;
  if (codePoint <= 0x200f || codePoint === 0xfeff) return true;
  if ((codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2060 && codePoint <= 0x2064)) {
    return true;
  }
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}
