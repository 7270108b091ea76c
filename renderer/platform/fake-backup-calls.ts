import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { BackupEntry, MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import type { FakeWorld } from './fake-world.ts';

type BackupMethods = Pick<
  ZhupiApi,
  | 'listBackups'
  | 'makeBackup'
  | 'restoreBackup'
  | 'exportLibraryWithDialog'
  | 'mergeArchiveWithDialog'
  | 'closeNotice'
>;

/** Copies of the library, of which a restore brings only the news. */
export function fakeBackupCalls(world: FakeWorld): BackupMethods {
  const { answer, store, events } = world;
  const counts = () => ({ reports: store.summaries().length, notes: store.notesOf(null).length });
  return {
    listBackups: () => answer('listBackups', () => [...world.backups]),
    makeBackup: () =>
      answer('makeBackup', () => {
        const made = fakeBackup({ madeAt: Date.now(), reason: 'hand' });
        world.backups.unshift(made);
        return made;
      }),
    restoreBackup: ({ name }) =>
      answer('restoreBackup', () => {
        const found = world.backups.find((backup) => backup.name === name);
        if (found === undefined) throw new ZhupiError('file-not-found', { path: name });
        const { madeAt } = found;
        const place = { before: '/backups/before.db', setAside: null, missing: 0 };
        events.libraryNotice.send({ kind: 'restored', madeAt, ...counts(), ...place });
        return {};
      }),
    exportLibraryWithDialog: () =>
      answer('exportLibraryWithDialog', () => ({
        ok: true,
        path: '/home/reader/zhupi.zip',
        bytes: 2_400_000,
        ...counts(),
        originals: 1,
        missing: [],
      })),
    mergeArchiveWithDialog: () => answer('mergeArchiveWithDialog', () => world.merges.shift() ?? null),
    closeNotice: () => answer('closeNotice', () => ({})),
  };
}

/** A backup of the name that its time and reason give it. */
export function fakeBackup({
  madeAt,
  reason,
  bytes = 1_200_000,
}: Pick<BackupEntry, 'madeAt' | 'reason'> & Partial<BackupEntry>): BackupEntry {
  return { name: `zhupi-${String(madeAt)}-${reason}.db`, madeAt, bytes, reason };
}

/** What a merge brought, nothing unless it is said. */
export function fakeMerge(change: Partial<MergeAnswer>): MergeAnswer {
  return {
    ok: true,
    path: '/home/reader/other.zip',
    reports: { added: 0, back: 0, same: 0 },
    notes: { added: 0, back: 0, updated: 0, kept: 0, both: 0 },
    decisions: 0,
    details: 0,
    records: 0,
    originals: 0,
    before: null,
    missing: [],
    ...change,
  };
}
