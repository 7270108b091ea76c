import type { PdfLine } from './pdf-lines.ts';
import { CLOSED, LABEL } from './pdf-lines.ts';

/** Columns of a table of which one may be empty: with two, a row without one is no row. */
const LEAST_COLUMNS = 3;
/** Lines of one piece that may stand between rows: the rest of a cell. */
const MOST_BETWEEN = 2;

interface Row {
  line: PdfLine;
  readonly cells: PdfLine[];
}

/** Joins pieces of one line that stand beside each other by tabs: the cells of a row. Empty cells keep their place. */
export function rowsOf(pieces: readonly PdfLine[]): readonly PdfLine[] {
  const rows: Row[] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const isSame =
      row !== undefined && Math.abs(row.line.y - piece.y) < piece.size * 0.45 && piece.left > row.line.right;
    if (!isSame) rows.push({ line: piece, cells: [piece] });
    else if (row.cells.length === 1 && LABEL.test(row.line.text)) {
      const gap = CLOSED.test(row.line.text) ? '' : ' ';
      row.line = { ...row.line, text: row.line.text + gap + piece.text, right: piece.right };
      row.cells[0] = row.line;
    } else {
      row.cells.push(piece);
      row.line = { ...row.line, text: `${row.line.text}\t${piece.text}`, right: piece.right };
    }
  }
  for (const table of tablesOf(rows)) alignCells(table);
  return rows.map(({ line }) => line);
}

/** Rows that follow each other. */
function tablesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let between = MOST_BETWEEN + 1;
  for (const row of rows) {
    if (row.cells.length === 1) between += 1;
    else {
      if (between > MOST_BETWEEN) tables.push([]);
      tables.at(-1)?.push(row);
      between = 0;
    }
  }
  return tables;
}

/** Puts the cells of rows that have fewer than others under the columns that they stand in. */
function alignCells(table: readonly Row[]): void {
  const most = Math.max(...table.map(({ cells }) => cells.length));
  const full = table.find(({ cells }) => cells.length === most);
  if (full === undefined || most < LEAST_COLUMNS) return;
  for (const row of table) {
    if (row.cells.length === most) continue;
    const places = row.cells.map((cell) => columnOf(cell, full.cells));
    if (places.some((place, index) => place <= (places[index - 1] ?? -1))) continue;
    const texts = Array.from({ length: (places.at(-1) ?? 0) + 1 }, () => '');
    row.cells.forEach(({ text }, index) => {
      texts[places[index] ?? 0] = text;
    });
    row.line = { ...row.line, text: texts.join('\t') };
  }
}

/** The column that a cell shares most room with, or else is nearest to. */
function columnOf(cell: PdfLine, columns: readonly PdfLine[]): number {
  const nearness = columns.map(({ left, right }) => Math.min(cell.right, right) - Math.max(cell.left, left));
  return nearness.indexOf(Math.max(...nearness));
}
