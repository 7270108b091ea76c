import { ZhupiError } from '#core/base/app-error.ts';
import type { FirstReports } from '#core/ipc/calls/first-reports.ts';
import type { ReportChanges } from '#core/ipc/calls/report-calls.ts';
import type { ReportContent, TrashEntry } from '#core/ipc/payloads.ts';
import type { Settings } from '#core/ipc/settings.ts';
import { newestFirst } from '#core/report/newest-first.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { Actor, PackReports } from './library-types.ts';
import type { DuplicateReport, ReportIntake, ReportReader, StoredReport } from './report-types.ts';
import { ensureStored } from './notes/reports.ts';
import { reportChangesSince } from './report-changes-since.ts';
import { firstStoredReports } from './store/first-reports.ts';
import type { Connection } from './store/connection.ts';
import { listStamps } from './store/index-keys.ts';
import { insertReports, listBytesHashes } from './store/insert-reports.ts';
import type { Store } from './store/open-store.ts';
import { listStoredReports } from './store/report-list.ts';
import {
  findStoredDuplicate,
  countStoredReports,
  listTrashedIds,
  openStoredReport,
  placeOfReport,
  storedSummary,
} from './store/report-table.ts';
import { listTrash, trashReports, untrashReports } from './store/trash.ts';

export interface LibraryReportsDeps {
  readonly store: Store;
  readonly packs: PackReports;
  readonly actor: Actor;
  readonly now: () => number;
}

/** Reports of the store and of the packs as one library. */
export interface LibraryReports extends ReportReader, ReportIntake {
  /** What the list has become since the state that an earlier answer names. */
  reportChanges(since: string | undefined): ReportChanges;
  /** What a window draws first of a list in this order; null where only the whole of it tells. */
  firstReports(sort: Settings['librarySort'], near: string | null): FirstReports | null;
  /** The same of the store alone, whose reports a window has before those of packs. */
  firstStored(sort: Settings['librarySort'], near: string | null): FirstReports | null;
  deleteReports(reportIds: readonly string[]): TrashEntry[];
  restoreReports(reportIds: readonly string[]): ReportSummary[];
  /** Stamps of the texts that no pack in the library holds, by report: imported reports, and copies whose pack is gone. */
  indexStamps(): ReadonlyMap<string, string>;
}

/** Reports up to which a list is sent whole at once. */
const SHORT_LIST = 200;

/** Puts store and packs together: what the store has of a pack's report (a copy, or its place in the trash) goes first. */
export function libraryReports({ store, packs, actor, now }: LibraryReportsDeps): LibraryReports {
  const { connection, originals } = store;
  const openReport = (reportId: string): ReportContent => {
    const place = placeOfReport(connection, reportId);
    if (place === 'library') return openStoredReport(connection, reportId);
    const content = place === 'absent' ? packs.open(reportId) : undefined;
    if (content === undefined) throw new ZhupiError('report-unknown', { reportId });
    return content;
  };
  /** Inside a transaction. */
  const listAll = (): readonly ReportSummary[] => {
    const stored = listStoredReports(connection);
    return [...stored, ...notStored(connection, stored, packs.list())].sort(newestFirst);
  };
  const reportChanges = reportChangesSince({ connection, packs, listReports: listAll });
  const firstStored = (sort: Settings['librarySort'], near: string | null): FirstReports | null =>
    connection.read(() => {
      if (countStoredReports(connection) > SHORT_LIST) {
        const first = firstStoredReports(connection, sort, near);
        return first && { ...first, at: null };
      }
      const reports = [...listStoredReports(connection)];
      return { at: null, from: 0, count: reports.length, reports };
    });
  return {
    openReport,
    listReports: () => connection.read(listAll),
    reportChanges,
    firstReports: (sort, near) => {
      if (countStoredReports(connection) <= SHORT_LIST) {
        const { at, reports } = reportChanges(undefined);
        return { at, from: 0, count: reports.length, reports };
      }
      // A stretch is one of the store's reports.
      return packs.list().length > 0 ? null : firstStored(sort, near);
    },
    firstStored,
    findDuplicate: (bytesHash, sourceHash): DuplicateReport | undefined => {
      return (
        findStoredDuplicate(connection, bytesHash, sourceHash) ?? packs.findDuplicate(bytesHash, sourceHash)
      );
    },
    indexStamps: () => {
      const stamps = listStamps(connection);
      for (const { reportId } of packs.list()) stamps.delete(reportId);
      return stamps;
    },
    knownBytes: () => listBytesHashes(connection),
    insertReports: async (batch) => {
      const inPacks = batch.map(({ bytesHash, sourceHash }) => packs.findDuplicate(bytesHash, sourceHash));
      const others = batch.filter((_report, at) => inPacks[at] === undefined);
      const stored = await insertReports(connection, originals, others, now());
      let next = 0;
      return inPacks.flatMap((of): StoredReport[] => {
        if (of !== undefined) return [{ status: 'duplicate', of }];
        next += 1;
        return stored.slice(next - 1, next);
      });
    },
    deleteReports: (reportIds) => {
      const contents = reportIds.filter((id) => placeOfReport(connection, id) !== 'library').map(openReport);
      const time = now();
      connection.write(() => {
        for (const content of contents) ensureStored(connection, content, time);
        trashReports(connection, actor, time, reportIds);
      });
      const asked = new Set(reportIds);
      return listTrash(connection).filter((entry) => asked.has(entry.reportId));
    },
    restoreReports: (reportIds) => {
      connection.write(() => {
        const absent = reportIds.find((id) => placeOfReport(connection, id) === 'absent');
        if (absent !== undefined) throw new ZhupiError('report-unknown', { reportId: absent });
        untrashReports(connection, actor, now(), reportIds);
      });
      return [...new Set(reportIds)].map((id) => storedSummary(connection, id));
    },
  };
}

/** Those of these reports of packs that the store has neither in the library nor in the trash. */
function notStored(
  connection: Connection,
  stored: readonly ReportSummary[],
  packed: readonly ReportSummary[],
): readonly ReportSummary[] {
  if (packed.length === 0) return [];
  const trashed = listTrashedIds(connection);
  const known = new Set(stored.map(({ reportId }) => reportId));
  return packed.filter(({ reportId }) => !known.has(reportId) && !trashed.has(reportId));
}
