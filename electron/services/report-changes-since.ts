import { randomBytes } from 'node:crypto';
import type { ReportChanges } from '#core/ipc/calls/report-calls.ts';
import { newestFirst } from '#core/report/newest-first.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { PackReports } from './library-types.ts';
import type { Connection } from './store/connection.ts';
import { lastSeq, touchedSince } from './store/journal.ts';
import { reportsAmong } from './store/report-table.ts';

interface ListDeps {
  readonly connection: Connection;
  readonly packs: Pick<PackReports, 'list'>;
  /** Every report, newest first. */
  readonly listReports: () => readonly ReportSummary[];
}

/** Sets of packs whose ids are remembered. */
const KEPT_PACKS = 20;

/**
 * Answers what the list of reports has become since an earlier answer. Rows of the store are known by the journal, which has
 * an entry for each change of each record, whoever made it; those of packs by which packs were loaded.
 */
export function reportChangesSince({ connection, packs, listReports }: ListDeps) {
  // Another library, or the same one opened again, knows nothing of these states.
  const opened = randomBytes(8).toString('hex');
  const loaded: { readonly number: number; readonly list: readonly ReportSummary[] }[] = [];
  const packsNow = (): number => {
    const list = packs.list();
    const last = loaded.at(-1);
    if (last !== undefined && isSame(last.list, list)) return last.number;
    const number = (last?.number ?? 0) + 1;
    loaded.push({ number, list });
    if (loaded.length > KEPT_PACKS) loaded.shift();
    return number;
  };
  return (since: string | undefined): ReportChanges =>
    connection.read(() => {
      const packsNumber = packsNow();
      const seq = lastSeq(connection);
      const at = `${opened} ${String(packsNumber)} ${String(seq)}`;
      const [theirs, packsThen, seqThen] = since?.split(' ') ?? [];
      const then = loaded.find(({ number }) => number === Number(packsThen));
      if (theirs !== opened || then === undefined || !(Number(seqThen) <= seq)) {
        return { at, isWhole: true, reports: [...listReports()], gone: [] };
      }
      const ids = new Set(
        touchedSince(connection, Number(seqThen)).flatMap(({ reportId }) => reportId ?? []),
      );
      const ofPacks = new Map(packs.list().map((report) => [report.reportId, report]));
      if (then.number !== packsNumber) {
        for (const { reportId } of [...then.list, ...ofPacks.values()]) ids.add(reportId);
      }
      const { stored, trashed } = reportsAmong(connection, [...ids]);
      const listed = new Map(stored.map((report) => [report.reportId, report]));
      for (const id of ids) {
        const packed = ofPacks.get(id);
        if (packed !== undefined && !listed.has(id) && !trashed.has(id)) listed.set(id, packed);
      }
      const gone = [...ids].filter((id) => !listed.has(id));
      return { at, isWhole: false, reports: [...listed.values()].sort(newestFirst), gone };
    });
}

function isSame(a: readonly ReportSummary[], b: readonly ReportSummary[]): boolean {
  return a === b || (a.length === b.length && a.every((report, at) => report === b[at]));
}
