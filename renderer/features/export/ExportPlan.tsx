import type { ReactElement } from 'react';
import type { ReportSummary } from '#core/report/report.ts';
import { languageTag } from '#core/report/script.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { isReferences, type ExportChoices } from './use-export-choices.ts';
import styles from './export.module.css';

/** Longer lists end with how many more there are. */
const MOST_NAMED = 5;

interface ExportPlanProps {
  readonly reports: readonly ReportSummary[];
  /** How many notes; null = all of these reports. */
  readonly notes: number | null;
  readonly choices: ExportChoices;
}

/** What an export will write, and what becomes of files that are there. */
export function ExportPlan({ reports, notes, choices }: ExportPlanProps): ReactElement {
  const { exporting, common } = useMessages();
  const { format, where } = choices;
  const rest = reports.length - MOST_NAMED;
  const count = {
    reports: reports.length,
    notes: notes ?? reports.reduce((sum, each) => sum + each.notes, 0),
  };
  return (
    <div className={styles.plan}>
      <p>{isReferences(format) ? exporting.willCite(count) : exporting.willWrite(count)}</p>
      <ul className={styles.files}>
        {reports.slice(0, MOST_NAMED).map((report) => (
          <li key={report.reportId} className={styles.file}>
            <span className={styles.name} lang={languageTag('source', report.script)}>
              {report.title || exporting.untitled}
            </span>
            {notes === null && !isReferences(format) ? (
              <span className={styles.quiet}>{common.noteCount({ count: report.notes })}</span>
            ) : null}
          </li>
        ))}
        {rest > 0 ? <li className={styles.quiet}>{exporting.andMore({ count: rest })}</li> : null}
      </ul>
      {where === 'clipboard' ? null : (
        <p className={styles.quiet}>{format === 'markdown' ? exporting.careful : exporting.carefulData}</p>
      )}
    </div>
  );
}
