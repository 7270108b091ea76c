import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { ProgressBar } from '#renderer/ui/Progress.tsx';
import styles from './repairs.module.css';

/** Milliseconds before it is shown: what ends sooner needs no bar. */
const PATIENCE = 500;

/** While a report with many notes is being given another text: how far that is, and the way to leave it as it was. */
export function VersionProgress({ reportId }: { readonly reportId: string }): ReactElement | null {
  const progress = useWindow((state) => state.versionProgress);
  if (progress?.reportId !== reportId || progress.total === 0) return null;
  return <Placing {...progress} />;
}

interface PlacingProps {
  readonly reportId: string;
  readonly done: number;
  readonly total: number;
}

function Placing({ reportId, done, total }: PlacingProps): ReactElement | null {
  const { report } = useMessages();
  const cancelVersion = useWindow((state) => state.cancelVersion);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.banner}>
      <span className={styles.placing}>
        {report.placing({ done, total })}
        <ProgressBar label={report.placingBar} done={done} total={total} />
      </span>
      <button type="button" className={styles.back} onClick={() => cancelVersion(reportId)}>
        {report.cancelPlacing}
      </button>
    </div>
  );
}
