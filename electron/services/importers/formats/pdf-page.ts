import { sealsOf, withAnnotations } from './pdf-annotations.ts';
import { linesInOrder } from './pdf-columns.ts';
import { isGarbled } from './pdf-garble.ts';
import type { PdfPage } from './pdf-library.ts';
import { drawnPictures } from './pdf-drawn-pictures.ts';
import { TooManyPictures, type PictureCount } from './pdf-picture-count.ts';
import type { PictureMarking } from './pdf-picture-marks.ts';
import { frameOf, piecesOf, type PdfLine } from './pdf-lines.ts';
import { hasPictures, picturesOf, type PdfPicture } from './pdf-pictures.ts';
import { seenPictures, withoutGround } from './pdf-seen-pictures.ts';
import { readText } from './pdf-text.ts';

/** What is read of a page. */
export interface ReadPage {
  readonly lines: readonly PdfLine[];
  readonly pictures: readonly PdfPicture[];
  /** Whether it has text that no reader can name the characters of. */
  readonly isGarbled: boolean;
}

/**
 * The lines of a page in the order they are read, and the pictures that a reader sees beside them, in their frame. Damage of what is
 * no text costs no text. Throws TooManyPictures.
 */
export async function readPage(
  page: PdfPage,
  marking: PictureMarking,
  drawn: PictureCount,
): Promise<ReadPage> {
  const content = await readText(page, drawn);
  const structure = hasPictures(content) ? await page.getStructTree().catch(() => null) : null;
  const { text: written, pictures: marked } = picturesOf(content, structure);
  const pictures = marking === 'closed' ? await drawnPictures(page, drawn).catch(noneUnlessMany) : marked;
  const annotations = await page.getAnnotations().catch(() => []);
  const text = withAnnotations(written, annotations);
  const lines = linesInOrder(piecesOf(text));
  const garbled = isGarbled(lines.map((line) => line.text).join('\n'));
  const seen = seenPictures([...pictures, ...sealsOf(annotations)], page.view);
  if (seen.length === 0) return { lines: garbled ? [] : lines, pictures: [], isGarbled: garbled };
  const toFrame = frameOf(text);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const framed = seen.map((picture) => ({ ...picture, ...toFrame(picture) }));
  const shown = withoutGround(framed, lines, toFrame({ left, bottom, right, top }));
  return { lines: garbled ? [] : lines, pictures: shown, isGarbled: garbled };
}

function noneUnlessMany(thrown: unknown): readonly PdfPicture[] {
  if (thrown instanceof TooManyPictures) throw thrown;
  return [];
}
