import { memo } from 'react';
import type { ReactElement } from 'react';
import type { ConcordanceHead, ConcordanceRow } from '#core/ipc/calls/concordance-calls.ts';
import { languageTag } from '#core/report/script.ts';
import { onOneLine } from '#core/search/concordance.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportById } from '#renderer/state/library/report-by-id.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './concordance.module.css';
import { groupName } from './group-name.ts';

interface RowProps {
  readonly id: string;
  /** From 1, the header among them. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
}

interface LineProps extends RowProps {
  /** Undefined while it has not come. */
  readonly line: ConcordanceRow | undefined;
  readonly lang: string | undefined;
  readonly active: boolean;
  readonly number: number;
  readonly onOpen: (number: number) => void;
}

/** A hit with what stands beside it, aligned on the hit. Drawn again only when something of it is another. */
export const ConcordanceLine = memo(function ConcordanceLine(props: LineProps): ReactElement {
  const { id, index, top, line, lang, active, number, onOpen } = props;
  const { concordance } = useLateMessages();
  const { search } = useMessages();
  // Told in the script of the source, as in the library.
  const report = useWindow(({ reports }) => reportById(reports, line?.reportId ?? ''));
  const title = (report ?? line)?.title || search.untitled;
  const about = line && [title, line.label].filter((part) => part !== '').join(' · ');
  return (
    // The grid has the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      id={id}
      role="row"
      aria-rowindex={index}
      aria-selected={active}
      className={classes(styles.line, active && styles.active)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(number)}
    >
      {line === undefined ? (
        <span role="gridcell" aria-colspan={3} className={styles.loading}>
          {concordance.loadingLine}
        </span>
      ) : (
        <>
          <span role="gridcell" className={classes(styles.before, styles.text)} lang={lang}>
            <span>{onOneLine(line.before)}</span>
          </span>
          <span role="gridcell" className={styles.text} lang={lang}>
            <mark className={styles.match}>{onOneLine(line.match)}</mark>
            {onOneLine(line.after)}
          </span>
          <span
            role="gridcell"
            className={styles.place}
            lang={languageTag('source', report?.script ?? 'none')}
            title={about}
          >
            <span className={styles.title}>{title}</span>
            {line.label === '' ? null : <span className={styles.label}>{` · ${line.label}`}</span>}
          </span>
        </>
      )}
    </div>
  );
});

/** The name of a group and how many lines it has. */
export function GroupHead({
  id,
  index,
  top,
  group,
}: RowProps & { readonly group: ConcordanceHead['groups'][number] | undefined }): ReactElement {
  const { concordance } = useLateMessages();
  const { search } = useMessages();
  const grouping = useWindow((state) => state.settings.concordanceGrouping);
  const report = useWindow(({ reports }) =>
    grouping === 'report' ? reportById(reports, group?.key ?? '') : undefined,
  );
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index}
      className={styles.group}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" aria-colspan={3} className={styles.groupCell}>
        <span className={styles.groupName}>
          {groupName(report?.title ?? group?.name ?? '', grouping, concordance)}
        </span>
        <span className={styles.groupCount}>{search.places({ count: group?.count ?? 0 })}</span>
      </span>
    </div>
  );
}
