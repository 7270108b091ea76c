import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { PackReports } from '../library-types.ts';
import type { Connection } from '../store/connection.ts';
import { copyPackReport } from '../store/insert-report.ts';
import { openStoredReport, placeOfReport, sourceHashOf, versionState } from '../store/report-table.ts';

/** Where reports are: the store, and packs, whose reports are copied into it when they are changed. */
interface ReportPlaces {
  readonly connection: Connection;
  readonly packs: Pick<PackReports, 'open'>;
}

/** Throws `report-unknown` for a report that is nowhere or in the trash. */
export function requireReport(
  connection: Connection,
  packs: ReportPlaces['packs'],
  reportId: string,
): 'library' | 'pack' {
  const place = placeOfReport(connection, reportId);
  if (place === 'library') return place;
  if (place === 'absent' && packs.open(reportId) !== undefined) return 'pack';
  throw new ZhupiError('report-unknown', { reportId });
}

/** A report of the store, or of a pack. Throws `report-unknown`. */
export function openContent({ connection, packs }: ReportPlaces, reportId: string): ReportContent {
  if (requireReport(connection, packs, reportId) === 'library') return openStoredReport(connection, reportId);
  const content = packs.open(reportId);
  if (content === undefined) throw new ZhupiError('report-unknown', { reportId });
  return content;
}

/** Copies a pack's report into the store unless it is there; inside the caller's transaction. */
export function ensureStored(connection: Connection, content: ReportContent, now: number): void {
  const { reportId } = content.summary;
  if (placeOfReport(connection, reportId) !== 'absent') return;
  // A library report that was purged between reading and writing must not come back as a pack's.
  if (content.summary.origin !== 'pack') throw new ZhupiError('report-unknown', { reportId });
  copyPackReport(connection, content, now);
}

/**
 * Throws `report-changed` when the stored report has another text than the one that was read: another process changed it
 * in between. Inside the caller's transaction.
 */
export function requireSameText(connection: Connection, content: ReportContent): void {
  const { reportId } = content.summary;
  const { version } = versionState(connection, reportId);
  if (sourceHashOf(connection, reportId, version) !== content.sourceHash) {
    throw new ZhupiError('report-changed', { reportId });
  }
}
