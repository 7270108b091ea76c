import { expect, test } from 'vitest';
import { backupsToKeep, backupTime } from './backup-ring.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);

const nameAt = (time: number): string =>
  `/b/zhupi-${new Date(time).toISOString().replaceAll(/[-:.]/gu, '')}-daily.db`;

test('a name tells its time, and only a name of ours', () => {
  expect(backupTime(nameAt(NOW + 7))).toBe(NOW + 7);
  for (const other of ['zhupi.db', 'zhupi-x.db', `${nameAt(NOW)}.tmp`]) expect(backupTime(other)).toBeNull();
});

test('of hourly backups over two years, the last ten, one a day for 14 days and one a month stay', () => {
  const all = Array.from({ length: 2 * 365 * 24 }, (_, hours) => nameAt(NOW - hours * HOUR));
  const kept = [...backupsToKeep(all, NOW)];
  expect(kept.slice(0, 10)).toEqual(all.slice(0, 10));
  const dates = kept.map((file) => new Date(backupTime(file) ?? 0).toISOString());
  const days = new Set(
    dates.filter((date) => NOW - Date.parse(date) < 14 * 24 * HOUR).map((date) => date.slice(0, 10)),
  );
  expect(days.size).toBeGreaterThanOrEqual(14);
  const months = dates.map((date) => date.slice(0, 7));
  expect(new Set(months).size).toBe(25);
  // The last ten, all of today; 14 days before it; 24 months before this one.
  expect(kept).toHaveLength(10 + 14 + 24);
});

test('a ring that is pruned after every backup keeps the same as one that never was', () => {
  const times = Array.from({ length: 400 }, (_, at) => NOW - (400 - at) * 7 * HOUR);
  let ring: string[] = [];
  for (const time of times) {
    const all = [nameAt(time), ...ring];
    const kept = backupsToKeep(all, time);
    ring = all.filter((file) => kept.has(file));
  }
  const last = times.at(-1) ?? 0;
  const never = times.map(nameAt).reverse();
  expect(ring).toEqual(never.filter((file) => backupsToKeep(never, last).has(file)));
});
