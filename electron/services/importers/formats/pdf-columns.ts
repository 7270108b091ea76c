import { withCellRows } from './pdf-cells.ts';
import type { PdfLine } from './pdf-lines.ts';
import { rowsOf } from './pdf-rows.ts';

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

/** Columns beside each other, from many to two; more have no room on a page. */
const MANY = [6, 5, 4] as const;
/** How far the border of one of many equal columns may stand from its place, as a share of their width. */
const SHIFT = 0.16;
/** What parts a page of many columns from a table: characters of a line, lines that stand close below each other, clauses. */
const LEAST_CHARS_IN_MANY = 6;
const LEAST_CLOSE = 0.6;
const MOST_CHARS_A_CLAUSE = 45;

/**
 * The lines of a page in the order they are read: titles above all, then columns one after the other, between lines that reach
 * over several.
 */
export function linesInOrder(drawn: readonly PdfLine[]): readonly PdfLine[] {
  const pieces = withCellRows(drawn);
  const heads = headsOf(pieces);
  if (heads.size === 0) return linesOfBody(pieces);
  const body = linesOfBody(pieces.filter((piece) => !heads.has(piece)));
  return [...rowsOf(pieces.filter((piece) => heads.has(piece))), ...body];
}

function linesOfBody(pieces: readonly PdfLine[]): readonly PdfLine[] {
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

/** Lines in large letters that stand centred above all else: of the page, not of the column below them. */
function headsOf(pieces: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const heads = new Set<PdfLine>();
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const sizes = pieces.map(({ size }) => size).toSorted((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const isCentred = Math.abs(piece.left - left - (right - piece.right)) < piece.size * 2;
    const isInset = piece.left > left + piece.size;
    if (piece.size < usual * 1.15 || !isCentred || !isInset) break;
    heads.add(piece);
  }
  // All of a page in large letters is a title page.
  return heads.size < pieces.length ? heads : new Set();
}

/** Where the borders of the columns are; none when the page has one column, or a table. */
function bordersOf(pieces: readonly PdfLine[]): readonly number[] {
  for (const count of MANY) {
    const many = bordersOfMany(pieces, count);
    if (many.length > 0) return many;
  }
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

/** The borders of four and more columns, which are of one width. */
function bordersOfMany(pieces: readonly PdfLine[], count: number): readonly number[] {
  if (pieces.length < LEAST_LINES * count) return [];
  const from = Math.min(...pieces.map(({ left }) => left));
  const width = (Math.max(...pieces.map(({ right }) => right)) - from) / count;
  const acrossAt = (at: number): number => pieces.filter(({ left, right }) => left < at && right > at).length;
  const borders = Array.from({ length: count - 1 }, (_, index) => {
    const places = Array.from(
      { length: STEPS + 1 },
      (__, step) => from + width * (index + 1 + SHIFT * ((2 * step) / STEPS - 1)),
    ).map((at) => ({ at, across: acrossAt(at) }));
    const fewest = Math.min(...places.map(({ across }) => across));
    const best = places.filter(({ across }) => across === fewest);
    return best[Math.floor(best.length / 2)] ?? { at: 0, across: pieces.length };
  });
  if (borders.some(({ across }) => across > (pieces.length / count) * MOST_ACROSS)) return [];
  const places = borders.map(({ at }) => at);
  const columns = Array.from({ length: count }, (_, index) =>
    pieces.filter(
      ({ left, right }) => left >= (places[index - 1] ?? -Infinity) && right <= (places[index] ?? Infinity),
    ),
  );
  const text = pieces.map((piece) => piece.text).join('');
  const clauses = text.match(/[，。；、：,.;]/gu)?.length ?? 0;
  const isProse = text.length < clauses * MOST_CHARS_A_CLAUSE;
  return isProse && columns.every(isNarrowColumn) && isSideBySide(columns) ? places : [];
}

function isNarrowColumn(pieces: readonly PdfLine[]): boolean {
  const chars = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return pieces.length >= LEAST_LINES && chars >= pieces.length * LEAST_CHARS_IN_MANY && isFilled(pieces);
}

/** Whether the lines of each column stand as close as a text's; cells of a table leave gaps to the next row. */
function isSideBySide(columns: readonly (readonly PdfLine[])[]): boolean {
  return columns.every((pieces) => {
    const gaps = pieces
      .map(({ y }) => y)
      .toSorted((a, b) => b - a)
      .flatMap((y, index, all) => (index === 0 ? [] : [(all[index - 1] ?? y) - y]));
    const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
    return gaps.filter((gap) => gap < usual * 1.3).length >= gaps.length * LEAST_CLOSE;
  });
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
