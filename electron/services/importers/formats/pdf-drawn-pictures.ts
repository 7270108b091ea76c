import { pdfOperators, type PdfPage } from './pdf-library.ts';
import { boxOf } from './pdf-picture-marks.ts';
import { namesOf, type PdfPicture } from './pdf-pictures.ts';

type Matrix = readonly number[];

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
const MOST_ON_PAGE = 1_000_000;

/** Content that is marked, and what the document says of it. */
interface Mark {
  readonly tag: unknown;
  readonly name: string;
}

/**
 * The pictures that a page draws, by its operators: for files whose pictures have no marks. It takes about as long as the text
 * once more. No two of them count as equal.
 */
export async function drawnPictures(page: PdfPage): Promise<readonly PdfPicture[]> {
  const [{ fnArray, argsArray }, structure, numbers] = await Promise.all([
    page.getOperatorList(),
    page.getStructTree(),
    pdfOperators(),
  ]);
  const names = new Map([...namesOf(structure)].map(([id, name]) => [id.replace(/^.*_mc/u, ''), name]));
  const operators = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  const pictures: PdfPicture[] = [];
  const draw = (at: Matrix, around: readonly Mark[]): void => {
    const name = around.findLast((mark) => mark.name !== '')?.name ?? '';
    const isArtifact = around.some(({ tag }) => tag === 'Artifact');
    const number = -(page.pageNumber * MOST_ON_PAGE + pictures.length);
    pictures.push({ ...boxOf(at), number, name, isArtifact });
  };
  const saved: Matrix[] = [];
  const around: Mark[] = [];
  let matrix = UNIT;
  fnArray.forEach((operator, index) => {
    const args = listOf(argsArray[index]);
    switch (operators.get(operator) ?? '') {
      case 'save':
        saved.push(matrix);
        break;
      case 'paintFormXObjectBegin':
        saved.push(matrix);
        matrix = within(matrix, listOf(args[0]));
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        matrix = saved.pop() ?? matrix;
        break;
      case 'transform':
        matrix = within(matrix, args);
        break;
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        around.push({ tag: args[0], name: names.get(String(args[1])) ?? '' });
        break;
      case 'endMarkedContent':
        around.pop();
        break;
      case 'paintImageXObject':
      case 'paintInlineImageXObject':
        draw(matrix, around);
        break;
      case 'paintImageXObjectRepeat':
        for (const place of pairsOf(listOf(args[3]))) {
          draw(within(matrix, [args[1], 0, 0, args[2], ...place]), around);
        }
        break;
    }
  });
  return pictures;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value instanceof Float32Array ? [...value] : [];
}

function pairsOf(values: readonly unknown[]): readonly (readonly unknown[])[] {
  return Array.from({ length: Math.floor(values.length / 2) }, (_, at) => values.slice(at * 2, at * 2 + 2));
}

/** A matrix inside of another one; what is no matrix changes nothing. */
function within(outer: Matrix, inner: readonly unknown[]): Matrix {
  const values = inner.filter((value) => typeof value === 'number');
  if (values.length !== UNIT.length) return outer;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, x = 0, y = 0] = values;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * x + c * y + e, b * x + d * y + f];
}
