import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ImportOutcome, ImportSummary } from '#core/ipc/payloads.ts';
import { errorText } from '#renderer/i18n/error-text.ts';
import { grouped } from '#renderer/i18n/define-messages.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { fileName } from './model/file-name.ts';
import styles from './library.module.css';

/** Files that one press brings. */
const MORE = 200;

interface ImportedFilesProps {
  readonly results: ImportSummary;
  readonly status: 'failed' | 'duplicate';
}

/** Files of an import of which the same became: the first of them, and more when they are asked for. */
export function ImportedFiles({ results, status }: ImportedFilesProps): ReactElement | null {
  const { library } = useMessages();
  const { client, store } = useWindowParts();
  const job = useWindow((state) => state.importResultsJob);
  const [more, setMore] = useState<{
    readonly of: ImportSummary;
    readonly files: readonly ImportOutcome[];
  }>();
  const told = results.told.filter((outcome) => outcome.status === status);
  const files = more?.of === results ? [...told, ...more.files] : told;
  const all = status === 'failed' ? results.failed : results.duplicates;
  const left = all - files.length;
  if (files.length === 0) return null;
  const showMore = async (): Promise<void> => {
    if (job === null) return;
    const answer = await client.importOutcomes({ job, status, from: files.length, count: MORE });
    if (answer.ok) setMore({ of: results, files: [...files.slice(told.length), ...answer.value] });
    else store.getState().tellError(answer.error);
  };
  return (
    <section className={styles.results}>
      <h3>
        {status === 'failed' ? library.failedFiles : library.duplicateFiles}{' '}
        <span className={styles.resultsCount}>{grouped(all)}</span>
      </h3>
      <ul>
        {files.map((outcome) =>
          status === 'failed' ? (
            <Failure key={outcome.path} outcome={outcome} />
          ) : (
            <Duplicate key={outcome.path} outcome={outcome} />
          ),
        )}
      </ul>
      {left > 0 && job !== null ? (
        <Button onClick={() => void showMore()}>{library.moreFiles({ count: left })}</Button>
      ) : null}
    </section>
  );
}

/** Its whole path, and what is wrong with it: the sentence names the file alone, the path is read above it. */
function Failure({ outcome: { path, error } }: { readonly outcome: ImportOutcome }): ReactElement {
  const messages = useMessages();
  return (
    <li className={styles.failure}>
      <span className={styles.failurePath}>{path}</span>
      <span>{error === null ? null : errorText(error, messages).replaceAll(path, () => fileName(path))}</span>
    </li>
  );
}

function Duplicate({ outcome }: { readonly outcome: ImportOutcome }): ReactElement {
  const { library } = useMessages();
  const openReport = useWindow((state) => state.openReport);
  const close = useWindow((state) => state.closeDialog);
  const restoreReports = useWindow((state) => state.restoreReports);
  const { store } = useWindowParts();
  const { path, title, reportId } = outcome;
  const listed = useWindow(
    ({ reports }) => reportId === null || reports.some((each) => each.reportId === reportId),
  );
  const open = async (): Promise<void> => {
    if (reportId === null) return;
    if (!listed) {
      await restoreReports([reportId]);
      // Where that failed it was said why, and there is nothing to open.
      if (!store.getState().reports.some((each) => each.reportId === reportId)) return;
    }
    openReport(reportId);
    close();
  };
  return (
    <li className={styles.entry}>
      <span className={styles.entryWords}>
        <span className={styles.entryTitle}>{title || library.untitled}</span>
        <span className={styles.entryAbout}>{listed ? path : `${library.inTrash} · ${path}`}</span>
      </span>
      {reportId === null ? null : (
        <Button onClick={() => void open()}>{listed ? library.openReport : library.restore}</Button>
      )}
    </li>
  );
}
