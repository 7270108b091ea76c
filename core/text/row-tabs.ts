const SPACES = /^[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/u;
const LINE = /[^\n\r\f\v\u0085\u2028\u2029]+/gu;
/** A number alone in the first cell: a numbered line whose number a tab parts from it, no row. */
const NUMBER_CELL =
  /^(?:[（(]?[〇零一二三四五六七八九十百]+[）)、．.]|[（(]?\d+[）)、．.]|第[^\t]{1,5}[章节節条條])$/u;
const SENTENCE_END = /[。；;！!？?：:…]["”』」’）)]*$/u;
/** Rows of as many cells that must stand beside a sentence behind a tab, before it is a cell and no indented paragraph. */
const ROWS_FOR_A_SENTENCE = 2;

/** A line that holds a tab before its last character. */
interface TabbedLine {
  /** UTF-16 offsets of the first tab, and of the first character behind the white space before the text. */
  readonly tab: number;
  readonly text: number;
  readonly tabs: number;
  readonly isFilled: boolean;
  readonly isSentence: boolean;
}

/**
 * Rows whose first cells are empty, in a text whose rows are lines with tabs between the cells: for the offset at which such a
 * line's text begins, the offset of its first tab. Such a tab is the border of a cell where rows beside it have something in
 * the first cell and as many cells; else it indents the line.
 */
export function rowsWithoutFirstCell(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (!text.includes('\t')) return found;
  let table: TabbedLine[] = [];
  const end = (): void => {
    addRows(found, table);
    table = [];
  };
  for (const { index, 0: line } of text.matchAll(LINE)) {
    const content = line.trim();
    if (content === '') continue;
    const tabbed = tabbedLine(line, index);
    if (tabbed === undefined) end();
    else table.push(tabbed);
  }
  end();
  return found;
}

function tabbedLine(line: string, start: number): TabbedLine | undefined {
  const lead = SPACES.exec(line)?.[0] ?? '';
  const content = line.slice(lead.length).trimEnd();
  const before = lead.split('\t').length - 1;
  const within = content.split('\t');
  if (before + within.length === 1) return undefined;
  return {
    tab: start + (before === 0 ? lead.length : lead.indexOf('\t')),
    text: start + lead.length,
    tabs: before + within.length - 1,
    isFilled: before === 0 && !NUMBER_CELL.test((within[0] ?? '').trim()),
    isSentence: within.length === 1 && SENTENCE_END.test(content),
  };
}

function addRows(found: Map<number, number>, table: readonly TabbedLine[]): void {
  const filled = new Map<number, number>();
  for (const { tabs, isFilled } of table) if (isFilled) filled.set(tabs, (filled.get(tabs) ?? 0) + 1);
  const widest = Math.max(0, ...filled.keys());
  for (const { tab, text, tabs, isSentence } of table) {
    if (tab === text) continue;
    // Cells that reach over several columns make a row shorter.
    const isRow = isSentence ? (filled.get(tabs) ?? 0) >= ROWS_FOR_A_SENTENCE : tabs <= widest;
    if (isRow) found.set(text, tab);
  }
}
