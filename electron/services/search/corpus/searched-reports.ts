import { ZhupiError } from '#core/base/app-error.ts';
import type { PackReports } from '#services/library-types.ts';
import type { SearchDeps } from '#services/search-types.ts';
import type { Connection } from '#services/store/connection.ts';
import { hashText } from '#services/store/hashes.ts';
import { reportsToken } from '#services/store/index-keys.ts';
import { listOtherMetadata, openReadable, placeOfReport, readSources } from '#services/store/report-table.ts';
import { listSavedSearchRows } from '#services/store/saved-search-table.ts';
import type { OtherMetadata } from './metadata-texts.ts';

/** What search reads of reports beside their texts in the index, and the saved searches. */
export function searchedReports(
  connection: Connection,
  packs: PackReports,
): Required<Pick<SearchDeps, 'readable' | 'sources' | 'metadata' | 'savedSearches' | 'reportsStamp'>> {
  return {
    reportsStamp: () => {
      const packed = packs.list().map(({ reportId }) => {
        const { summary, metadata, sourceHash, ruleSetVersion } = packs.open(reportId) ?? {};
        return [summary, metadata, sourceHash, ruleSetVersion];
      });
      return `${reportsToken(connection)} ${hashText(JSON.stringify(packed))}`;
    },
    savedSearches: () => listSavedSearchRows(connection),
    readable: (reportId) => {
      const stored = openReadable(connection, reportId);
      if (stored !== undefined) return stored;
      const packed = placeOfReport(connection, reportId) === 'absent' ? packs.open(reportId) : undefined;
      if (packed === undefined) throw new ZhupiError('report-unknown', { reportId });
      const { source, format, edits, blocks, summary } = packed;
      return { source, format, edits, blocks, script: summary.script };
    },
    sources: (reportIds) => readSources(connection, reportIds),
    metadata: () => {
      const metadata = new Map<string, OtherMetadata>();
      for (const { reportId } of packs.list()) {
        const packed = packs.open(reportId);
        if (packed !== undefined) metadata.set(reportId, packed.metadata);
      }
      // The copy of a pack's report goes first, with what it says and with what it leaves empty.
      for (const [reportId, stored] of listOtherMetadata(connection)) metadata.set(reportId, stored);
      return metadata;
    },
  };
}
