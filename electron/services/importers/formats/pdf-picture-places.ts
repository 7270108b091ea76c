import type { PdfLine } from './pdf-lines.ts';
import type { PdfBox } from './pdf-picture-marks.ts';

/** Share of a line's size by which it may reach into a picture that stands below it. */
const OVERLAP = 0.3;

/** A picture among the lines of its page. */
export interface PicturePlace<Picture extends PdfBox> {
  readonly picture: Picture;
  /** How many lines stand before it. */
  readonly at: number;
}

/** Where pictures stand among the lines of their page, in the order they are read. */
export function placesAmong<Picture extends PdfBox>(
  lines: readonly PdfLine[],
  pictures: readonly Picture[],
): readonly PicturePlace<Picture>[] {
  return pictures
    .map((picture) => ({ picture, at: placeAmong(lines, picture) }))
    .sort((a, b) => a.at - b.at || b.picture.top - a.picture.top || a.picture.left - b.picture.left);
}

/** Points of height that pictures take between a line and the one before it, by the index of the line. */
export function heightsBetween(
  lines: readonly PdfLine[],
  places: readonly PicturePlace<PdfBox>[],
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { picture, at } of places) {
    const next = lines[at];
    if (next === undefined || sideOf(next, picture) !== 'below') continue;
    const isBetween = next.y < picture.bottom + next.size * OVERLAP;
    if (isBetween) heights.set(at, Math.max(heights.get(at) ?? 0, picture.top - picture.bottom));
  }
  return heights;
}

/**
 * How many of the lines of a page, in the order they are read, stand before a picture: those above it, of its column on a page
 * of columns. Lines that the page draws out of order count as few as they are.
 */
function placeAmong(lines: readonly PdfLine[], picture: PdfBox): number {
  const sides = lines.map((line) => sideOf(line, picture));
  // Lines below that stand before the place, and lines above that stand behind it.
  let wrong = sides.filter((side) => side === 'above').length;
  let [fewest, place] = [wrong, 0];
  sides.forEach((side, index) => {
    wrong += side === 'below' ? 1 : side === 'above' ? -1 : 0;
    if (wrong < fewest) [fewest, place] = [wrong, index + 1];
  });
  if (lines[place - 1]?.column !== undefined) return place;
  // At the head of a column that is not the first: the lines of those before it come first.
  let next = place;
  while (sides[next] === 'beside') next += 1;
  return lines[next]?.column === undefined ? place : next;
}

function sideOf(line: PdfLine, picture: PdfBox): 'above' | 'below' | 'beside' {
  if (line.column !== undefined) {
    const shared = Math.min(picture.right, line.column.right) - Math.max(picture.left, line.column.left);
    if (shared < (picture.right - picture.left) * 0.2) return 'beside';
  }
  return line.y > picture.top - line.size * OVERLAP ? 'above' : 'below';
}
