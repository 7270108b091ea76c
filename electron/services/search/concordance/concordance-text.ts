import type { ConcordanceRow } from '#core/ipc/calls/concordance-calls.ts';
import { writeCsv } from '#core/export/csv.ts';
import { concordanceMarkdown, concordanceTable } from '#core/search/concordance.ts';
import type { ListedReport, PlaceList } from './concordance-list.ts';
import type { TellReports } from './concordance-types.ts';
import type { Pause } from '../run/work-slices.ts';

export interface TextWish {
  readonly list: PlaceList;
  /** Numbers of the places, in the order of the lines. */
  readonly order: Int32Array;
  readonly format: 'csv' | 'markdown';
  readonly linesOf: (
    report: ListedReport,
    numbers: readonly number[],
  ) => Promise<readonly ConcordanceRow[] | undefined>;
  readonly onProgress: TellReports;
  readonly pause: Pause;
}

/** Lines that are made at once of one report. */
const LINES = 500;

/**
 * The lines as one text. Each report is read once, whatever the order of the lines; a report that has gone meanwhile is left
 * out with its lines.
 */
export async function concordanceText(
  wish: TextWish,
): Promise<{ readonly text: string; readonly lines: number }> {
  const { list, order, linesOf, onProgress, pause } = wish;
  const format = formats[wish.format];
  const texts = new Array<string>(list.hits);
  let lines = 0;
  for (const [index, report] of list.reports.entries()) {
    onProgress(index, list.reports.length);
    const start = list.starts[index] ?? 0;
    for (let from = 0; from < report.hits; from += LINES) {
      await pause();
      const count = Math.min(LINES, report.hits - from);
      const rows = await linesOf(
        report,
        Array.from({ length: count }, (_item, number) => from + number),
      );
      for (const row of rows ?? []) texts[start + row.index] = format.line(row);
      lines += rows?.length ?? 0;
    }
  }
  const parts = [format.head()];
  for (const place of order) parts.push(texts[place] ?? '');
  return { text: parts.join(''), lines };
}

/** The texts of the command's `--kwic --format`, line by line. */
const formats = {
  csv: {
    head: () => writeCsv(concordanceTable([])),
    // The table's head and the byte order mark stand once.
    line: (row: ConcordanceRow) => writeCsv(concordanceTable([row]).slice(1)).slice(1),
  },
  markdown: {
    head: () => concordanceMarkdown([]),
    line: (row: ConcordanceRow) => concordanceMarkdown([row]).slice(concordanceMarkdown([]).length),
  },
};
