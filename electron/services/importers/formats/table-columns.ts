import type { DocumentWriter } from './document-writer.ts';

/** Wider and longer cells than these are mistakes. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 1_000;
/** What stands where a cell of an earlier row reaches down. */
const DITTO = '〃';

/**
 * Keeps columns columns where cells reach over several columns or rows: places that a wide cell covers stay empty, places below a
 * long one get a ditto mark.
 */
export class TableColumns {
  readonly #writer: DocumentWriter;
  /** For each column, how many more rows the cell above reaches into; the same for the next row. */
  #covered: readonly number[] = [];
  #next: number[] = [];
  /** Column of the last cell, and the first one behind all that it covers. */
  #at = -1;
  #free = 0;

  constructor(writer: DocumentWriter) {
    this.#writer = writer;
  }

  beginRow(): void {
    this.#covered = this.#next;
    this.#next = this.#covered.map((rows) => Math.max(0, rows - 1));
    this.#at = -1;
    this.#free = 0;
  }

  /** Goes on to the next cell of the row, which reaches over `columns` and `rows`. */
  beginCell(columns: number, rows: number): void {
    let at = this.#free;
    while ((this.#covered[at] ?? 0) > 0) at += 1;
    if (at >= MOST_COLUMNS) {
      this.#writer.cell();
      return;
    }
    this.#goTo(at);
    this.#free = Math.min(MOST_COLUMNS, at + atLeastOne(columns, MOST_COLUMNS));
    for (let column = at; column < this.#free; column += 1) {
      this.#next[column] = atLeastOne(rows, MOST_ROWS) - 1;
    }
  }

  /** Writes what is left of a row that holds anything. */
  endRow(): void {
    const last = this.#covered.findLastIndex((rows) => rows > 0);
    if (this.#at < 0 || last <= this.#at) return;
    this.#goTo(last);
    this.#writer.exact(DITTO);
  }

  #goTo(column: number): void {
    if (this.#at >= 0) this.#writer.cell();
    for (let at = this.#at + 1; at < column; at += 1) {
      if ((this.#covered[at] ?? 0) > 0) this.#writer.exact(DITTO);
      this.#writer.cell();
    }
    this.#at = column;
  }
}

function atLeastOne(value: number, most: number): number {
  return value >= 1 ? Math.min(Math.floor(value), most) : 1;
}
