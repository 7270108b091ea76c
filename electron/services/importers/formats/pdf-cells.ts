import { joinLines, LABEL, type PdfLine } from './pdf-lines.ts';

/** Rows that follow each other, columns, and cells of several lines that a table has at least: fewer may stand so by chance. */
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 2;
const LEAST_WRAPPED = 2;
/** Lines of a cell and cells of a row: more lines are a column of text, and more cells take longer than they are worth. */
const MOST_LINES = 15;
const MOST_COLUMNS = 40;
/** Lines of cells that are as long as those beside them: columns of a text are so, where they end at one height. */
const LEAST_BALANCED = 3;
/** In sizes of the letters: from line to line of a cell, between columns, and by which edges may stand apart. */
const MOST_LEADING = 2;
const LEAST_GAP = 0.3;
const EDGE = 0.5;
/** Share of the cells of a column that begin, end or have their middle in one place. */
const LEAST_ALIGNED = 0.8;
/** What is no cell: the dots of a contents page, and what stands behind them. */
const LEADER = /[.．·…⋯]{3}|…/u;
const NUMBER = /^[（(]?[\divxlc]{1,5}[)）]?$/iu;

/** Lines below each other that are drawn one after the other. */
interface Cell {
  readonly lines: readonly PdfLine[];
  readonly left: number;
  readonly right: number;
  /** Base lines of its first line and of its last. */
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

type Row = readonly Cell[];

/**
 * Makes one line of each row of a table whose cells are drawn one by one, with lines of their own: the cells of a row are parted by
 * tabs, and empty ones keep their place. `pieces` of lines in the order in which the page draws them; those of no table come out as
 * they are, and so does a table of which anything is doubtful or all cells have one line.
 */
export function withCellRows(pieces: readonly PdfLine[]): readonly PdfLine[] {
  const rows = rowsOfCells(cellsOf(pieces));
  const lines: PdfLine[] = [];
  for (let at = 0; at < rows.length;) {
    const end = tableEnd(rows, at);
    const table = rows.slice(at, end);
    const columns = columnsOf(table);
    if (columns === undefined) lines.push(...table.flat().flatMap((cell) => cell.lines));
    else lines.push(...table.map((row) => lineOf(row, columns)));
    at = end;
  }
  return lines;
}

function cellsOf(pieces: readonly PdfLine[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const piece of pieces) {
    const cell = cells.at(-1);
    const { left, right, y, size } = piece;
    if (cell === undefined || !goesOn(cell, piece)) {
      cells.push({ lines: [piece], left, right, top: y, bottom: y, size });
      continue;
    }
    cells[cells.length - 1] = {
      ...cell,
      lines: [...cell.lines, piece],
      left: Math.min(cell.left, left),
      right: Math.max(cell.right, right),
      bottom: y,
    };
  }
  return cells;
}

function goesOn({ lines, left, right, bottom, size }: Cell, piece: PdfLine): boolean {
  if (lines.length > MOST_LINES || Math.abs(piece.size - size) > size * 0.15) return false;
  const step = bottom - piece.y;
  const [first, second] = lines;
  const usual = first === undefined || second === undefined ? step : first.y - second.y;
  const isStep = step > size * 0.9 && step < size * MOST_LEADING && Math.abs(step - usual) < size * 0.2;
  return isStep && piece.left < right && piece.right > left;
}

/** Cells that stand beside each other from left to right, drawn in this order. */
function rowsOfCells(cells: readonly Cell[]): readonly Row[] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isBeside =
      last !== undefined &&
      (row?.length ?? 0) < MOST_COLUMNS &&
      cell.left - last.right >= cell.size * LEAST_GAP &&
      row?.every((other) => isWithin(cell, other) || isWithin(other, cell)) === true;
    if (isBeside) row?.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** Whether one cell reaches neither over the other nor below it. */
function isWithin(inner: Cell, outer: Cell): boolean {
  const edge = inner.size * EDGE;
  return inner.top <= outer.top + edge && inner.bottom >= outer.bottom - edge;
}

/** Behind the last of the rows from `at` on that stand below each other, with several cells each. */
function tableEnd(rows: readonly Row[], at: number): number {
  let end = at + 1;
  if ((rows[at]?.length ?? 0) < LEAST_COLUMNS) return end;
  for (; end < rows.length; end += 1) {
    const [before, row] = [rows[end - 1] ?? [], rows[end] ?? []];
    if (row.length < LEAST_COLUMNS) break;
    const bottom = Math.min(...before.map((cell) => cell.bottom));
    if (row.some((cell) => cell.top >= bottom - cell.size * 0.9)) break;
  }
  return end;
}

type Column = readonly [left: number, right: number];

/** The columns of rows that are certainly a table; undefined for all others. */
function columnsOf(rows: readonly Row[]): readonly Column[] | undefined {
  const cells = rows.flat();
  const wrapped = cells.filter(({ lines }) => lines.length > 1);
  if (rows.length < LEAST_ROWS || wrapped.length < LEAST_WRAPPED) return undefined;
  if (cells.some(({ lines }) => lines.length > MOST_LINES || LEADER.test(textOf(lines)))) return undefined;
  if (rows.filter(isBalanced).length * 2 >= rows.length) return undefined;
  const columns: [number, number][] = [];
  for (const { left, right } of cells.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last === undefined || left >= last[1]) columns.push([left, right]);
    else last[1] = Math.max(last[1], right);
  }
  const size = Math.max(...cells.map((cell) => cell.size));
  if (columns.length !== Math.max(...rows.map((row) => row.length))) return undefined;
  if (columns.some(([left], index) => left - (columns[index - 1]?.[1] ?? -Infinity) < size * LEAST_GAP)) {
    return undefined;
  }
  const ofColumns = columns.map(([left, right]) =>
    cells.filter((cell) => cell.left >= left && cell.right <= right),
  );
  // A cell without a place of its own would be lost.
  if (ofColumns.flat().length !== cells.length) return undefined;
  const isTable = ofColumns.every((column) => column.length >= LEAST_ROWS && isAligned(column));
  const isList = (column: readonly Cell[] | undefined, what: RegExp): boolean =>
    column?.every(({ lines }) => what.test(textOf(lines))) === true;
  // Labels of a list, and the pages of contents.
  if (!isTable || isList(ofColumns[0], LABEL)) return undefined;
  return columns.length === LEAST_COLUMNS && isList(ofColumns[1], NUMBER) ? undefined : columns;
}

function isBalanced(row: Row): boolean {
  const lengths = row.map(({ lines }) => lines.length);
  const least = Math.min(...lengths);
  return least >= LEAST_BALANCED && Math.max(...lengths) - least <= 1;
}

function isAligned(cells: readonly Cell[]): boolean {
  const edges: readonly ((cell: Cell) => number)[] = [
    ({ left }) => left,
    ({ right }) => right,
    ({ left, right }) => (left + right) / 2,
  ];
  return edges.some((edgeOf) => {
    const middle = cells.map(edgeOf).toSorted((a, b) => a - b)[Math.floor(cells.length / 2)] ?? 0;
    const near = cells.filter((cell) => Math.abs(edgeOf(cell) - middle) <= cell.size * EDGE);
    return near.length >= cells.length * LEAST_ALIGNED;
  });
}

function lineOf(row: Row, columns: readonly Column[]): PdfLine {
  const texts = columns.map(([left, right]) =>
    row
      .filter((cell) => cell.left >= left && cell.right <= right)
      .map(({ lines }) => textOf(lines))
      .join(' '),
  );
  const y = Math.max(...row.map((cell) => cell.top));
  const [left, right] = [
    Math.min(...row.map((cell) => cell.left)),
    Math.max(...row.map((cell) => cell.right)),
  ];
  const size = row[0]?.size ?? 0;
  return { text: texts.join('\t').replace(/\t+$/u, ''), left, right, y, size };
}

function textOf(lines: readonly PdfLine[]): string {
  return lines.map(({ text }) => text).reduce((before, text) => joinLines(before, text));
}
