import { pdfOperators, type PdfPage } from './pdf-library.ts';
import type { PictureCount } from './pdf-picture-count.ts';
import { boxOf, closedNumber } from './pdf-picture-marks.ts';
import { namesOf, type PdfPicture } from './pdf-pictures.ts';

type Matrix = readonly number[];

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
/** Pictures that get a number of their own differ by their page, and on it by less than this. */
const MOST_ON_PAGE = 1_000_000;

/** What the document says of content, by the marks around it: the inner before the outer. */
interface Mark {
  readonly name: string;
  readonly isArtifact: boolean;
}

const UNMARKED: Mark = { name: '', isArtifact: false };

/**
 * The pictures that a page draws, by its operators: for files whose pictures have no marks. It takes about as long as the text
 * once more. Equal ones have one number, but for those that the library draws as one, and those among the operators themselves.
 * Throws TooManyPictures.
 */
export async function drawnPictures(page: PdfPage, drawn: PictureCount): Promise<readonly PdfPicture[]> {
  const [{ fnArray, argsArray }, structure, numbers] = await Promise.all([
    page.getOperatorList(),
    page.getStructTree(),
    pdfOperators(),
  ]);
  const names = new Map([...namesOf(structure)].map(([id, name]) => [id.replace(/^.*_mc/u, ''), name]));
  const operators = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  const pictures: PdfPicture[] = [];
  const saved: Matrix[] = [];
  const around: Mark[] = [];
  let matrix = UNIT;
  const draw = (at: Matrix, number?: number): void => {
    drawn.add();
    const own = -(page.pageNumber * MOST_ON_PAGE + pictures.length);
    pictures.push({ ...boxOf(at), number: number ?? own, ...(around.at(-1) ?? UNMARKED) });
  };
  const mark = (tag: unknown, id: unknown): void => {
    const outer = around.at(-1) ?? UNMARKED;
    const name = names.get(String(id)) ?? outer.name;
    around.push({ name, isArtifact: outer.isArtifact || tag === 'Artifact' });
  };
  fnArray.forEach((operator, index) => {
    const name = operators.get(operator) ?? '';
    const args = listOf(argsArray[index]);
    switch (name) {
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
        mark(args[0], args[1]);
        break;
      case 'endMarkedContent':
        around.pop();
        break;
      case 'paintImageXObject':
        draw(matrix, closedNumber(args[1], args[2]));
        break;
      default:
        for (const place of placesOf(name, args)) draw(within(matrix, place));
    }
  });
  return pictures;
}

/** Where operators draw pictures that tell no number, in the square that they stand in: one, or several as one. */
function placesOf(operator: string, args: readonly unknown[]): readonly (readonly unknown[])[] {
  switch (operator) {
    case 'paintInlineImageXObject':
    case 'paintImageMaskXObject':
      return isPoint(args[0]) ? [] : [UNIT];
    case 'paintInlineImageXObjectGroup':
      return listOf(args[1]).flatMap(transformOf);
    case 'paintImageMaskXObjectGroup':
      return listOf(args[0]).flatMap(transformOf);
    case 'paintImageXObjectRepeat':
      return pairsOf(listOf(args[3])).map((place) => [args[1], 0, 0, args[2], ...place]);
    case 'paintImageMaskXObjectRepeat':
      return pairsOf(listOf(args[5])).map((place) => [...args.slice(1, 5), ...place]);
    default:
      return [];
  }
}

/** Whether a picture is a single point: a colour of a shape. */
function isPoint(picture: unknown): boolean {
  const { width, height, w = width, h = height } = Object(picture) as Readonly<Record<string, unknown>>;
  return w === 1 && h === 1;
}

function transformOf(picture: unknown): readonly (readonly unknown[])[] {
  const { transform } = Object(picture) as Readonly<Record<string, unknown>>;
  return isPoint(picture) ? [] : [listOf(transform)];
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
