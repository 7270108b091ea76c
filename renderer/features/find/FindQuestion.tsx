import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { useFind, useFindModel } from '#renderer/state/find/find-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProgressBar } from '#renderer/ui/Progress.tsx';
import styles from './find.module.css';

/** Below the bar: how many highlights are to be made, when they are many, and how far their making is. */
export function FindQuestion(): ReactElement | null {
  const asking = useFind((state) => state.asking);
  const bulk = useWindow((state) => state.bulk);
  if (bulk !== null && bulk.total > 0) return <Working {...bulk} />;
  return asking === null ? null : <Question {...asking} />;
}

function Question({ code, count }: { readonly code: string; readonly count: number }): ReactElement {
  const { find } = useLateMessages();
  const { common } = useMessages();
  const model = useFindModel();
  const nameOf = useCodeName();
  // The answered question takes its button with it: the focus goes back to the field.
  useEffect(() => () => document.querySelector<HTMLElement>('[data-find-field]')?.focus(), []);
  const question = find.question({ count, code: nameOf(code) });
  return (
    <div className={styles.question} role="group" aria-label={question}>
      <span className={styles.words}>{question}</span>
      <Button look="quiet" onClick={model.dropQuestion}>
        {common.cancel}
      </Button>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has just asked for it */}
      <Button look="primary" autoFocus onClick={() => void model.highlightAll(code, true)}>
        {find.doIt}
      </Button>
    </div>
  );
}

interface WorkingProps {
  readonly done: number;
  readonly total: number;
  readonly isCancelled: boolean;
}

function Working({ done, total, isCancelled }: WorkingProps): ReactElement {
  const { find } = useLateMessages();
  const { common } = useMessages();
  const cancelBulk = useWindow((state) => state.cancelBulk);
  return (
    <div className={styles.question}>
      <span className={styles.words} role="status">
        {isCancelled ? find.takingBack : find.working({ done, total })}
      </span>
      <ProgressBar label={find.doIt} done={done} total={total} />
      <Button look="quiet" disabled={isCancelled} onClick={cancelBulk}>
        {common.cancel}
      </Button>
    </div>
  );
}
