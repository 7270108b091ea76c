import type { Piece } from './alignment.ts';
import type { Seam } from './settle-seams.ts';

/**
 * Where `passage` stands in the new text by each way to see a change beside or in it, `image` being its place by the
 * alignment; empty when all agree.
 */
export function placesBySeams(seams: readonly Seam[], passage: Piece, image: Piece | null): readonly Piece[] {
  for (const seam of seams) {
    const { offsets, length, isInsertion } = seam;
    const low = offsets[0] as number;
    const high = (offsets.at(-1) as number) + (isInsertion ? 0 : length);
    if (passage.end <= low || passage.start >= high) continue;
    const places = offsets.map((from) => {
      const place = placeBy(seam, from, passage);
      return {
        start: passage.start < low ? (image?.start ?? place.start) : place.start,
        end: passage.end > high ? (image?.end ?? place.end) : place.end,
      };
    });
    const different = places.filter(
      ({ start, end }, index) =>
        places.findIndex((other) => other.start === start && other.end === end) === index,
    );
    if (different.length > 1) return different.filter(({ start, end }) => start < end);
  }
  return [];
}

/** The place of a passage when the change was made at `from`. */
function placeBy({ length, isInsertion, shift }: Seam, from: number, { start, end }: Piece): Piece {
  const without = (offset: number): number => (offset <= from ? offset : Math.max(from, offset - length));
  return isInsertion
    ? {
        start: start + shift + (start >= from ? length : 0),
        end: end + shift + (end > from ? length : 0),
      }
    : { start: without(start) + shift, end: without(end) + shift };
}
