import type { PdfLine } from './pdf-lines.ts';
import { rowsOf } from './pdf-lines.ts';

/** A column has so many lines at least, of so many characters on average: else it is a table. */
const LEAST_LINES = 5;
const LEAST_CHARS = 11;
/** Share of the pieces that may reach over the border: titles, wide pictures' captions. */
const MOST_ACROSS = 0.25;
const STEPS = 40;

/** The lines of a page in the order they are read: two columns one after the other, between lines that reach over both. */
export function linesInOrder(pieces: readonly PdfLine[]): readonly PdfLine[] {
  const border = borderOf(pieces);
  if (border === undefined) return rowsOf(pieces);
  const lines: PdfLine[] = [];
  let [left, right]: [PdfLine[], PdfLine[]] = [[], []];
  const flush = (): void => {
    lines.push(...inColumn(left), ...inColumn(right));
    [left, right] = [[], []];
  };
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    if (piece.right <= border) left.push(piece);
    else if (piece.left >= border) right.push(piece);
    else {
      flush();
      lines.push(piece);
    }
  }
  flush();
  return lines;
}

function inColumn(lines: readonly PdfLine[]): readonly PdfLine[] {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return rowsOf(lines).map((line) => ({ ...line, column: { left, right } }));
}

/** Where the border of two columns is; undefined when the page has one column, or a table. */
function borderOf(pieces: readonly PdfLine[]): number | undefined {
  if (pieces.length < LEAST_LINES * 2) return undefined;
  const from = Math.min(...pieces.map(({ left }) => left));
  const width = Math.max(...pieces.map(({ right }) => right)) - from;
  let best: number | undefined;
  let fewest = pieces.length * MOST_ACROSS;
  for (let step = 0; step <= STEPS; step += 1) {
    const at = from + width * (0.35 + (0.3 * step) / STEPS);
    const across = pieces.filter(({ left, right }) => left < at && right > at).length;
    const isBetter = across < fewest && isColumn(pieces.filter(({ right }) => right <= at));
    if (isBetter && isColumn(pieces.filter(({ left }) => left >= at))) [best, fewest] = [at, across];
  }
  return best;
}

function isColumn(pieces: readonly PdfLine[]): boolean {
  const chars = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return pieces.length >= LEAST_LINES && chars >= pieces.length * LEAST_CHARS;
}
