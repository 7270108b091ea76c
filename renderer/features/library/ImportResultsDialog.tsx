import type { ReactElement } from 'react';
import type { ImportOutcome } from '#core/ipc/payloads.ts';
import { errorText } from '#renderer/i18n/error-text.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './library.module.css';

/** What the last import could not do, one sentence a file, and which files were there already. */
export function ImportResultsDialog(): ReactElement {
  const messages = useMessages();
  const { library } = messages;
  const open = useWindow((state) => state.dialog === 'import-results');
  const close = useWindow((state) => state.closeDialog);
  const results = useWindow((state) => state.importResults);
  const failed = results?.outcomes.filter(({ status }) => status === 'failed') ?? [];
  const stopped = results?.stopped ?? null;
  const canRetry = useWindow((state) => state.importResultsJob !== null);
  const retryImport = useWindow((state) => state.retryImport);
  const retry = (): void => {
    close();
    void retryImport();
  };
  const duplicates = results?.outcomes.filter(({ status }) => status === 'duplicate') ?? [];
  return (
    <Dialog open={open} wide title={library.importReport} onClose={close}>
      {stopped === null ? null : <p>{errorText(stopped, messages)}</p>}
      {canRetry && (failed.length > 0 || stopped !== null) ? (
        <Button onClick={retry}>{library.retryImport}</Button>
      ) : null}
      {failed.length > 0 ? (
        <section className={styles.results}>
          <h3>{library.failedFiles}</h3>
          <ul>
            {failed.map((outcome) => (
              <li key={outcome.path} className={styles.failure}>
                <span className={styles.failurePath}>{outcome.path}</span>
                <span>{outcome.error === null ? null : errorText(outcome.error, messages)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {duplicates.length > 0 ? (
        <section className={styles.results}>
          <h3>{library.duplicateFiles}</h3>
          <ul>
            {duplicates.map((outcome) => (
              <Duplicate key={outcome.path} outcome={outcome} />
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  );
}

function Duplicate({ outcome }: { readonly outcome: ImportOutcome }): ReactElement {
  const { library } = useMessages();
  const openReport = useWindow((state) => state.openReport);
  const close = useWindow((state) => state.closeDialog);
  const { path, title, reportId } = outcome;
  const open = (): void => {
    if (reportId === null) return;
    openReport(reportId);
    close();
  };
  return (
    <li className={styles.entry}>
      <span className={styles.entryWords}>
        <span className={styles.entryTitle}>{title || library.untitled}</span>
        <span className={styles.entryAbout}>{path}</span>
      </span>
      {reportId === null ? null : <Button onClick={open}>{library.openReport}</Button>}
    </li>
  );
}
