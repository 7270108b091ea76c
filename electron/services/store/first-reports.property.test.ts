import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_METADATA, type ReportSummary } from '#core/report/report.ts';
import { firstStoredReports } from './first-reports.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { openStore } from './open-store.ts';
import { listStoredReports } from './report-list.ts';

const DATES = ['', '2019', '2020-05', '2021-07-01', '2024'] as const;

/** Reports with few times and dates, so that ties are long; some are in the trash. */
const rows = fc.array(
  fc.record({ time: fc.nat(8), date: fc.nat(DATES.length - 1), gone: fc.boolean(), noted: fc.boolean() }),
  { minLength: 1, maxLength: 260 },
);

const orders = {
  imported: (a: ReportSummary, b: ReportSummary) => b.importedAt - a.importedAt,
  date: (a: ReportSummary, b: ReportSummary) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1),
} as const;
const byTitle = (a: ReportSummary, b: ReportSummary): number => (a.title < b.title ? -1 : 1);

test('the first rows stand in the whole list as they stand among themselves, whatever their order', async () => {
  const { connection, close } = await openStore({ dataDir: temporaryFolder(), now: () => 1 });
  fc.assert(
    fc.property(rows, fc.constantFrom('imported', 'date'), fc.nat(), (reports, sort, at) => {
      connection.run('DELETE FROM report');
      for (const [number, { time, date, gone }] of reports.entries()) {
        const metadata = { ...EMPTY_METADATA, title: `题${String((number * 37) % 263)}`, date: DATES[date] };
        connection.run(
          `INSERT INTO report (id, origin, imported_at, deleted_at, current_version, script, chars, metadata)
           VALUES (?, 'library', ?, ?, 1, 'Hans', 1, ?)`,
          ...[`r${String(number)}`, time, gone ? 1 : null, JSON.stringify(metadata)],
        );
      }
      const near = at % 3 === 0 ? null : `r${String(at % reports.length)}`;
      const order = (a: ReportSummary, b: ReportSummary): number => orders[sort](a, b) || byTitle(a, b);
      const whole = listStoredReports(connection).toSorted(order);
      const first = connection.read(() => firstStoredReports(connection, sort, near));
      if (first === null) {
        expect(whole).toEqual([]);
        return;
      }
      expect(first.count).toBe(whole.length);
      const stretch = first.reports.toSorted(order);
      expect(stretch).toEqual(whole.slice(first.from, first.from + stretch.length));
      const place = whole.findIndex(({ reportId }) => reportId === near);
      // More than a screen on each side of the report that was read last, or the beginning.
      expect(first.from).toBeLessThanOrEqual(Math.max(0, place - 40));
      expect(first.from + stretch.length).toBeGreaterThanOrEqual(Math.min(whole.length, place + 40));
    }),
    { numRuns: 60 },
  );
  await close();
});

test('orders by title need the whole list, and so do ties that are too long', async () => {
  const { connection, close } = await openStore({ dataDir: temporaryFolder(), now: () => 1 });
  expect(firstStoredReports(connection, 'title', null)).toBeNull();
  expect(firstStoredReports(connection, 'issuer', null)).toBeNull();
  connection.run(
    `INSERT INTO report (id, origin, imported_at, deleted_at, current_version, script, chars, metadata)
     SELECT 'r' || key, 'library', 5, NULL, 1, 'Hans', 1, ? FROM json_each(?)`,
    JSON.stringify(EMPTY_METADATA),
    JSON.stringify(Array.from({ length: 1_001 }, () => 0)),
  );
  expect(firstStoredReports(connection, 'imported', null)).toBeNull();
  connection.run(`DELETE FROM report WHERE id = 'r7'`);
  expect(firstStoredReports(connection, 'imported', null)?.reports).toHaveLength(1_000);
  await close();
});
