import type { ReactElement } from 'react';
import { languageTag } from '#core/report/script.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './matrix.module.css';

interface MatrixCellsProps {
  readonly row: number;
  /** null for the line of the totals. */
  readonly reportId: string | null;
  readonly columns: readonly string[];
  readonly counts: readonly number[];
  readonly total: number;
  /** The column of the cell that the keys are at. */
  readonly focused: number | null;
  readonly onPress: (column: number) => void;
}

/** One line: the report, a count for each code, their sum. */
export function MatrixCells(props: MatrixCellsProps): ReactElement {
  const { row, reportId, columns, counts, total, focused, onPress } = props;
  const { codes: words, library } = useMessages();
  const nameOf = useCodeName();
  const report = useWindow((state) => state.reports.find((each) => each.reportId === reportId));
  const title = reportId === null ? words.total : report?.title || library.untitled;
  const place = (column: number) => ({
    'data-row': row,
    'data-column': column,
    'aria-colindex': column + 1,
    tabIndex: focused === column ? 0 : -1,
  });
  const labelOf = (code: string, count: number): string =>
    reportId === null ? words.allOf({ code, count }) : words.cell({ report: title, code, count });
  return (
    <>
      {/* The grid handles the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div
        role="rowheader"
        {...place(0)}
        className={styles.title}
        lang={report === undefined ? undefined : languageTag('source', report.script)}
        title={title}
        onClick={() => onPress(0)}
      >
        {title}
      </div>
      {[...columns, null].map((code, at) => {
        const count = code === null ? total : (counts[at] ?? 0);
        return (
          <button
            key={code ?? ''}
            type="button"
            role="gridcell"
            {...place(at + 1)}
            className={classes(styles.cell, count === 0 && styles.none, code === null && styles.sum)}
            aria-label={labelOf(code === null ? words.total : nameOf(code), count)}
            aria-disabled={count === 0}
            onClick={() => onPress(at + 1)}
          >
            {count === 0 ? '·' : count.toLocaleString('en')}
          </button>
        );
      })}
    </>
  );
}
