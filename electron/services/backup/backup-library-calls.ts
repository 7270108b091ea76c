import { statSync } from 'node:fs';
import path from 'node:path';
import type { BackupEntry } from '#core/ipc/calls/backup-calls.ts';
import { keepDailyBackup } from '../daily-backup.ts';
import type { Actor, Library } from '../library-types.ts';
import { backupReason } from '../store/backup-reason.ts';
import { backupTime } from '../store/backup-ring.ts';
import { listBackups } from '../store/backups.ts';
import type { Store } from '../store/open-store.ts';

interface BackupDeps {
  readonly store: Store;
  readonly now: () => number;
  readonly actor: Actor;
  /** Reports and notes came. */
  readonly textChanged: () => void;
}

/** The calls about backups that an open library answers, and its daily backup in a window, until it is closed. */
export function keepBackups(deps: BackupDeps) {
  const { store, now, actor } = deps;
  const { found, tell } = watchDamage(store);
  const close = actor === 'window' ? keepDailyBackup(store, now, tell) : () => Promise.resolve();
  return { calls: { ...backupLibraryCalls(deps), damaged: found }, close };
}

function backupLibraryCalls({ store, now, actor, textChanged }: BackupDeps) {
  return {
    listBackups: () => listBackups(path.join(store.dataDir, 'backups')).flatMap(entryOf),
    makeBackup: async () => {
      const file = await store.backUp('hand');
      const [entry] = entryOf(file);
      if (entry === undefined) throw new Error(`${file} is gone`);
      return entry;
    },
    // Archives and their checks are loaded when they are first asked for.
    writeArchive: async ({ path: file }) => {
      const { writeBackup } = await import('./write-backup.ts');
      return writeBackup(store, file, now());
    },
    mergeArchive: async ({ path: file }) => {
      const { mergeArchive } = await import('./merge-archive.ts');
      const answer = await mergeArchive(store, { file, actor, now: now() });
      textChanged();
      return answer;
    },
  } satisfies Partial<Library>;
}

/** None for a file that went while the folder was read. */
function entryOf(file: string): readonly BackupEntry[] {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  const madeAt = backupTime(file) ?? stat.mtimeMs;
  return [{ name: path.basename(file), madeAt, bytes: stat.size, reason: backupReason(file) }];
}

/** Waits for the first sign that the data are damaged, from the check after a crash or from whoever tells. */
function watchDamage(store: Pick<Store, 'lastExit'>): {
  readonly found: Promise<void>;
  readonly tell: () => void;
} {
  let tell = (): void => undefined;
  const found = new Promise<void>((resolve) => {
    tell = resolve;
  });
  store.lastExit.then(
    (exit) => {
      if (exit === 'damaged') tell();
    },
    () => undefined,
  );
  return { found, tell };
}
