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
  start -= lengthAlike(
    reversed(edges.lead),
    reversed(source.slice(Math.max(0, start - REACH), start)),
    alike,
  );
  end += lengthAlike(edges.trail, source.slice(end, end + REACH), alike);
  if (isPlainBorder(source, start) && isPlainBorder(source, end)) return { start, end, hasGrown: false };
  const whole = snapOutward(source, { start, end });
  return { ...whole, hasGrown: whole.start < start || whole.end > end };
}

/** How much of `text` is like `edge`, from the start; white space may be more or less. */
function lengthAlike(edge: string, text: string, alike: (x: string, y: string) => boolean): number {
  let length = 0;
  let at = 0;
  for (const character of edge) {
    const isSpace = character.trim() === '';
    const next = isSpace ? at : spaceEnd(text, at);
    const found = text.charAt(next);
    if (found === '' || !alike(character, found)) {
      if (isSpace) continue;
      break;
    }
    at = next + 1;
    length = at;
  }
  return length;
}

/** Offset of the next character from `at` on that is no white space. */
function spaceEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charAt(end).trim() === '') end += 1;
  return end;
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

/** Whether a grapheme surely ends at the offset: between Han characters and their punctuation. Saves most segmentation. */
function isPlainBorder(text: string, offset: number): boolean {
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

function isPlain(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x3020) || unit === 0xff0c;
}
