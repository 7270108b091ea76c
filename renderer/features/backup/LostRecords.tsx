import type { ReactElement } from 'react';
import type { LostRecord } from '#core/ipc/calls/backup-calls.ts';
import styles from './backup.module.css';
import { useBackupWords } from './use-backup-words.ts';

/** What could not be brought back, report by report. */
export function LostRecords({ lost }: { readonly lost: readonly LostRecord[] }): ReactElement {
  const words = useBackupWords();
  return (
    <ul className={styles.lost} aria-label={words.lost}>
      {lost.map((record) => {
        const parts = [
          ...(record.text ? [words.lostText] : []),
          ...(record.details ? [words.lostDetails] : []),
          ...(record.notes > 0 ? [words.lostNotes({ count: record.notes })] : []),
          ...(record.olderNotes > 0 ? [words.lostOlder({ count: record.olderNotes })] : []),
        ];
        const title = record.title || (record.reportId === '' ? words.unknownReport : words.untitled);
        return (
          <li key={record.reportId}>
            <span className={styles.lostTitle}>{title}</span>
            <span className={styles.quiet}>{parts.join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
