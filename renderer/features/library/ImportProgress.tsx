import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import type { ImportJob } from '#renderer/state/library/import-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CloseIcon } from '#renderer/ui/icons.tsx';
import { ProgressBar } from '#renderer/ui/Progress.tsx';
import { fileName } from './model/file-name.ts';
import styles from './library.module.css';

/** Milliseconds before a job is shown: what ends sooner needs no bar. */
const PATIENCE = 500;

/** Imports under way, at the foot of the library. */
export function ImportProgress(): ReactElement | null {
  const jobs = useWindow((state) => state.importJobs);
  if (jobs.length === 0) return null;
  return (
    <div aria-live="polite">
      {jobs.map((job) => (
        <JobProgress key={job.job} job={job} />
      ))}
    </div>
  );
}

function JobProgress({ job }: { readonly job: ImportJob }): ReactElement | null {
  const { library } = useMessages();
  const cancelImport = useWindow((state) => state.cancelImport);
  const [shown, setShown] = useState(false);
  const begun = job.total > 0;
  useEffect(() => {
    if (!begun) return undefined;
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [begun]);
  if (!shown) return null;
  const { done, total, path, timeLeft, stopping } = job;
  return (
    <div className={styles.job}>
      <div className={styles.jobLine}>
        <span>{stopping ? library.stopping : library.importProgress({ done, total })}</span>
        <IconButton
          small
          label={library.cancelImport}
          disabled={stopping}
          onClick={() => void cancelImport(job.job)}
        >
          <CloseIcon size={14} />
        </IconButton>
      </div>
      <ProgressBar label={library.importing} done={done} total={total} />
      {timeLeft === null || stopping ? null : (
        <div className={styles.jobPath}>{library.timeLeft({ seconds: Math.ceil(timeLeft / 1000) })}</div>
      )}
      <div className={styles.jobPath}>{fileName(path)}</div>
    </div>
  );
}
