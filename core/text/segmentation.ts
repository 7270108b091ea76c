import type { TextRange } from '../base/text-range.ts';

/** Code units looked at on either side of a border; longer clusters than this do not occur in real text. */
const WINDOW = 64;

/** Made when the first selection is snapped: it reads its data for 10 ms, which a start must not wait for. */
let graphemes: Intl.Segmenter | undefined;

/**
 * The smallest range around `range` whose ends cut neither a surrogate pair nor a grapheme (UAX 29). An empty range stays
 * empty and moves left. RangeError when the range is not in the text.
 */
export function snapOutward(text: string, range: TextRange): TextRange {
  requireRange(text, range);
  const start = graphemeAround(text, range.start).start;
  if (range.start === range.end) return { start, end: start };
  return { start, end: graphemeAround(text, range.end).end };
}

/**
 * Code points before the UTF-16 offset, as W3C's TextPositionSelector counts. An offset inside a surrogate pair counts as
 * the pair's start; a lone surrogate is a code point. RangeError when the offset is not in the text.
 */
export function codePointOffset(text: string, offset: number): number {
  requireOffset(offset, text.length);
  let count = offset;
  for (let index = 1; index <= offset; index += 1) {
    // Each trail of a pair that begins before the offset is a unit too many; the trail at the offset leaves the pair out.
    if (splitsPair(text, index)) count -= 1;
  }
  return count;
}

/** The UTF-16 offset behind `count` code points: {@link codePointOffset} the other way. RangeError when there are fewer. */
export function utf16Offset(text: string, count: number): number {
  requireOffset(count, text.length);
  let offset = 0;
  for (let seen = 0; seen < count; seen += 1) {
    if (offset >= text.length) throw new RangeError(`the text has fewer than ${count} code points`);
    offset += splitsPair(text, offset + 1) ? 2 : 1;
  }
  return offset;
}

/** Whether `offset` stands between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const lead = text.charCodeAt(offset - 1);
  const trail = text.charCodeAt(offset);
  return lead >= 0xd800 && lead <= 0xdbff && trail >= 0xdc00 && trail <= 0xdfff;
}

/** The grapheme that `offset` lies strictly inside of, or the empty range at `offset` when it is a border. */
function graphemeAround(text: string, offset: number): TextRange {
  if (offset === 0 || offset === text.length) return { start: offset, end: offset };
  let from = Math.max(0, offset - WINDOW);
  if (splitsPair(text, from)) from -= 1;
  // Flags are pairs of letters told apart only by counting from the first one of their row.
  while (isRegionalIndicator(text, from) && isRegionalIndicator(text, from - 2)) from -= 2;
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const found = graphemes.segment(text.slice(from, offset + WINDOW)).containing(offset - from);
  const start = from + (found?.index ?? offset - from);
  if (start === offset) return { start: offset, end: offset };
  return { start, end: start + (found?.segment.length ?? 0) };
}

function isRegionalIndicator(text: string, offset: number): boolean {
  const trail = text.charCodeAt(offset + 1);
  return text.charCodeAt(offset) === 0xd83c && trail >= 0xdde6 && trail <= 0xddff;
}

function requireOffset(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`${offset} is not in a text of ${length} code units`);
  }
}

function requireRange(text: string, { start, end }: TextRange): void {
  requireOffset(start, text.length);
  requireOffset(end, text.length);
  if (start > end) throw new RangeError(`range ${start},${end} is reversed`);
}
