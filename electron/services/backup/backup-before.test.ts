import path from 'node:path';
import { expect, test } from 'vitest';
import { backupReason } from '../store/backup-reason.ts';
import { listBackups } from '../store/backups.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary } from '../store/fixtures/test-library.ts';
import { openStore } from '../store/open-store.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { insertReport } from '../store/insert-report.ts';
import { backupBefore, BULK } from './backup-before.ts';

test('a backup goes before a change of many records, and not twice of the same state', async () => {
  let clock = Date.UTC(2026, 0, 2);
  const store = await openStore({ dataDir: temporaryFolder(), now: () => (clock += 1) });
  const first = await backupBefore(store, 'recolour');
  expect(backupReason(first ?? '')).toBe('bulk');
  expect(await backupBefore(store, 'recolour')).toBeNull();
  insertReport(store.connection, store.originals, newReport('教育强国'), clock);
  expect(await backupBefore(store, 'move')).toMatch(/before-move\.db$/u);
  expect(listBackups(path.join(store.dataDir, 'backups'))).toHaveLength(2);
  await store.close();
});

test('many reports go to the trash behind a backup, a few do not', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const ids: string[] = [];
  for (let count = 0; count < BULK; count += 1) ids.push(await library.addReport(`报告${String(count)}`));
  await library.deleteReports({ reportIds: ids.slice(0, 1) });
  expect(library.listBackups({})).toEqual([]);
  await library.restoreReports({ reportIds: ids.slice(0, 1) });
  await library.deleteReports({ reportIds: ids });
  expect(library.listBackups({})).toMatchObject([{ reason: 'bulk' }]);
  await library.close();
});

test.each([
  ['daily', 'daily'],
  ['hand', 'hand'],
  ['before-4', 'migration'],
  ['before-restore', 'restore'],
  ['before-merge', 'merge'],
  ['before-delete-reports', 'bulk'],
  ['bulk', 'bulk'],
  ['odd', 'other'],
])('a backup named %s was made for the reason %s', (name, reason) => {
  expect(backupReason(`/data/backups/zhupi-20260102T030405678Z-${name}.db`)).toBe(reason);
});
