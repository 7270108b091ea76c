import type { ReportSummary } from '#core/report/report.ts';
import { countAnnotations } from './annotation-table.ts';
import type { Connection } from './connection.ts';

/** Columns of the list: thousands of rows come in half the time, and with less to throw away, as a few values. */
const LIST = `
  SELECT json_group_array(id) AS ids, json_group_array(origin) AS origins, json_group_array(imported_at) AS times,
    json_group_array(script) AS scripts, json_group_array(chars) AS chars,
    json_group_array(metadata ->> '$.title') AS titles, json_group_array(metadata ->> '$.issuer') AS issuers,
    json_group_array(metadata ->> '$.region') AS regions, json_group_array(metadata ->> '$.date') AS dates
  FROM report WHERE deleted_at IS NULL`;

interface ListColumns {
  readonly ids: string;
  readonly origins: string;
  readonly times: string;
  readonly scripts: string;
  readonly chars: string;
  readonly titles: string;
  readonly issuers: string;
  readonly regions: string;
  readonly dates: string;
}

/** Reports out of the trash, in no order. */
export function listStoredReports(connection: Connection): readonly ReportSummary[] {
  const notes = countAnnotations(connection);
  const columns = connection.get<ListColumns>(LIST);
  if (columns === undefined) return [];
  const texts = (column: keyof ListColumns) => JSON.parse(columns[column]) as readonly string[];
  const numbers = (column: keyof ListColumns) => JSON.parse(columns[column]) as readonly number[];
  const [origins, scripts] = [texts('origins'), texts('scripts')] as [
    readonly ReportSummary['origin'][],
    readonly ReportSummary['script'][],
  ];
  const [times, chars] = [numbers('times'), numbers('chars')];
  const [titles, issuers] = [texts('titles'), texts('issuers')];
  const [regions, dates] = [texts('regions'), texts('dates')];
  return texts('ids').map((reportId, at) => {
    const origin = origins[at] ?? 'library';
    return {
      reportId,
      title: titles[at] ?? '',
      issuer: issuers[at] ?? '',
      region: regions[at] ?? '',
      date: dates[at] ?? '',
      script: scripts[at] ?? 'none',
      chars: chars[at] ?? 0,
      notes: notes.get(reportId) ?? 0,
      origin,
      importedAt: origin === 'pack' ? 0 : (times[at] ?? 0),
    };
  });
}
