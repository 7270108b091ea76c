import type { ReactElement } from 'react';
import { ANCHOR_STATES } from '#core/annotations/record.ts';
import type { AnchorState } from '#core/annotations/record.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './report.module.css';

/** What became of a report's notes when its text changed. */
export function VersionResultDialog({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const { report, common } = useMessages();
  const result = useWindow((state) => state.versionResult);
  const showNotes = useWindow((state) => state.showNotes);
  if (result === null) return null;
  const { title, how, anchors } = result;
  const all = ANCHOR_STATES.reduce((sum, state) => sum + anchors[state], 0);
  const unsettled = ANCHOR_STATES.filter((state) => state !== 'exact' && anchors[state] > 0);
  const names: Readonly<Record<AnchorState, string>> = {
    exact: report.resultExact,
    moved: report.resultMoved,
    doubtful: report.resultDoubtful,
    orphan: report.resultOrphan,
  };
  const showThem = (): void => {
    onClose();
    showNotes({ states: unsettled });
  };
  return (
    <Dialog
      open
      title={report.resultTitle}
      intro={
        how === 'replaced'
          ? report.resultReplaced({ title })
          : report.resultEncoding({ title, encoding: how.encoding })
      }
      onClose={onClose}
      foot={
        <>
          {unsettled.length > 0 ? <Button onClick={showThem}>{report.showChanged}</Button> : null}
          <Button look="primary" onClick={onClose}>
            {common.done}
          </Button>
        </>
      }
    >
      {all === 0 ? (
        <p>{report.resultNoNotes}</p>
      ) : (
        <section className={styles.result}>
          <h3>{report.resultNotes}</h3>
          <dl className={styles.counts}>
            {ANCHOR_STATES.map((state) => (
              <div key={state} className={styles.countLine} data-none={anchors[state] === 0 || undefined}>
                <dt>{names[state]}</dt>
                <dd>{anchors[state].toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.safe}>{report.resultSafe}</p>
        </section>
      )}
    </Dialog>
  );
}
