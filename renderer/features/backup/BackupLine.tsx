import { useState } from 'react';
import type { ReactElement } from 'react';
import type { BackupEntry } from '#core/ipc/calls/backup-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './backup.module.css';
import { momentOf, reasonOf, sizeOf } from './format.ts';
import { useBackupWords } from './use-backup-words.ts';

interface BackupLineProps {
  readonly entry: BackupEntry;
  readonly disabled: boolean;
  readonly onRestore: (name: string) => void;
}

/** One backup; it is restored only after a question. */
export function BackupLine({ entry, disabled, onRestore }: BackupLineProps): ReactElement {
  const words = useBackupWords();
  const { common, locale } = useMessages();
  const [asking, setAsking] = useState(false);
  const date = momentOf(entry.madeAt, locale);
  const restoreNamed = words.restoreNamed({ date });
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span className={styles.moment}>{date}</span>
        <span className={styles.quiet}>
          {asking
            ? words.restoreQuestion
            : `${reasonOf(entry.reason, words)} · ${sizeOf(entry.bytes, locale)}`}
        </span>
      </span>
      {asking ? (
        <>
          <Button disabled={disabled} onClick={() => setAsking(false)}>
            {common.cancel}
          </Button>
          <Button
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the key that asked goes on to answer
            autoFocus
            look="danger"
            disabled={disabled}
            aria-label={restoreNamed}
            onClick={() => onRestore(entry.name)}
          >
            {words.restore}
          </Button>
        </>
      ) : (
        <Button disabled={disabled} aria-label={restoreNamed} onClick={() => setAsking(true)}>
          {words.restore}
        </Button>
      )}
    </li>
  );
}
