import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepDailyBackup } from './daily-backup.ts';
import { listBackups } from './store/backups.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';
import { openStore } from './store/open-store.ts';

const HOUR = 3_600_000;

test('a backup is made a minute after opening and then once a day', async () => {
  const dataDir = temporaryFolder();
  const folder = path.join(dataDir, 'backups');
  let now = Date.now();
  const store = await openStore({ dataDir, now: () => now });
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const stop = keepDailyBackup(store, () => now);
  vi.advanceTimersByTime(59_000);
  expect(listBackups(folder)).toHaveLength(0);
  vi.advanceTimersByTime(1000);
  await backupsAre(folder, 1);
  for (let hour = 1; hour <= 23; hour += 1) {
    expect(listBackups(folder)).toHaveLength(1);
    now += HOUR;
    vi.advanceTimersByTime(HOUR);
  }
  now += HOUR;
  vi.advanceTimersByTime(HOUR);
  await backupsAre(folder, 2);
  // The clock had run ahead: what was made then stands for no later day.
  now -= 1000 * HOUR;
  vi.advanceTimersByTime(HOUR);
  await backupsAre(folder, 3);
  await stop();
  now += 48 * HOUR;
  vi.advanceTimersByTime(48 * HOUR);
  await store.close();
  expect(listBackups(folder)).toHaveLength(3);
});

/** The copy itself is made by SQLite's own thread, in real time. */
async function backupsAre(folder: string, count: number): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (listBackups(folder).length < count && performance.now() < deadline) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(listBackups(folder)).toHaveLength(count);
}
