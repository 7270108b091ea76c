import type { Line } from './lines.ts';

const LONGEST_ROW = 200;
const CLAUSE_MARK = /[，。；：、！？,;]/u;
/** What stands in brackets is part of its cell, marks and all: 韩红（女，藏族）. */
const BRACKETS = /[(（][^()（）]{0,20}[)）]/gu;
const ROW = /\p{Script=Han}\s+\p{Script=Han}[^，。；：、！？,;]*\p{Script=Han}\s+\p{Script=Han}/u;
/** Cells set apart, as a listing does it. */
const COLUMNS = /\S(?:[ \u3000]{4,}|\t)\S/u;
const LEAST_CELLS = 3;
/** Spaces beside numbers and Latin words alone are a habit of typists. */
const PARTED = /\p{Script=Han}\s+\p{Script=Han}/u;

/** What one line shows, and how many cells it has as a row; 0 for a line that is none. */
interface RowLook {
  readonly isColumns: boolean;
  readonly isRow: boolean;
  readonly cells: number;
}

const NONE: RowLook = { isColumns: false, isRow: false, cells: 0 };

function lookOf({ text }: Line): RowLook {
  const trimmed = text.trim();
  // Cells are parted by white space.
  if (!/\s/u.test(trimmed)) return NONE;
  const isColumns = COLUMNS.test(trimmed);
  if (trimmed.length > LONGEST_ROW) return isColumns ? { ...NONE, isColumns } : NONE;
  const plain = trimmed.replaceAll(BRACKETS, '');
  if (CLAUSE_MARK.test(plain)) return isColumns ? { ...NONE, isColumns } : NONE;
  const cells = PARTED.test(plain) ? plain.split(/[\s\u3000]+/u).length : 0;
  return { isColumns, isRow: isColumns || ROW.test(plain), cells: cells >= LEAST_CELLS ? cells : 0 };
}

/**
 * The indices of lines that are rows of a table or a listing, as far as plain text tells: cells set far apart, or two lines in a
 * row of at least three cells and without a clause, either of Han characters throughout or as many in both.
 */
export function tableRows(lines: readonly Line[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let before = NONE;
  for (const [index, line] of lines.entries()) {
    const look = lookOf(line);
    if (look.isColumns) rows.add(index);
    const areRows = (look.isRow && before.isRow) || (look.cells > 0 && look.cells === before.cells);
    if (areRows) rows.add(index - 1).add(index);
    before = look;
  }
  return rows;
}
