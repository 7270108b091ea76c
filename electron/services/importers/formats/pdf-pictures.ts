import type { PdfMark, PdfStructure, PdfText } from './pdf-library.ts';
import { markedBox, pictureMark, type PdfBox, type PictureMark } from './pdf-picture-marks.ts';

/** A picture as a page draws it. */
export interface PdfPicture extends PdfBox {
  /** Equal for equal pictures of a file. */
  readonly number: number;
  /** What the document says that it shows; empty when it says nothing. */
  readonly name: string;
  /** Whether the document says that it is no content. */
  readonly isArtifact: boolean;
}

/** The pictures of a page, in the order in which they are drawn, and its text without their marks. */
export function picturesOf(
  { items, styles }: PdfText,
  structure: PdfStructure | null,
): { readonly text: PdfText; readonly pictures: readonly PdfPicture[] } {
  const names = namesOf(structure);
  const pictures: PdfPicture[] = [];
  const around: PdfMark[] = [];
  const rest: PdfText['items'][number][] = [];
  let mark: PictureMark | undefined;
  let isTold = false;
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type.startsWith('begin')) around.push(item);
      else around.pop();
      mark = pictureMark(around.at(-1)?.tag);
      isTold = false;
    } else if (mark === undefined) rest.push(item);
    // The library writes a space before a letter that stands apart from the text before it.
    else if (!isTold && item.str.trim() !== '') {
      const name = around.map(({ id }) => names.get(id ?? '')).findLast((said) => said !== undefined);
      const isArtifact = around.some(({ tag }) => tag === 'Artifact');
      pictures.push({
        ...markedBox(item.transform, mark),
        number: mark.number,
        name: name ?? '',
        isArtifact,
      });
      isTold = true;
    }
  }
  return { text: { items: rest, styles }, pictures };
}

/** Whether a page draws pictures: only then it is asked for its structure. */
export function hasPictures({ items }: PdfText): boolean {
  return items.some((item) => 'tag' in item && pictureMark(item.tag) !== undefined);
}

/** What the document says of its figures, by the content that they hold. */
export function namesOf(structure: PdfStructure | null): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const visit = (node: PdfStructure, outer: string): void => {
    const name = node.role === 'Figure' ? (node.alt?.trim() ?? '') || outer : outer;
    if (node.id !== undefined && name !== '') names.set(node.id, name);
    for (const child of node.children ?? []) visit(child, name);
  };
  if (structure !== null) visit(structure, '');
  return names;
}
