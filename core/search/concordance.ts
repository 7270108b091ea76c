/** One line of a concordance: a hit with what stands beside it. Offsets in the source; texts in one script. */
export interface ConcordanceLine {
  readonly reportId: string;
  readonly title: string;
  /** ISO 8601 date or its beginning; empty when unknown. */
  readonly date: string;
  readonly region: string;
  /** The structural label of the place; empty when it has none. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Characters of context on each side of a hit, by which places are sorted. */
export const USUAL_CONTEXT = 20;

export const CONCORDANCE_ORDERS = ['left', 'right'] as const;
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

export const CONCORDANCE_GROUPS = ['report', 'year', 'place'] as const;
export type ConcordanceGrouping = (typeof CONCORDANCE_GROUPS)[number];

/** Characters that stand beside a hit, in its own order of reading. */
type Neighbours = Pick<ConcordanceLine, 'before' | 'after'>;

/**
 * What stands right of the hit, or left of it read away from the hit, so that equal neighbours come together. `fold` takes
 * away what does not part neighbours beside marks and spaces, such as the script (core/script, Folder).
 */
export function sortKey(
  { before, after }: Neighbours,
  order: ConcordanceOrder,
  fold: (text: string) => string,
): string {
  const said = fold(order === 'right' ? after : before).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return order === 'right' ? said : Array.from(said).reverse().join('');
}

/** The lines by what stands left or right of the hit ({@link sortKey}), by code unit; equal ones keep their order. */
export function sortConcordance(
  lines: readonly ConcordanceLine[],
  order: ConcordanceOrder,
  fold: (text: string) => string,
): readonly ConcordanceLine[] {
  return lines
    .map((line) => ({ line, key: sortKey(line, order, fold) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

export interface ConcordanceGroup {
  /** Title, year or region; empty when it is not known. */
  readonly name: string;
  readonly lines: readonly ConcordanceLine[];
}

/** The lines in groups: reports in the order of their first line, years and regions in ascending order, unknown ones last. */
export function groupConcordance(
  lines: readonly ConcordanceLine[],
  grouping: ConcordanceGrouping,
): readonly ConcordanceGroup[] {
  const groups = new Map<string, { readonly name: string; readonly lines: ConcordanceLine[] }>();
  for (const line of lines) {
    const key = groupKeyOf(line, grouping);
    const group = groups.get(key) ?? { name: grouping === 'report' ? line.title : key, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  const found = [...groups.values()];
  if (grouping === 'report') return found;
  return found.sort((a, b) => compareGroups(a.name, b.name));
}

/** What the places of a report are grouped under: its id, its year or its region; empty when that is not known. */
export function groupKeyOf(
  { reportId, date, region }: Pick<ConcordanceLine, 'reportId' | 'date' | 'region'>,
  grouping: ConcordanceGrouping,
): string {
  switch (grouping) {
    case 'report':
      return reportId;
    case 'year':
      return date.slice(0, 4);
    case 'place':
      return region;
  }
}

/** The order of years and regions: ascending, what is not known last. */
export function compareGroups(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The lines as a table with a head, for a spreadsheet. Line ends in the texts become blanks. */
export function concordanceTable(
  lines: readonly ConcordanceLine[],
): readonly (readonly (string | number)[])[] {
  const head = ['before', 'match', 'after', 'title', 'label', 'date', 'place', 'report', 'start', 'end'];
  const rows = lines.map(({ before, match, after, title, label, date, region, reportId, start, end }) => [
    ...[onOneLine(before), onOneLine(match), onOneLine(after), title, label],
    ...[date, region, reportId, start, end],
  ]);
  return [head, ...rows];
}

/** The lines as a Markdown table: the hit in bold, then the report and the label. */
export function concordanceMarkdown(lines: readonly ConcordanceLine[]): string {
  const rows = lines.map(({ before, match, after, title, label }) => {
    const texts = [markdownCell(before), `**${markdownCell(match).trim()}**`, markdownCell(after)];
    return `| ${[...texts, markdownCell(title), markdownCell(label)].join(' | ')} |`;
  });
  return ['| | | | | |', '| ---: | :---: | :--- | :--- | :--- |', ...rows, ''].join('\n');
}

export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

/** A text that no mark of Markdown takes for its own. */
function markdownCell(text: string): string {
  return onOneLine(text).replaceAll(/[\\`*_{}[\]<>#|~&!$^]/gu, String.raw`\$&`);
}

const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]$/u;
const TAKES_NO_PLACE = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Half-width kana and hangul. */
const HALF_WIDTH = /^[\uff61-\uffdc]$/u;
/** Of ambiguous width by UAX #11: wide in Chinese text. */
const AMBIGUOUS = /^[“”‘’—…·×÷°§±①-⓿Ⅰ-Ⅻⅰ-ⅹ〇]$/u;

/** Columns that a text takes on a terminal with an East Asian font (UAX #11): two for a wide or ambiguous character. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (TAKES_NO_PLACE.test(character)) continue;
    const isWide = !HALF_WIDTH.test(character) && WIDE.test(character);
    columns += isWide || AMBIGUOUS.test(character) ? 2 : 1;
  }
  return columns;
}

/** The end (`left`) or the beginning (`right`) of a text in exactly so many columns, filled up with blanks. */
export function inColumns(text: string, columns: number, side: 'left' | 'right'): string {
  const characters = side === 'left' ? Array.from(text).reverse() : Array.from(text);
  const taken: string[] = [];
  let width = 0;
  for (const character of characters) {
    const own = columnsOf(character);
    if (width + own > columns) break;
    taken.push(character);
    width += own;
  }
  const blanks = ' '.repeat(columns - width);
  return side === 'left' ? `${blanks}${taken.reverse().join('')}` : `${taken.join('')}${blanks}`;
}
