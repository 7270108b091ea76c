import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#core/base/result.ts';
import type { ArchiveAnswer, BackupEntry, MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';

/** What was done last. */
export type Done =
  | { readonly kind: 'made'; readonly entry: BackupEntry }
  | { readonly kind: 'exported'; readonly answer: ArchiveAnswer }
  | { readonly kind: 'merged'; readonly answer: MergeAnswer };

type Work = 'make' | 'restore' | 'export' | 'merge';

export interface Backups {
  /** Null until they are read. */
  readonly backups: readonly BackupEntry[] | null;
  /** What is under way: one thing at a time. */
  readonly busy: Work | null;
  readonly done: Done | null;
  readonly make: () => void;
  readonly restore: (name: string) => void;
  readonly exportLibrary: () => void;
  readonly mergeArchive: () => void;
  readonly clear: () => void;
}

/** The backups and what is done with them; what cannot be done is told in a toast. */
export function useBackups(): Backups {
  const { client, store } = useWindowParts();
  const tellError = useWindow((state) => state.tellError);
  const [backups, setBackups] = useState<readonly BackupEntry[] | null>(null);
  const [busy, setBusy] = useState<Work | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const load = useCallback(
    () =>
      client.listBackups({}).then((answer) => {
        setBackups((before) => (answer.ok ? answer.value : (before ?? [])));
        if (!answer.ok) tellError(answer.error);
      }),
    [client, tellError],
  );
  useEffect(() => void load(), [load]);

  /** Null = the user closed the system's dialog. */
  const run = async <T>(
    work: Work,
    call: () => Promise<Result<T | null>>,
    then: (value: T) => Done | null,
  ): Promise<void> => {
    setBusy(work);
    setDone(null);
    const answer = await call();
    setBusy(null);
    if (!answer.ok) return tellError(answer.error);
    if (answer.value === null) return;
    setDone(then(answer.value));
    await load();
  };

  return {
    backups,
    busy,
    done,
    make: () =>
      void run(
        'make',
        () => client.makeBackup({}),
        (entry) => ({ kind: 'made', entry }),
      ),
    // Every window starts anew behind it and is told there.
    restore: (name) =>
      void run(
        'restore',
        () => client.restoreBackup({ name }),
        () => null,
      ),
    exportLibrary: () =>
      void run(
        'export',
        () => client.exportLibraryWithDialog({}),
        (answer) => ({ kind: 'exported', answer }),
      ),
    mergeArchive: () =>
      void run(
        'merge',
        () => client.mergeArchiveWithDialog({}),
        (answer) => {
          void store.getState().loadReports();
          void store.getState().loadHistory();
          void store.getState().loadAnnotations();
          return { kind: 'merged', answer };
        },
      ),
    clear: () => setDone(null),
  };
}
