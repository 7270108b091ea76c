import type { PdfPage, PdfText } from './pdf-library.ts';
import { pictureMark } from './pdf-picture-marks.ts';

/** How often a file may draw pictures: each time takes twenty times as long as a run of text, and a map draws thousands. */
const MOST_DRAWN = 5_000;

/** Thrown for a file that draws more pictures than can be named. */
export class TooManyPictures extends Error {}

/** How many pictures the pages of a file have drawn so far. */
export interface DrawnPictures {
  count: number;
}

/** The text of a page with the marks of its pictures. Throws {@link TooManyPictures} as soon as there are. */
export async function readText(page: PdfPage, drawn: DrawnPictures): Promise<PdfText> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  const items: PdfText['items'][number][] = [];
  const styles: Record<string, PdfText['styles'][string]> = {};
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return { items, styles };
    for (const item of value.items) {
      items.push(item);
      if ('tag' in item && pictureMark(item.tag) !== undefined) drawn.count += 1;
    }
    Object.assign(styles, value.styles);
    if (drawn.count > MOST_DRAWN) throw new TooManyPictures('pictures');
  }
}
