import type { IndexKey } from '../report-types.ts';
import type { Connection } from './connection.ts';

/** Names the text of a report that an index is made from: version, hash of the source, version of the rules. */
export function stampOf({ version, sourceHash, ruleSetVersion }: Omit<IndexKey, 'reportId'>): string {
  return `${String(version)} ${sourceHash} ${String(ruleSetVersion)}`;
}

/** The key that {@link stampOf} has made a stamp of. */
export function keyOfStamp(reportId: string, stamp: string): IndexKey {
  const [version = '', sourceHash = '', ruleSetVersion = ''] = stamp.split(' ');
  return { reportId, version: Number(version), sourceHash, ruleSetVersion: Number(ruleSetVersion) };
}

/** Stamps of the current versions of all reports out of the trash, by report. */
export function listStamps(connection: Connection): Map<string, string> {
  // Thousands of rows come much faster as one value.
  const found = connection.get<{ readonly ids: string; readonly stamps: string }>(
    `SELECT json_group_array(report.id) AS ids,
       json_group_array(number || ' ' || source_hash || ' ' || rule_set_version) AS stamps
     FROM report JOIN source_version ON report_id = report.id AND number = current_version
     WHERE deleted_at IS NULL`,
  );
  const [ids = [], stamps = []] = [found?.ids, found?.stamps].map(
    (json) => JSON.parse(json ?? '[]') as string[],
  );
  return new Map(ids.map((reportId, at) => [reportId, stamps[at] ?? '']));
}

/** Names the state of all reports and their texts: every change of one of them, in any process, makes another name. */
export function reportsToken(connection: Connection): string {
  return connection.get<{ token: string }>('SELECT token FROM reports_token')?.token ?? '';
}
