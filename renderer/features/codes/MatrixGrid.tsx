import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react';
import type { CodeMatrix, MatrixRow } from '#core/annotations/codes-matrix.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { codeSwatch } from '#renderer/dom/code-colour.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { nextCell, type GridPlace } from './grid-keys.ts';
import styles from './matrix.module.css';
import { MatrixCells } from './MatrixCells.tsx';
import { useShowCell } from './use-show-cell.ts';

/** Pixels of a line of the table. */
const LINE = 34;
/** Lines that Page Up and Page Down pass over. */
const PAGE = 10;

interface MatrixGridProps {
  readonly matrix: CodeMatrix;
  readonly projectId: string;
}

/**
 * The table. One cell has the focus, the arrow keys move it (APG's grid); the heads stay in sight, and of a long table only
 * the lines in sight are in the page. The last line has the totals.
 */
export function MatrixGrid({ matrix, projectId }: MatrixGridProps): ReactElement {
  const { codes: words } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const { columns, rows, totals, total } = matrix;
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
    // The head and the totals lie over the lines.
    scrollPaddingStart: 2 * LINE,
    scrollPaddingEnd: LINE,
  });
  const show = useShowCell(matrix, projectId);
  const { place, setPlace, onKeyDown } = useGridFocus(
    scroller,
    { rows: rows.length + 1, columns: columns.length + 2 },
    {
      show,
      reveal: (row) => {
        if (row < rows.length) lines.scrollToIndex(row, { align: 'auto' });
      },
    },
  );
  const cellsOf = (row: number, one: MatrixRow | null): ReactElement => (
    <MatrixCells
      row={row}
      reportId={one?.reportId ?? null}
      columns={columns}
      counts={one?.counts ?? totals}
      total={one?.total ?? total}
      focused={place.row === row ? place.column : null}
      onPress={(column) => {
        setPlace({ row, column });
        show({ row, column });
      }}
    />
  );
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={words.matrixTable}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 2}
      tabIndex={-1}
      style={{ '--columns': columns.length } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sheet} role="presentation">
        <GridHead columns={columns} />
        <div role="presentation" className={styles.lines} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={row.reportId}
                className={styles.line}
                role="row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${String(start)}px)` }}
              >
                {cellsOf(index, row)}
              </div>
            );
          })}
        </div>
        <div className={styles.totals} role="row" aria-rowindex={rows.length + 2}>
          {cellsOf(rows.length, null)}
        </div>
      </div>
    </div>
  );
}

function GridHead({ columns }: { readonly columns: readonly string[] }): ReactElement {
  const { codes: words } = useMessages();
  const nameOf = useCodeName();
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      <span role="columnheader" aria-colindex={1} className={styles.corner}>
        {words.report}
      </span>
      {columns.map((code, at) => (
        <span
          key={code}
          role="columnheader"
          aria-colindex={at + 2}
          className={styles.column}
          title={nameOf(code)}
        >
          <span className={styles.dot} style={{ ...codeSwatch(code) }} />
          <span className={styles.columnName}>{nameOf(code)}</span>
        </span>
      ))}
      <span role="columnheader" aria-colindex={columns.length + 2} className={styles.column}>
        {words.total}
      </span>
    </div>
  );
}

/** The cell that has the focus, and the keys that move it; Enter and Space show what it counts. */
function useGridFocus(
  scroller: { readonly current: HTMLElement | null },
  size: { readonly rows: number; readonly columns: number },
  { show, reveal }: { readonly show: (place: GridPlace) => void; readonly reveal: (row: number) => void },
): {
  readonly place: GridPlace;
  readonly setPlace: (place: GridPlace) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${String(place.row)}"][data-column="${String(place.column)}"]`,
    );
    cell?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      show(place);
      return;
    }
    const next = nextCell(event, place, size, PAGE);
    if (next === null) return;
    event.preventDefault();
    wanted.current = true;
    setPlace(next);
    reveal(next.row);
  };
  return { place, setPlace, onKeyDown };
}
