import type { FirstReports } from '#core/ipc/calls/first-reports.ts';
import type { Settings } from '#core/ipc/settings.ts';
import type { Connection } from './connection.ts';
import { reportsAmong } from './report-table.ts';

/** Rows on each side of the one that a window begins at: more than a screen holds. */
const BESIDE = 40;
/** Rows that are worth sending apart from the whole list. */
const MOST_ROWS = 1_000;

/** What a list stands in the order of first, the greatest above; its other orders need all titles. */
const KEYS = { imported: 'imported_at', date: "metadata ->> '$.date'" } as const;

/** Rows with an equal key, which only their titles put in order. */
interface Tie {
  readonly key: string | number;
  readonly count: number;
}

/**
 * A stretch of the list about a report, or its beginning: whole ties of an order, so that whoever puts it in order gets the
 * very stretch of the whole list. Reads two columns of each report. Null where an order or its ties are not so simple.
 * Wants a transaction around it.
 */
export function firstStoredReports(
  connection: Connection,
  sort: Settings['librarySort'],
  near: string | null,
): Pick<FirstReports, 'from' | 'count' | 'reports'> | null {
  if (sort !== 'imported' && sort !== 'date') return null;
  const key = KEYS[sort];
  const ties = tiesOf(connection, key);
  const count = ties.reduce((sum, tie) => sum + tie.count, 0);
  const begin = connection.get<{ key: string | number }>(
    `SELECT ${key} AS key FROM report WHERE id = ? AND deleted_at IS NULL`,
    near,
  );
  const stretch = stretchAbout(ties, begin?.key);
  if (stretch === null) return null;
  const { from, first, last } = stretch;
  const ids = connection.all<{ id: string }>(
    `SELECT id FROM report WHERE deleted_at IS NULL AND ${key} BETWEEN ? AND ?`,
    last,
    first,
  );
  const { stored } = reportsAmong(
    connection,
    ids.map(({ id }) => id),
  );
  return { from, count, reports: [...stored] };
}

/** The greatest key first. */
function tiesOf(connection: Connection, key: string): readonly Tie[] {
  // Thousands of rows come much faster as one value.
  const rows = connection.get<{ ties: string }>(
    `SELECT json_group_array(json_array(key, count)) AS ties FROM (
       SELECT ${key} AS key, count(*) AS count FROM report WHERE deleted_at IS NULL GROUP BY 1 ORDER BY 1 DESC)`,
  );
  return (JSON.parse(rows?.ties ?? '[]') as [string | number, number][]).map(([each, count]) => ({
    key: each,
    count,
  }));
}

/** Ties with {@link BESIDE} rows and more above and below those of a key, or at the beginning; null for too many rows. */
function stretchAbout(ties: readonly Tie[], key: string | number | undefined) {
  const at = Math.max(
    0,
    ties.findIndex((tie) => tie.key === key),
  );
  let [first, last] = [at, at];
  for (let above = 0; first > 0 && above < BESIDE; above += ties[first]?.count ?? 0) first -= 1;
  for (let below = 0; last < ties.length - 1 && below < BESIDE; below += ties[last]?.count ?? 0) last += 1;
  const rows = ties.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0);
  const [top, bottom] = [ties[first], ties[last]];
  if (rows > MOST_ROWS || top === undefined || bottom === undefined) return null;
  const from = ties.slice(0, first).reduce((sum, { count }) => sum + count, 0);
  return { from, first: top.key, last: bottom.key };
}
