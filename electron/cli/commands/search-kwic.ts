import type { SearchAnswer } from '#core/ipc/payloads.ts';
import { writeCsv } from '#core/export/csv.ts';
import { printable } from '#core/messages/printable.ts';
import {
  columnsOf,
  concordanceMarkdown,
  concordanceTable,
  groupConcordance,
  inColumns,
  onOneLine,
  sortConcordance,
  type ConcordanceGrouping,
  type ConcordanceLine,
  type ConcordanceOrder,
} from '#core/search/concordance.ts';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { toB } from '#core/text/map-range.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { outlineOf } from '#core/text/outline/outline.ts';
import { readingOfSource } from '#core/text/reading.ts';
import type { Library } from '#services/library-types.ts';

/** Columns of context on each side of the hit. */
const CONTEXT_COLUMNS = 36;

export const CONCORDANCE_FORMATS = ['text', 'csv', 'markdown'] as const;
export type ConcordanceFormat = (typeof CONCORDANCE_FORMATS)[number];

export interface ConcordanceWish {
  readonly format: ConcordanceFormat;
  readonly order: ConcordanceOrder | undefined;
  readonly grouping: ConcordanceGrouping | undefined;
}

/** The places of an answer as a concordance: a text with its line ends. */
export async function concordanceOf(
  library: Library,
  found: SearchAnswer,
  { format, order, grouping }: ConcordanceWish,
): Promise<string> {
  const lines = await linesOf(library, found);
  const folder = await loadSearchFolder();
  const fold = (text: string): string => folder.fold(text);
  const sorted = order === undefined ? lines : sortConcordance(lines, order, fold);
  const groups = grouping === undefined ? [{ name: '', lines: sorted }] : groupConcordance(sorted, grouping);
  switch (format) {
    case 'csv':
      return writeCsv(concordanceTable(groups.flatMap((group) => group.lines)));
    case 'markdown':
      return concordanceMarkdown(groups.flatMap((group) => group.lines));
    case 'text':
      return groups
        .flatMap(({ name, lines: inGroup }) => [
          ...(grouping === undefined ? [] : [`— ${printable(name) || '?'} (${inGroup.length})`]),
          ...inGroup.map(textLine),
        ])
        .map((line) => `${line}\n`)
        .join('');
  }
}

async function linesOf(library: Library, { results }: SearchAnswer): Promise<readonly ConcordanceLine[]> {
  const summaries = new Map((await library.listReports({})).map((summary) => [summary.reportId, summary]));
  const lines: ConcordanceLine[] = [];
  for (const { reportId, title, places } of results) {
    if (places.length === 0) continue;
    const reading = readingOfSource(await library.openReport({ reportId }));
    const outline = outlineOf(reading);
    const { date = '', region = '' } = summaries.get(reportId) ?? {};
    for (const place of places) {
      const { start } = toB(reading.map, { start: place.start, end: place.end });
      const label = labelAt(outline, reading.blocks, start);
      lines.push({ reportId, title, date, region, label, ...place });
    }
  }
  return lines;
}

/** Aligned on the hit; title, label and place behind tabulators. */
function textLine({ before, match, after, title, label, reportId, start }: ConcordanceLine): string {
  const shown = (text: string): string => printable(onOneLine(text));
  const left = inColumns(shown(before), CONTEXT_COLUMNS, 'left');
  const hit = `【${shown(match)}】`;
  // A long hit takes the place of what stands behind it.
  const rest = Math.max(0, CONTEXT_COLUMNS - Math.max(0, columnsOf(hit) - SHORT_HIT));
  const right = inColumns(shown(after), rest, 'right');
  return [`${left}${hit}${right}`, shown(title), shown(label), `${reportId}:${start}`].join('\t');
}

/** Columns of a hit of four characters in its brackets. */
const SHORT_HIT = 12;
