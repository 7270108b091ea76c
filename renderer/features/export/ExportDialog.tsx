import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { languageTag } from '#core/report/script.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { ExportResults } from './ExportResults.tsx';
import styles from './export.module.css';

interface ExportDialogProps {
  /** null = every report that has notes. */
  readonly reportIds: readonly string[] | null;
  readonly onClose: () => void;
}

type Scope = 'this' | 'all';

/** Tells what an export will write, asks for the folder, and tells what became of each file. */
export function ExportDialog({ reportIds, onClose }: ExportDialogProps): ReactElement {
  const { exporting, common } = useMessages();
  const { client, store } = useWindowParts();
  const reports = useWindow((state) => state.reports);
  const [scope, setScope] = useState<Scope>(reportIds === null ? 'all' : 'this');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ExportAnswer | null>(null);
  const wanted = scope === 'all' ? null : (reportIds ?? null);
  const chosen = reports.filter(({ reportId, notes }) => notes > 0 && (wanted?.includes(reportId) ?? true));

  const run = async (): Promise<void> => {
    setBusy(true);
    const result = await client.exportWithDialog({ reportIds: wanted === null ? null : [...wanted] });
    setBusy(false);
    if (!result.ok) store.getState().tellError(result.error);
    // Null: the user closed the system's dialog; nothing was written.
    else if (result.value !== null) setAnswer(result.value);
  };

  if (answer !== null) {
    return (
      <Dialog
        open
        wide
        title={exporting.results}
        onClose={onClose}
        foot={
          <Button look="primary" onClick={onClose}>
            {common.done}
          </Button>
        }
      >
        <ExportResults files={answer.files} />
      </Dialog>
    );
  }
  const foot = (
    <>
      {busy ? <Spinner label={exporting.exporting} /> : null}
      <Button onClick={onClose}>{common.cancel}</Button>
      <Button look="primary" disabled={busy || chosen.length === 0} onClick={() => void run()}>
        {exporting.choose}
      </Button>
    </>
  );
  return (
    <Dialog open title={exporting.title} onClose={onClose} foot={foot}>
      {reportIds === null ? null : (
        <SegmentedControl
          label={exporting.which}
          value={scope}
          choices={[
            { value: 'this', label: exporting.thisReport },
            { value: 'all', label: exporting.allReports },
          ]}
          onChange={setScope}
        />
      )}
      {chosen.length === 0 ? (
        <p className={styles.nothing}>{exporting.nothing}</p>
      ) : (
        <Plan reports={chosen} />
      )}
    </Dialog>
  );
}

/** Longer lists end with how many more there are. */
const MOST_NAMED = 8;

function Plan({ reports }: { readonly reports: readonly ReportSummary[] }): ReactElement {
  const { exporting, common } = useMessages();
  const notes = reports.reduce((sum, report) => sum + report.notes, 0);
  const rest = reports.length - MOST_NAMED;
  return (
    <div className={styles.plan}>
      <p>{exporting.willWrite({ reports: reports.length, notes })}</p>
      <ul className={styles.files}>
        {reports.slice(0, MOST_NAMED).map((report) => (
          <li key={report.reportId} className={styles.file}>
            <span className={styles.name} lang={languageTag('source', report.script)}>
              {report.title || exporting.untitled}
            </span>
            <span className={styles.quiet}>{common.noteCount({ count: report.notes })}</span>
          </li>
        ))}
        {rest > 0 ? <li className={styles.quiet}>{exporting.andMore({ count: rest })}</li> : null}
      </ul>
      <p className={styles.quiet}>{exporting.contents}</p>
      <p className={styles.quiet}>{exporting.careful}</p>
    </div>
  );
}
