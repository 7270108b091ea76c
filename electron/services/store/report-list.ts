import type { ReportSummary } from '#core/report/report.ts';
import { REPORT_COLUMNS, summariesOf, type ReportColumns } from '#core/report/report-columns.ts';
import { countAnnotations } from './annotation-table.ts';
import type { Connection } from './connection.ts';

/** Columns of the list: thousands of rows come in half the time, and with less to throw away, as a few values. */
const LIST = `
  SELECT json_group_array(id) AS reportId, json_group_array(origin) AS origin,
    json_group_array(iif(origin = 'pack', 0, imported_at)) AS importedAt,
    json_group_array(script) AS script, json_group_array(chars) AS chars,
    json_group_array(coalesce(metadata ->> '$.title', '')) AS title,
    json_group_array(coalesce(metadata ->> '$.issuer', '')) AS issuer,
    json_group_array(coalesce(metadata ->> '$.region', '')) AS region,
    json_group_array(coalesce(metadata ->> '$.date', '')) AS date
  FROM report WHERE deleted_at IS NULL`;

/** Reports out of the trash, in no order. */
export function listStoredReports(connection: Connection): readonly ReportSummary[] {
  const stored = connection.get<Readonly<Record<keyof ReportColumns, string>>>(LIST);
  if (stored === undefined) return [];
  const columns = Object.fromEntries(REPORT_COLUMNS.map((name) => [name, JSON.parse(stored[name])]));
  return summariesOf(columns as unknown as ReportColumns, countAnnotations(connection));
}
