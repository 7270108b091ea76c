import type { TextRange } from '../base/text-range.ts';
import { toA } from '../text/map-range.ts';
import { snapOutward } from '../text/segmentation.ts';
import type { FoldedVersion } from './anchor-text.ts';
import type { Piece } from './alignment.ts';
import type { Fold } from './find-quote.ts';

/** Code units beyond a place in which its edges are looked for. */
const REACH = 256;

/** What an anchor holds at its edges that folding drops: brackets, white space, hidden text. */
export interface Edges {
  readonly lead: string;
  readonly trail: string;
}

/** A place in the new source. */
export interface SourcePlace extends TextRange {
  /** Whether it takes in more than was looked for, since a grapheme begins or ends elsewhere now. */
  readonly hasGrown: boolean;
}

/** The edges of `range` in the old source, whose folded text is `passage`. */
export function edgesOf(old: FoldedVersion, range: TextRange, passage: Piece): Edges {
  const inner = toA(old.map, passage);
  return {
    lead: old.source.slice(range.start, Math.max(range.start, inner.start)),
    trail: old.source.slice(Math.min(range.end, inner.end), range.end),
  };
}

/** The range of the new source that a place of its folded text was made from, with edges like the old ones. */
export function sourcePlace(current: FoldedVersion, place: Piece, edges: Edges, fold: Fold): SourcePlace {
  const { source, map } = current;
  let { start, end } = toA(map, place);
  const alike = (x: string, y: string): boolean =>
    x === y || (x.trim() !== '' && y.trim() !== '' && fold(x).text === fold(y).text);
  // Most quotes begin and end with text that folding keeps.
  if (edges.lead !== '') {
    const before = source.slice(Math.max(0, start - REACH), start);
    start -= lengthAlike(Array.from(edges.lead).reverse(), Array.from(before).reverse(), alike);
  }
  if (edges.trail !== '') {
    end += lengthAlike(Array.from(edges.trail), Array.from(source.slice(end, end + REACH)), alike);
  }
  if (isPlainBorder(source, start) && isPlainBorder(source, end)) return { start, end, hasGrown: false };
  const whole = snapOutward(source, { start, end });
  return { ...whole, hasGrown: whole.start < start || whole.end > end };
}

/** How many code units of `text` are like `edge`, from the start, both as code points; white space may be more or less. */
function lengthAlike(
  edge: readonly string[],
  text: readonly string[],
  alike: (x: string, y: string) => boolean,
): number {
  let count = 0;
  for (const character of edge) {
    const isSpace = character.trim() === '';
    const next = isSpace ? count : spaceEnd(text, count);
    const found = text[next];
    if (found === undefined || !alike(character, found)) {
      if (isSpace) continue;
      break;
    }
    count = next + 1;
  }
  return text.slice(0, count).join('').length;
}

/** Index of the next character from `at` on that is no white space. */
function spaceEnd(text: readonly string[], at: number): number {
  let end = at;
  while (text[end]?.trim() === '') end += 1;
  return end;
}

/** Whether a grapheme surely ends at the offset: between Han characters and their punctuation. Saves most segmentation. */
function isPlainBorder(text: string, offset: number): boolean {
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

function isPlain(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x3020) || unit === 0xff0c;
}
