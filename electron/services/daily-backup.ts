import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { backupTime, isToCome } from './store/backup-ring.ts';
import { listBackups } from './store/backups.ts';
import type { Store } from './store/open-store.ts';

const DAY = 24 * 60 * 60 * 1000;
/** After opening; the first minute belongs to the reader. */
const DELAY = 60 * 1000;

/**
 * Makes a backup a day while the library is open, the first one a minute after opening when the newest is older than a
 * day. A backup that fails leaves the older ones and is tried again an hour later; `onDamage` is called when it failed
 * because the data are damaged, which its check finds. Answers how to stop it.
 */
export function keepDailyBackup(
  store: Store,
  now: () => number,
  onDamage: () => void = () => undefined,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const folder = path.join(store.dataDir, 'backups');
  const look = (): void => {
    if (store.mode !== 'read-write' || age(folder, now()) < DAY) return;
    running = store.backUp('daily').catch((thrown: unknown) => {
      if (thrown instanceof ZhupiError && thrown.code === 'store-damaged') onDamage();
    });
  };
  const first = setTimeout(look, DELAY);
  const hourly = setInterval(look, DAY / 24);
  first.unref();
  hourly.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(hourly);
    await running;
  };
}

/** Milliseconds since the newest backup, which its name says; Infinity without one, or where all are of a time to come. */
function age(folder: string, now: number): number {
  const [newest] = listBackups(folder, now);
  if (newest === undefined || isToCome(newest, now)) return Number.POSITIVE_INFINITY;
  return now - (backupTime(newest) ?? 0);
}
