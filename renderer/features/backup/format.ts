import type { BackupEntry } from '#core/ipc/calls/backup-calls.ts';
import type { BackupWords } from './use-backup-words.ts';

/** A moment as people of a language write it, to the minute. `madeAt` is milliseconds since 1970. */
export function momentOf(madeAt: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(madeAt);
}

/** A size in the largest unit that leaves a number above one. */
export function sizeOf(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)));
  const unit = units[power] ?? 'byte';
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 });
  return format.format(bytes / 1000 ** power);
}

export function reasonOf(reason: BackupEntry['reason'], words: BackupWords): string {
  const names: Readonly<Record<BackupEntry['reason'], string>> = {
    daily: words.reasonDaily,
    migration: words.reasonMigration,
    restore: words.reasonRestore,
    merge: words.reasonMerge,
    bulk: words.reasonBulk,
    hand: words.reasonHand,
    other: words.reasonOther,
  };
  return names[reason];
}
