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

/**
 * The report in the trash of an id or its unique beginning. Throws `report-unknown`, which says where it is else, and
 * `report-ambiguous`.
 */
export async function findTrashed(library: Library, word: string): Promise<TrashEntry> {
  try {
    return only(await library.listTrash({}), word);
  } catch (thrown) {
    if (word === '' || !(thrown instanceof ZhupiError) || thrown.code !== 'report-unknown') throw thrown;
    const there = (await library.listReports({})).filter(({ reportId }) => reportId.startsWith(word));
    const [found] = there;
    throw there.length === 1 && found !== undefined
      ? new ZhupiError('report-unknown', { reportId: found.reportId, reason: 'not-in-trash' })
      : new ZhupiError('report-unknown', { reportId: word, reason: 'trash' });
  }
}

function only<T extends { readonly reportId: string }>(reports: readonly T[], word: string): T {
  const same = reports.find(({ reportId }) => reportId === word);
  if (same !== undefined) return same;
  const begin = word === '' ? [] : reports.filter(({ reportId }) => reportId.startsWith(word));
  const [first, second] = begin;
  if (first === undefined) {
    const params = { reportId: word, ...(word === '' && { reason: 'empty' }) };
    throw new ZhupiError('report-unknown', params);
  }
  if (second === undefined) return first;
  const ids = begin.slice(0, LISTED).map(({ reportId }) => reportId);
  const matches = ids.join(', ') + (begin.length > LISTED ? ', …' : '');
  throw new ZhupiError('report-ambiguous', { reportId: word, matches });
}
