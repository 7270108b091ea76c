import path from 'node:path';

const NAME = /^zhupi-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[a-z0-9-]+\.db$/u;
const DAY = 24 * 60 * 60 * 1000;

/** The last backups that are kept whatever their age, and the days of which one each is kept. */
const LAST = 10;
const DAYS = 14;

/** When a backup was made, in milliseconds since 1970; null for a name that is no backup's. */
export function backupTime(file: string): number | null {
  const match = NAME.exec(path.basename(file));
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = match
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

/** Whether a backup's name tells a time to come: the clock was wrong then, by more than the seconds that it is set by. */
export function isToCome(file: string, now: number): boolean {
  return (backupTime(file) ?? 0) > now + DAY;
}

/**
 * Which of the backups (newest first, see listBackups) the ring keeps: the last 10, the newest of each of the last 14 days, and the newest of
 * each month for ever. Days and months are those of UTC.
 */
export function backupsToKeep(backups: readonly string[], now: number): Set<string> {
  const kept = new Set(backups.slice(0, LAST));
  const seen = new Set<string>();
  for (const file of backups) {
    const time = backupTime(file);
    if (time === null) continue;
    const date = new Date(time).toISOString();
    const [day, month] = [date.slice(0, 10), date.slice(0, 7)];
    const isRecent = now - time < DAYS * DAY;
    if ((isRecent && !seen.has(day)) || !seen.has(month)) kept.add(file);
    seen.add(day).add(month);
  }
  return kept;
}
