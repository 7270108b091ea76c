import type { PdfPage, PdfText } from './pdf-library.ts';
import type { PictureCount } from './pdf-picture-count.ts';
import { pictureMark } from './pdf-picture-marks.ts';

/** The text of a page with the marks of its pictures. Throws TooManyPictures as soon as there are. */
export async function readText(page: PdfPage, drawn: PictureCount): Promise<PdfText> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  const items: PdfText['items'][number][] = [];
  const styles: Record<string, PdfText['styles'][string]> = {};
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return { items, styles };
    for (const item of value.items) {
      items.push(item);
      if ('tag' in item && pictureMark(item.tag) !== undefined) drawn.add();
    }
    Object.assign(styles, value.styles);
  }
}
