import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import type { ConcordanceHead } from '#core/ipc/calls/concordance-calls.ts';
import { languageTag } from '#core/report/script.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useConcordance, useConcordanceModel } from '#renderer/state/search/concordance-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import styles from './concordance.module.css';
import { ConcordanceLine, GroupHead } from './ConcordanceLine.tsx';
import type { LineRows } from './line-rows.ts';
import { lineForKey } from './list-keys.ts';

/** Pixels of a row, as the style sheet has it. */
const ROW_HEIGHT = 32;
const HEADER_HEIGHT = 28;

interface ListProps {
  readonly head: ConcordanceHead;
  readonly rows: LineRows;
}

/** The lines, of which only those in sight are in the page. The grid has the focus, its rows are told by id. */
export function ConcordanceList({ head, rows }: ListProps): ReactElement {
  const { concordance } = useLateMessages();
  const model = useConcordanceModel();
  const active = useConcordance((state) => state.active);
  // Drawn anew when lines have come.
  useConcordance((state) => state.pages);
  const languageOf = useLanguages();
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const virtual = useRows(scroller, rows);
  const visible = virtual.getVirtualItems();
  const activeRow = active === null || active >= rows.lines ? null : rows.rowOf(active);
  const rowId = (row: number): string => `${listId}-${row}`;

  const open = useCallback((line: number) => void model.openLine(line), [model]);
  const move = (line: number): void => {
    model.setActive(line);
    virtual.scrollToIndex(rows.rowOf(line), { align: 'auto' });
  };
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      data-search-place=""
      aria-label={concordance.lines}
      aria-rowcount={rows.count + 1}
      aria-colcount={3}
      aria-activedescendant={
        activeRow !== null && visible.some(({ index }) => index === activeRow) ? rowId(activeRow) : undefined
      }
      onScroll={(event) => model.noteScroll(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowUp' && (active === null || active === 0)) {
          document.querySelector<HTMLElement>('search input')?.focus();
        } else if (event.key === 'Enter' && active !== null) void model.openLine(active);
        else {
          const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW_HEIGHT) - 2);
          const line = lineForKey(event.key, active, rows.lines, page);
          if (line === null) return;
          move(line);
        }
        event.preventDefault();
      }}
    >
      <div className={styles.header} role="row" aria-rowindex={1}>
        <span role="columnheader" className={styles.before}>
          {concordance.before}
        </span>
        <span role="columnheader">{concordance.after}</span>
        <span role="columnheader" className={styles.place}>
          {concordance.place}
        </span>
      </div>
      <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {visible.map(({ index, start, key }) => {
          const row = rows.at(index);
          const common = {
            id: rowId(index),
            index: index + 2,
            top: start - HEADER_HEIGHT,
          };
          if (row.kind === 'group') return <GroupHead key={key} {...common} group={head.groups[row.group]} />;
          const line = model.line(row.line);
          return (
            <ConcordanceLine
              key={key}
              {...common}
              line={line}
              lang={languageOf(line?.reportId)}
              active={index === activeRow}
              number={row.line}
              onOpen={open}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Which rows stand in the page; asks for their lines, and returns to where the list was left. */
function useRows(scroller: { readonly current: HTMLDivElement | null }, rows: LineRows) {
  const model = useConcordanceModel();
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: () => model.scrollTop(),
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    overscan: 12,
  });
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = model.scrollTop();
    // Another order begins at the top again; the same lines in another script stay.
  }, [scroller, rows, model]);
  const visible = virtual.getVirtualItems();
  const [first, last] = [visible[0]?.index ?? 0, visible.at(-1)?.index ?? -1];
  useEffect(() => {
    if (last < 0) return;
    model.want(lineNear(rows, first), lineNear(rows, last));
  }, [model, rows, first, last]);
  return virtual;
}

/** The line of a row, or the one below a head. */
function lineNear(rows: LineRows, row: number): number {
  const found = rows.at(row);
  if (found.kind === 'line') return found.line;
  const next = rows.at(row + 1);
  return next.kind === 'line' ? Math.min(next.line, rows.lines - 1) : 0;
}

/** The language of a report's lines, by which fonts choose the forms of the characters. */
function useLanguages(): (reportId: string | undefined) => string | undefined {
  const view = useWindow((state) => state.settings.readingScript);
  const reports = useWindow((state) => state.reports);
  const scripts = useMemo(
    () => new Map(reports.map(({ reportId, script }) => [reportId, script])),
    [reports],
  );
  return (reportId) =>
    reportId === undefined ? undefined : languageTag(view, scripts.get(reportId) ?? 'none');
}
