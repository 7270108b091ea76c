import type { ReactElement } from 'react';
import type { MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import styles from './backup.module.css';
import { useBackupWords } from './use-backup-words.ts';

/** What an archive brought, in numbers. */
export function MergeResult({ answer }: { readonly answer: MergeAnswer }): ReactElement {
  const words = useBackupWords();
  const { reports, notes, decisions, details, records, missing } = answer;
  const lines = [
    [words.mergedReports, reports.added],
    [words.mergedReportsBack, reports.back],
    [words.mergedNotes, notes.added],
    [words.mergedNotesBack, notes.back],
    [words.mergedUpdated, notes.updated],
    [words.mergedBoth, notes.both],
    [words.mergedDecisions, decisions],
    [words.mergedDetails, details],
    [words.mergedRecords, records],
  ] as const;
  const told = lines.filter(([, count]) => count > 0);
  return (
    <>
      {told.length === 0 ? <p>{words.mergedNothing}</p> : null}
      <dl>
        {told.map(([name, count]) => (
          <div key={name} className={styles.count}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {told.length === 0 ? null : <p className={styles.quiet}>{words.mergedUndo}</p>}
      {missing.length > 0 ? <p className={styles.quiet}>{words.missing({ count: missing.length })}</p> : null}
    </>
  );
}
