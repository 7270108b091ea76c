import type { SourceVersion } from '#core/ipc/payloads.ts';
import { openContent, requireReport } from '../notes/reports.ts';
import { PACK_ADAPTER, versionState } from '../store/report-table.ts';
import { listSourceVersions } from '../store/version-table.ts';
import type { ReportChangesDeps } from './deps.ts';

/** The source versions of a report, the oldest first. A pack's report has the one that the pack brings. Throws `report-unknown`. */
export function listVersions(deps: ReportChangesDeps, reportId: string): SourceVersion[] {
  const { connection, packs } = deps;
  if (requireReport(connection, packs, reportId) === 'library') {
    return connection.read(() => {
      const { version } = versionState(connection, reportId);
      return listSourceVersions(connection, reportId).map((row) => ({
        ...row,
        isCurrent: row.number === version,
      }));
    });
  }
  const { version, source, encoding, encodingConfidence } = openContent(deps, reportId);
  return [
    {
      number: version,
      time: 0,
      adapter: PACK_ADAPTER,
      encoding,
      encodingConfidence,
      length: source.length,
      bytes: Buffer.byteLength(source, 'utf8'),
      isCurrent: true,
    },
  ];
}
