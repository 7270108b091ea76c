import type { PdfPage } from './pdf-library.ts';
import type { PdfLine } from './pdf-lines.ts';
import type { PdfBox } from './pdf-picture-marks.ts';
import type { PdfPicture } from './pdf-pictures.ts';

/** Points: about 3 mm and 6 mm. Rules, bullets and signs that are drawn as pictures are smaller. */
const LEAST_SHORT = 8;
const LEAST_LONG = 17;
/** Points by which parts of one picture may stand apart or over each other. */
const SEAM = 1;
/** Share of the page that a picture fills as its ground, below text of so many characters. */
const WHOLE = 0.85;
const LEAST_ON_WHOLE = 10;
/** Share of the page that a scan may fill at least, characters over it, and share of the page's that they are. */
const HALF = 0.5;
const LEAST_ON_HALF = 40;
const MOST_OVER = 0.6;

/** Pictures as a reader sees them: within the page, parts that were cut from one are one again, what is too small is left out. */
export function seenPictures(
  drawn: readonly PdfPicture[],
  [left = 0, bottom = 0, right = 0, top = 0]: PdfPage['view'],
): readonly PdfPicture[] {
  const inside = drawn
    .map((picture) => ({
      ...picture,
      left: Math.max(left, picture.left),
      right: Math.min(right, picture.right),
      bottom: Math.max(bottom, picture.bottom),
      top: Math.min(top, picture.top),
    }))
    .filter((box) => box.right > box.left && box.top > box.bottom);
  const rows = mergedParts(
    inside,
    (box) => [box.bottom, box.top],
    (box) => [box.left, box.right],
  );
  const whole = mergedParts(
    rows,
    (box) => [box.left, box.right],
    (box) => [box.bottom, box.top],
  );
  return whole.filter(isLargeEnough);
}

function isLargeEnough(box: PdfBox): boolean {
  const sides = [box.right - box.left, box.top - box.bottom];
  return Math.min(...sides) >= LEAST_SHORT && Math.max(...sides) >= LEAST_LONG;
}

type Span = readonly [low: number, high: number];

/** Makes one of pictures of one width (or height) that follow each other without a gap, and of layers of one picture. */
function mergedParts(
  pictures: readonly PdfPicture[],
  across: (box: PdfBox) => Span,
  along: (box: PdfBox) => Span,
): readonly PdfPicture[] {
  const groups = new Map<string, PdfPicture[]>();
  for (const picture of pictures) {
    const key = across(picture).map(Math.round).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [picture]);
    else group.push(picture);
  }
  return [...groups.values()].flatMap((group) => {
    const merged: PdfPicture[] = [];
    for (const part of group.toSorted((a, b) => along(a)[0] - along(b)[0])) {
      const last = merged.at(-1);
      if (last === undefined || !belongs(last, part, along)) merged.push(part);
      else merged[merged.length - 1] = union(last, part);
    }
    return merged;
  });
}

function belongs(last: PdfPicture, part: PdfPicture, along: (box: PdfBox) => Span): boolean {
  if (last.name !== '' && part.name !== '' && last.name !== part.name) return false;
  const [[low, high], [from, to]] = [along(last), along(part)];
  const isLayer = Math.abs(low - from) <= SEAM && Math.abs(high - to) <= SEAM;
  return isLayer || Math.abs(from - high) <= SEAM;
}

function union(one: PdfPicture, other: PdfPicture): PdfPicture {
  return {
    number: one.number,
    name: one.name || other.name,
    isArtifact: one.isArtifact && other.isArtifact,
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
    top: Math.max(one.top, other.top),
  };
}

/**
 * Leaves out what is the ground of a page's text: a picture of the whole page below text, as scans whose text was
 * recognized have it, and what lies over such a ground below text itself. `page` is what is shown of the page.
 */
export function withoutGround(
  pictures: readonly PdfPicture[],
  lines: readonly PdfLine[],
  page: PdfBox,
): readonly PdfPicture[] {
  const all = charsOf(lines);
  const isGround = (picture: PdfPicture): boolean => {
    const share = areaOf(picture) / areaOf(page);
    // A page without text says so itself.
    if (share >= WHOLE) return all === 0 || all >= LEAST_ON_WHOLE;
    if (share < HALF) return false;
    const over = charsOver(picture, lines);
    return all === 0 || (over >= LEAST_ON_HALF && over >= all * MOST_OVER);
  };
  const ground = new Set(pictures.filter(isGround));
  if (ground.size === 0) return pictures;
  return pictures.filter((picture) => !ground.has(picture) && charsOver(picture, lines) < LEAST_ON_WHOLE);
}

function areaOf({ left, right, bottom, top }: PdfBox): number {
  return (right - left) * (top - bottom);
}

function charsOver(box: PdfBox, lines: readonly PdfLine[]): number {
  return charsOf(
    lines.filter(({ left, right, y }) => {
      const middle = (left + right) / 2;
      return middle > box.left && middle < box.right && y > box.bottom && y < box.top;
    }),
  );
}

function charsOf(lines: readonly PdfLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** Pages on which a picture stands in one place, when it is furniture of the pages: a letterhead, a logo. */
const LEAST_REPEATS = 3;

/** The pictures of all pages that come again in the same place, and those that the document calls no content. */
export function furniturePictures(pages: readonly (readonly PdfPicture[])[]): ReadonlySet<PdfPicture> {
  const placeOf = ({ number, left, bottom, right, top }: PdfPicture): string =>
    [number, ...[left, bottom, right, top].map(Math.round)].join();
  const counts = new Map<string, number>();
  for (const pictures of pages) {
    for (const place of new Set(pictures.map(placeOf))) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return new Set(
    pages
      .flat()
      .filter((picture) => picture.isArtifact || (counts.get(placeOf(picture)) ?? 0) >= LEAST_REPEATS),
  );
}
