import type { CSSProperties, ReactElement } from 'react';
import { languageTag } from '#core/report/script.ts';
import type { SourceScript } from '#core/report/script.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './library.module.css';

interface ReportRowProps {
  readonly id: string;
  readonly report: ReportSummary;
  readonly current: boolean;
  /** Where the keys are, or part of a wider choice. */
  readonly active: boolean;
  readonly chosen: boolean;
  readonly count: number;
  readonly index: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly style: CSSProperties;
  readonly onPress: (how: { readonly extend: boolean; readonly add: boolean }) => void;
}

/** A report in the list. The list has the focus and the keys; a row is told apart by its id. */
export function ReportRow(props: ReportRowProps): ReactElement {
  const { id, report, current, active, chosen, count, index, measure, style, onPress } = props;
  const messages = useMessages();
  const { library, common } = messages;
  const about = aboutOf(report);
  const badge = scriptBadge(report.script, library);
  return (
    // The list handles the keys (aria-activedescendant); the row takes the pointer only.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      data-index={index}
      id={id}
      role="option"
      aria-selected={chosen}
      aria-current={current ? 'true' : undefined}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={classes(
        styles.row,
        current && styles.current,
        chosen && styles.chosen,
        active && styles.active,
        about.length === 0 && report.date === '' && styles.bare,
      )}
      style={style}
      onClick={(event) => onPress({ extend: event.shiftKey, add: event.ctrlKey || event.metaKey })}
    >
      <span className={styles.rowTitle} lang={languageTag('source', report.script)} title={report.title}>
        {report.title || library.untitled}
      </span>
      <span className={styles.rowAbout}>
        {about.length === 0 ? null : (
          <span className={styles.rowWords} lang={languageTag('source', report.script)}>
            {about.join(' · ')}
          </span>
        )}
        {report.date ? <span className={styles.rowDate}>{report.date}</span> : null}
        {report.origin === 'pack' ? <span className={styles.badge}>{library.fromPack}</span> : null}
        {badge ? (
          <span className={styles.badge} title={badge.name}>
            <span aria-hidden="true">{badge.label}</span>
            <span className="visually-hidden">{badge.name}</span>
          </span>
        ) : null}
        {report.notes > 0 ? (
          <span className={styles.notes} title={common.noteCount({ count: report.notes })}>
            <span aria-hidden="true">{report.notes.toLocaleString('en')}</span>
            <span className="visually-hidden">{common.noteCount({ count: report.notes })}</span>
          </span>
        ) : null}
      </span>
    </div>
  );
}

/** Issuer and region, but not the region of which the issuer's name tells. */
function aboutOf({ issuer, region }: ReportSummary): readonly string[] {
  return [issuer, issuer.includes(region) ? '' : region].filter((words) => words !== '');
}

function scriptBadge(
  script: SourceScript,
  library: Messages['library'],
): { readonly label: string; readonly name: string } | null {
  switch (script) {
    case 'Hans':
      return { label: library.scriptHans, name: library.scriptHansName };
    case 'Hant':
    case 'Hant-TW':
    case 'Hant-HK':
      return { label: library.scriptHant, name: library.scriptHantName };
    case 'mixed':
      return { label: library.scriptMixed, name: library.scriptMixedName };
    case 'none':
      return null;
  }
}
