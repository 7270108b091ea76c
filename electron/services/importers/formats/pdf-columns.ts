import type { PdfLine } from './pdf-lines.ts';
import { rowsOf } from './pdf-lines.ts';

/** A column has so many lines at least, of so many characters on average: else it is a table. */
const LEAST_LINES = 5;
const LEAST_CHARS = 11;
/** Share of the pieces that may reach over the border: titles, wide pictures' captions. */
const MOST_ACROSS = 0.25;
const STEPS = 40;

/** Where the border of one of two columns is looked for, and those of one of three, as shares of the width. */
const IN_TWO = [0.35, 0.65] as const;
const IN_THREE = [
  [0.24, 0.42],
  [0.58, 0.76],
] as const;
/** In three columns most lines are full: cells of a table seldom are. */
const FULL_LINE = 0.8;
const LEAST_FULL = 0.6;

/** The lines of a page in the order they are read: columns one after the other, between lines that reach over several. */
export function linesInOrder(pieces: readonly PdfLine[]): readonly PdfLine[] {
  const borders = bordersOf(pieces);
  if (borders.length === 0) return rowsOf(pieces);
  const lines: PdfLine[] = [];
  let columns: PdfLine[][] = [];
  const flush = (): void => {
    lines.push(...columns.flatMap(inColumn));
    columns = Array.from({ length: borders.length + 1 }, () => []);
  };
  flush();
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const column = borders.filter((border) => piece.left >= border).length;
    if (piece.right <= (borders[column] ?? Infinity)) columns[column]?.push(piece);
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

/** Where the borders of two or three columns are; none when the page has one column, or a table. */
function bordersOf(pieces: readonly PdfLine[]): readonly number[] {
  const three = bordersOfThree(pieces);
  if (three.length > 0) return three;
  const two = borderWithin(pieces, pieces, IN_TWO);
  return two === undefined ? [] : [two];
}

function bordersOfThree(pieces: readonly PdfLine[]): readonly number[] {
  const first = borderWithin(pieces, pieces, IN_THREE[0]);
  if (first === undefined) return [];
  const others = pieces.filter(({ left }) => left >= first);
  const second = borderWithin(pieces, others, IN_THREE[1]);
  if (second === undefined) return [];
  const columns = [
    pieces.filter(({ right }) => right <= first),
    others.filter(({ right }) => right <= second),
    others.filter(({ left }) => left >= second),
  ];
  return columns.every(isFilled) ? [first, second] : [];
}

/** A border between lines of `pieces`, where it may stand in the width of the whole page. */
function borderWithin(
  page: readonly PdfLine[],
  pieces: readonly PdfLine[],
  [low, high]: readonly [number, number],
): number | undefined {
  if (pieces.length < LEAST_LINES * 2) return undefined;
  const from = Math.min(...page.map(({ left }) => left));
  const width = Math.max(...page.map(({ right }) => right)) - from;
  let best: number | undefined;
  let fewest = pieces.length * MOST_ACROSS;
  for (let step = 0; step <= STEPS; step += 1) {
    const at = from + width * (low + ((high - low) * step) / STEPS);
    const across = pieces.filter(({ left, right }) => left < at && right > at).length;
    const isBetter = across < fewest && isColumn(pieces.filter(({ right }) => right <= at));
    if (isBetter && isColumn(pieces.filter(({ left }) => left >= at))) [best, fewest] = [at, across];
  }
  return best;
}

function isFilled(pieces: readonly PdfLine[]): boolean {
  const left = Math.min(...pieces.map((piece) => piece.left));
  const width = Math.max(...pieces.map((piece) => piece.right)) - left;
  const full = pieces.filter((piece) => piece.right - left >= width * FULL_LINE).length;
  return full >= pieces.length * LEAST_FULL;
}

function isColumn(pieces: readonly PdfLine[]): boolean {
  const chars = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return pieces.length >= LEAST_LINES && chars >= pieces.length * LEAST_CHARS;
}
