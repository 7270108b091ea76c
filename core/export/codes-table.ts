import type { CodeMatrix } from '../annotations/codes-matrix.ts';
import { writeCsv } from './csv.ts';

/** What a line of the table says of its report. */
interface NamedReport {
  readonly title: string;
  readonly date: string;
}

/**
 * Codes × reports as a CSV table: one row a report, one column a code, a last row and a last column with the sums. The heads
 * of the first columns are English, as those of the table of notes; codes have their names.
 */
export function writeCodesTable(
  matrix: CodeMatrix,
  labelOf: (code: string) => string,
  reportOf: (reportId: string) => NamedReport | undefined,
): string {
  const heads = ['report_id', 'title', 'date', ...matrix.columns.map(labelOf), 'total'];
  const rows = matrix.rows.map(({ reportId, counts, total }) => {
    const { title = '', date = '' } = reportOf(reportId) ?? {};
    return [reportId, title, date, ...counts, total];
  });
  return writeCsv([heads, ...rows, ['total', '', '', ...matrix.totals, matrix.total]]);
}
