import type { PdfAnnotation, PdfItem, PdfText } from './pdf-library.ts';
import type { PdfPicture } from './pdf-pictures.ts';

/** Of the letters in a field that names no size: their largest size, and their share of its height. */
const LARGEST = 12;
const SHARE_OF_HEIGHT = 0.7;
/** Points between the edge of a field and what is written in it. */
const INSET = 2;
const LEADING = 1.2;
const WIDE = /[^ -\u02FF]/u;
/** Flags of what is not shown: hidden, never in view (ISO 32000-1, 12.5.3). */
const UNSEEN = 2 | 32;
/** Seals have no number among the pictures of a file. */
const SEAL = -1;

/**
 * The text of a page with what stands on it in fields of a form and in boxes of text: it is no part of what the page draws, and
 * readers see it all the same. Each stands behind what is left of it in its line, else behind the nearest line above.
 */
export function withAnnotations(text: PdfText, annotations: readonly PdfAnnotation[]): PdfText {
  const written = annotations
    .filter(isSeen)
    .flatMap(itemsOf)
    .sort((a, b) => yOf(b) - yOf(a) || xOf(a) - xOf(b));
  if (written.length === 0) return text;
  const items = [...text.items];
  for (const item of written) items.splice(placeOf(items, item), 0, item);
  return { ...text, items };
}

/** Seals and signatures that a page shows, as pictures without a name. */
export function sealsOf(annotations: readonly PdfAnnotation[]): readonly PdfPicture[] {
  return annotations
    .filter(isSeen)
    .filter(
      ({ subtype, fieldType, hasAppearance }) =>
        hasAppearance && (subtype === 'Stamp' || fieldType === 'Sig'),
    )
    .map(({ rect: [left = 0, bottom = 0, right = 0, top = 0] }) => ({
      ...{ left, bottom, right, top },
      ...{ number: SEAL, name: '', isArtifact: false },
    }));
}

function isSeen({ annotationFlags = 0 }: PdfAnnotation): boolean {
  return (annotationFlags & UNSEEN) === 0;
}

function itemsOf(annotation: PdfAnnotation): readonly PdfItem[] {
  const lines = linesOf(annotation);
  const [left = 0, bottom = 0, right = 0, top = 0] = annotation.rect;
  const named = annotation.defaultAppearanceData?.fontSize ?? 0;
  const size =
    named > 0 ? named : Math.max(1, Math.min(LARGEST, ((top - bottom) / lines.length) * SHARE_OF_HEIGHT));
  const height = size * (1 + (lines.length - 1) * LEADING);
  // One line stands in the middle, several from the top; either way the first one's letters hang from here.
  const from = lines.length === 1 ? (top + bottom + height) / 2 : top - INSET;
  return lines.flatMap((str, index) => {
    if (str.trim() === '') return [];
    const y = from - size * (0.85 + index * LEADING);
    const width = Math.min(
      right - left - INSET,
      Array.from(str).reduce((sum, sign) => sum + (WIDE.test(sign) ? size : size / 2), 0),
    );
    return [{ str, transform: [size, 0, 0, size, left + INSET, y], width, height: size, fontName: '' }];
  });
}

/** What a reader sees in a field or a box, line by line. */
function linesOf(annotation: PdfAnnotation): readonly string[] {
  const { subtype, fieldType, fieldValue, textContent, contentsObj } = annotation;
  if (subtype === 'FreeText') return textContent ?? contentsObj?.str.split(/\r\n?|\n/u) ?? [];
  if (subtype !== 'Widget' || annotation.password === true) return [];
  if (annotation.checkBox === true || annotation.radioButton === true) {
    const value = annotation.radioButton === true ? annotation.buttonValue : annotation.exportValue;
    return [typeof fieldValue === 'string' && fieldValue !== 'Off' && fieldValue === value ? '☑' : '☐'];
  }
  const values = [fieldValue].flat().filter((value) => typeof value === 'string');
  if (fieldType === 'Ch') return [values.map((value) => shownValue(annotation, value)).join('、')];
  return fieldType === 'Tx' ? values.flatMap((value) => value.split(/\r\n?|\n/u)) : [];
}

function shownValue({ options }: PdfAnnotation, value: string): string {
  return options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value;
}

/** Where an item goes among those of a page, in the order in which the page draws them. */
function placeOf(items: PdfText['items'], item: PdfItem): number {
  let [left, leftAt, right, rightAt] = [-Infinity, -1, Infinity, -1];
  let [above, aboveAt] = [Infinity, -1];
  items.forEach((other, index) => {
    if (!('str' in other) || other.str.trim() === '') return;
    const [x, up] = [xOf(other), yOf(other) - yOf(item)];
    if (Math.abs(up) < Math.max(item.height, other.height) * 0.6) {
      if (x <= xOf(item) + INSET && x >= left) [left, leftAt] = [x, index];
      else if (x > xOf(item) && x < right) [right, rightAt] = [x, index];
    } else if (up > 0 && up <= above) [above, aboveAt] = [up, index];
  });
  if (leftAt >= 0) return leftAt + 1;
  return rightAt >= 0 ? rightAt : aboveAt + 1;
}

function xOf({ transform }: PdfItem): number {
  return transform[4] ?? 0;
}

function yOf({ transform }: PdfItem): number {
  return transform[5] ?? 0;
}
