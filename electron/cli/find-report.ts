import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { TrashEntry } from '#core/ipc/payloads.ts';
import type { Library } from '#services/library-types.ts';

/** Ids that the error of an ambiguous beginning lists. */
const LISTED = 5;

/** The report of an id or its unique beginning. Throws `report-unknown`, `report-ambiguous`. */
export async function findReport(library: Library, word: string): Promise<ReportSummary> {
  return only(await library.listReports({}), word);
}

/** The report in the trash of an id or its unique beginning. Throws `report-unknown`, `report-ambiguous`. */
export async function findTrashed(library: Library, word: string): Promise<TrashEntry> {
  return only(await library.listTrash({}), word);
}

function only<T extends { readonly reportId: string }>(reports: readonly T[], word: string): T {
  const same = reports.find(({ reportId }) => reportId === word);
  if (same !== undefined) return same;
  const begin = word === '' ? [] : reports.filter(({ reportId }) => reportId.startsWith(word));
  const [first, second] = begin;
  if (first === undefined) throw new ZhupiError('report-unknown', { reportId: word });
  if (second === undefined) return first;
  const ids = begin.slice(0, LISTED).map(({ reportId }) => reportId);
  const matches = ids.join(', ') + (begin.length > LISTED ? ', …' : '');
  throw new ZhupiError('report-ambiguous', { reportId: word, matches });
}
