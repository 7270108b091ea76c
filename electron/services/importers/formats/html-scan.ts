import type { ParserOptions } from 'htmlparser2';
import { Parser } from 'htmlparser2';
import { ZhupiError } from '#core/base/app-error.ts';

/** What must be known of a page before its text can be written. */
export interface HtmlScan {
  readonly elements: number;
  readonly depth: number;
  /** For each table in order: whether it holds data; other tables only lay out the page. */
  readonly tables: readonly boolean[];
  /** For each ordered list in order: how many items it has itself. */
  readonly lists: readonly number[];
}

/** More is no report, and its parts would be taken for minutes. */
export const MOST_ELEMENTS = 400_000;
export const MOST_DEPTH = 4_000;

/** Cells of data are short; a cell longer than this holds an article. */
const LONGEST_CELL = 600;
const MOST_CELL_BLOCKS = 12;
/** A table of one row with a cell longer than this puts a column beside a text. */
const LONGEST_IN_ONE_ROW = 120;

interface Table {
  readonly index: number;
  cell: number;
  blocks: number;
  cells: number;
  widest: number;
  rows: number;
  longest: number;
  isData: boolean;
}

/**
 * How markup is written: pages of the web never close an element by `/>`, chapters of books do. What is made from a Word
 * file does not know how its lists are numbered (1. or 一、), so no number is put there.
 */
export type Markup = 'html' | 'xhtml' | 'word';

/** linkedom parses with the same library and the same settings (for `html`), so that both see the same elements. */
export function parserOptions(markup: Markup): ParserOptions {
  return { decodeEntities: true, recognizeSelfClosing: markup === 'xhtml' };
}

/** Counts the elements of a page. Throws `file-too-complex`. */
export function scanHtml(html: string, markup: Markup): HtmlScan {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  const tables: Table[] = [];
  const open: Table[] = [];
  const lists: number[] = [];
  /** Numbers of the lists that are open; -1 for those without an order. */
  const openLists: number[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        elements += 1;
        depth += 1;
        deepest = Math.max(deepest, depth);
        if (elements > MOST_ELEMENTS || depth > MOST_DEPTH) throw new ZhupiError('file-too-complex');
        if (name === 'ol') openLists.push(lists.push(0) - 1);
        else if (name === 'ul' || name === 'dir') openLists.push(-1);
        const list = openLists.at(-1) ?? -1;
        if (name === 'li' && list >= 0) lists[list] = (lists[list] ?? 0) + 1;
        const table = open.at(-1);
        if (name === 'table') {
          if (table !== undefined) table.isData = false;
          const inner = {
            index: tables.length,
            cell: 0,
            blocks: 0,
            cells: 0,
            widest: 0,
            rows: 0,
            longest: 0,
            isData: true,
          };
          tables.push(inner);
          open.push(inner);
        } else if (table !== undefined) countInTable(table, name);
      },
      ontext(text) {
        const table = open.at(-1);
        if (table === undefined) return;
        table.cell += text.trim().length;
        table.longest = Math.max(table.longest, table.cell);
        if (table.cell > LONGEST_CELL) table.isData = false;
      },
      onclosetag(name) {
        depth -= 1;
        if (name === 'table') open.pop();
        if (name === 'ol' || name === 'ul' || name === 'dir') openLists.pop();
      },
    },
    parserOptions(markup),
  );
  parser.write(html);
  parser.end();
  return {
    elements,
    depth: deepest,
    tables: tables.map(
      ({ isData, widest, rows, longest }) =>
        isData && widest > 1 && (rows > 1 || longest <= LONGEST_IN_ONE_ROW),
    ),
    lists,
  };
}

function countInTable(table: Table, name: string): void {
  switch (name) {
    case 'tr':
      table.rows += 1;
      table.cells = 0;
      break;
    case 'td':
    case 'th':
      table.cell = 0;
      table.blocks = 0;
      table.cells += 1;
      table.widest = Math.max(table.widest, table.cells);
      break;
    case 'p':
    case 'div':
    case 'li':
      table.blocks += 1;
      if (table.blocks > MOST_CELL_BLOCKS) table.isData = false;
      break;
    case 'form':
    case 'h1':
    case 'h2':
    case 'h3':
      table.isData = false;
      break;
    default:
  }
}
