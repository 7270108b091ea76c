import type { ReactElement } from 'react';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './backup.module.css';
import { momentOf } from './format.ts';
import { LostRecords } from './LostRecords.tsx';
import { useBackupWords } from './use-backup-words.ts';

interface NoticeDialogProps {
  readonly notice: LibraryNotice;
  readonly onClose: () => void;
}

/** What the user must read about the data as a whole. */
export function NoticeDialog({ notice, onClose }: NoticeDialogProps): ReactElement {
  const words = useBackupWords();
  const titles: Readonly<Record<LibraryNotice['kind'], string>> = {
    recovered:
      notice.kind === 'recovered' && notice.unread === true
        ? words.recoveredUnreadTitle
        : words.recoveredTitle,
    restored: words.restoredTitle,
    newer: words.newerTitle,
    'risky-folder': words.riskyTitle,
  };
  return (
    <Dialog
      open
      title={titles[notice.kind]}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          {words.understood}
        </Button>
      }
    >
      <div className={styles.notice}>
        <NoticeWords notice={notice} />
      </div>
    </Dialog>
  );
}

function NoticeWords({ notice }: { readonly notice: LibraryNotice }): ReactElement {
  const words = useBackupWords();
  const { locale } = useMessages();
  switch (notice.kind) {
    case 'recovered': {
      const { lost, backupOf } = notice;
      const remade = notice.remade ?? 0;
      const whole = remade > 0 ? words.recoveredSome : words.recoveredWhole;
      const said = lost.length === 0 ? whole : words.recoveredWithLosses;
      const source =
        backupOf === null
          ? words.recoveredNoBackup
          : words.recoveredFrom({ date: momentOf(backupOf, locale) });
      return (
        <>
          <p>{notice.unread === true ? words.recoveredUnread : said(notice)}</p>
          {lost.length > 0 ? <LostRecords lost={lost} /> : null}
          {remade > 0 ? <p>{words.recoveredRemade({ count: remade })}</p> : null}
          <p>{source}</p>
          {notice.setAside === '' ? null : <Place words={words.setAside} path={notice.setAside} />}
        </>
      );
    }
    case 'restored':
      return (
        <>
          <p>{words.restored({ ...notice, date: momentOf(notice.madeAt, locale) })}</p>
          {notice.missing > 0 ? <p>{words.missing({ count: notice.missing })}</p> : null}
          {notice.before === null ? null : <Place words={words.restoredBefore} path={notice.before} />}
          {notice.setAside === null ? null : <Place words={words.setAside} path={notice.setAside} />}
        </>
      );
    case 'newer':
      return <p>{words.newer}</p>;
    case 'risky-folder':
      return (
        <>
          <p>{notice.why === 'network' ? words.riskyNetwork : words.riskySynced}</p>
          <p className={styles.path}>{notice.folder}</p>
          <p>{words.riskyAdvice({ folder: notice.localFolder })}</p>
        </>
      );
  }
}

function Place({ words, path }: { readonly words: string; readonly path: string }): ReactElement {
  return (
    <p>
      {words}
      <span className={styles.path}>{path}</span>
    </p>
  );
}
