import { mediaName } from './html-elements.ts';
import type { PdfParagraph } from './pdf-pages.ts';
import type { PicturePlace } from './pdf-picture-places.ts';
import type { PdfPicture } from './pdf-pictures.ts';

/** The name of a picture, and how many paragraphs of its page stand before it. */
export interface PlacedPicture {
  readonly text: string;
  readonly furniture: boolean;
  readonly place: number;
}

/** Whether the first paragraph of a page goes on with one before, and the first one of the next page with one of this. */
interface Joins {
  readonly before: boolean;
  readonly behind: boolean;
}

/**
 * Where the pictures of a page stand between its paragraphs, in order: one beside the lines of a paragraph stands behind it, and
 * none parts the halves of a paragraph that a page break cut.
 */
export function placedPictures(
  places: readonly PicturePlace<PdfPicture>[],
  paragraphs: readonly PdfParagraph[],
  furniture: ReadonlySet<PdfPicture>,
  joins: Joins,
): readonly PlacedPicture[] {
  const first = paragraphs.findIndex((paragraph) => !paragraph.furniture);
  const last = paragraphs.findLastIndex((paragraph) => !paragraph.furniture);
  const isOpen = joins.behind && paragraphs[last]?.isOpen === true;
  return places
    .map(({ picture, at }) => {
      const begun = paragraphs.filter((_, index) => (paragraphs[index - 1]?.end ?? 0) < at).length;
      const isWithin = joins.before && begun <= first;
      const isBehind = isOpen && begun > last && !(joins.before && first === last);
      return {
        text: nameOf(picture),
        furniture: furniture.has(picture),
        place: isWithin ? first + 1 : isBehind ? last : begun,
      };
    })
    .sort((a, b) => a.place - b.place);
}

/** As pages of the web name theirs. */
function nameOf({ name }: PdfPicture): string {
  return mediaName('img', { alt: name }) ?? '';
}
