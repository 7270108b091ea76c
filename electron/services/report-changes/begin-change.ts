import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { ensureStored, requireReport } from '../notes/reports.ts';
import { readStoredReport, versionState } from '../store/report-table.ts';
import type { ReportChangesDeps } from './deps.ts';

/**
 * Opens a report that is to be changed, inside the caller's transaction; a report of a pack is copied into the store
 * first. Throws `report-unknown`, and `report-changed` when the caller saw another source version.
 */
export function beginChange(
  deps: ReportChangesDeps,
  reportId: string,
  now: number,
  seenVersion?: number,
): ReportContent {
  const { connection, packs } = deps;
  const isStored = requireReport(connection, packs, reportId) === 'library';
  const content = isStored ? readStoredReport(connection, reportId) : copyOf(deps, reportId, now);
  if (seenVersion !== undefined && content.version !== seenVersion) {
    throw new ZhupiError('report-changed', { reportId });
  }
  return content;
}

/**
 * The same for a change that needs no text of the report: the version that the caller saw is the current one. Throws
 * `report-unknown` and `report-changed`.
 */
export function requireVersion(
  deps: ReportChangesDeps,
  reportId: string,
  now: number,
  seenVersion: number,
): void {
  const { connection, packs } = deps;
  if (requireReport(connection, packs, reportId) === 'pack') copyOf(deps, reportId, now);
  if (versionState(connection, reportId).version !== seenVersion) {
    throw new ZhupiError('report-changed', { reportId });
  }
}

function copyOf({ connection, packs }: ReportChangesDeps, reportId: string, now: number): ReportContent {
  const content = packs.open(reportId);
  if (content === undefined) throw new ZhupiError('report-unknown', { reportId });
  ensureStored(connection, content, now);
  return content;
}
