import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import styles from './backup.module.css';
import { BackupLine } from './BackupLine.tsx';
import { MergeResult } from './MergeResult.tsx';
import { momentOf, sizeOf } from './format.ts';
import { useBackupWords } from './use-backup-words.ts';
import { useBackups, type Done } from './use-backups.ts';

/** The copies of the data that there are, and what is done with the library as a whole. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const words = useBackupWords();
  const { common } = useMessages();
  const { backups, busy, done, make, restore, exportLibrary, mergeArchive, clear } = useBackups();
  if (done?.kind === 'merged') {
    return (
      <Dialog
        open
        title={words.merged}
        onClose={onClose}
        foot={
          <>
            <Button onClick={clear}>{words.back}</Button>
            <Button look="primary" onClick={onClose}>
              {common.done}
            </Button>
          </>
        }
      >
        <MergeResult answer={done.answer} />
      </Dialog>
    );
  }
  const waiting = {
    make: words.making,
    restore: words.restoring,
    export: words.exporting,
    merge: words.merging,
  };
  const foot = (
    <>
      {busy === null ? null : <Spinner label={waiting[busy]} />}
      <Button disabled={busy !== null} onClick={mergeArchive}>
        {words.mergeArchive}
      </Button>
      <Button disabled={busy !== null} onClick={exportLibrary}>
        {words.exportLibrary}
      </Button>
      <Button look="primary" disabled={busy !== null} onClick={make}>
        {words.makeNow}
      </Button>
    </>
  );
  return (
    <Dialog open wide title={words.title} intro={words.intro} onClose={onClose} foot={foot}>
      <p role="status" className={styles.done}>
        {done === null ? null : <DoneWords done={done} />}
      </p>
      {backups === null ? <Spinner label={words.loading} /> : null}
      {backups?.length === 0 ? <p className={styles.quiet}>{words.empty}</p> : null}
      <ul aria-label={words.list}>
        {backups?.map((entry) => (
          <BackupLine key={entry.name} entry={entry} disabled={busy !== null} onRestore={restore} />
        ))}
      </ul>
    </Dialog>
  );
}

function DoneWords({ done }: { readonly done: Exclude<Done, { kind: 'merged' }> }): ReactElement {
  const words = useBackupWords();
  const { locale } = useMessages();
  if (done.kind === 'made') return <>{words.made({ date: momentOf(done.entry.madeAt, locale) })}</>;
  const { path, reports, notes, bytes, missing } = done.answer;
  return (
    <>
      {words.exported({ path, reports, notes, size: sizeOf(bytes, locale) })}
      {missing.length > 0 ? ` ${words.missing({ count: missing.length })}` : null}
    </>
  );
}
