import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import type { ReportSummary } from '#core/report/report.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import styles from './library.module.css';
import { handleListKey } from './model/list-keys.ts';
import { useChoice, type Choice } from './model/use-choice.ts';
import { ReportRow } from './ReportRow.tsx';

/** Pixels of a row with a title of one line; the rows in the page are measured. */
const ROW_HEIGHT = 66;

interface ReportListProps {
  readonly reports: readonly ReportSummary[];
  /** Where they stand in a list of which the rest has not come; null when they are all of it. */
  readonly stretch: { readonly from: number; readonly count: number } | null;
}

/** The reports, one row each; only those in sight are in the page. The list has the focus, the rows are told by id. */
export function ReportList({ reports, stretch }: ReportListProps): ReactElement {
  const { from, count } = stretch ?? { from: 0, count: reports.length };
  const { library } = useMessages();
  const currentReportId = useWindow((state) => state.currentReportId);
  const openReport = useWindow((state) => state.openReport);
  const deleteReports = useWindow((state) => state.deleteReports);
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const ids = reports.map(({ reportId }) => reportId);
  const choice = useChoice(ids);
  useFollowedReport(choice, currentReportId);
  const activeId = choice.activeId ?? (ids.includes(currentReportId ?? '') ? currentReportId : null);
  const rows = useRows(scroller, { ids, from, count }, currentReportId);
  const rowId = (reportId: string): string => `${listId}-${reportId}`;
  const keys = {
    ids,
    choice,
    activeId,
    rowHeight: ROW_HEIGHT,
    scrollTo: (index: number) => rows.scrollToIndex(from + index, { align: 'auto' }),
    open: openReport,
    remove: (doomed: readonly string[]) => void deleteReports(doomed),
  };
  const take = (reportId: string, how: { readonly extend: boolean; readonly add: boolean }): void => {
    if (how.extend) return choice.extendTo(reportId);
    if (how.add) return choice.toggle(reportId);
    choice.take(reportId);
    openReport(reportId);
  };
  const onContextMenu = useContextMenu(listId, ids, choice, activeId);
  const visible = rows.getVirtualItems();
  const activeInPage = visible.some(({ index }) => ids[index - from] === activeId);
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={library.list}
      aria-multiselectable="true"
      aria-activedescendant={activeId !== null && activeInPage ? rowId(activeId) : undefined}
      onKeyDown={(event) => handleListKey(event, keys)}
      onContextMenu={onContextMenu}
    >
      <div className={styles.rows} role="presentation" style={{ height: rows.getTotalSize() }}>
        {visible.map(({ index, start, key }) => {
          const report = reports[index - from];
          if (report === undefined) return null;
          const { reportId } = report;
          const current = reportId === currentReportId;
          return (
            <ReportRow
              key={key}
              id={rowId(reportId)}
              report={report}
              current={current}
              active={reportId === activeId}
              chosen={choice.chosenIds.size > 0 ? choice.chosenIds.has(reportId) : current}
              index={index}
              count={count}
              measure={rows.measureElement}
              style={{ transform: `translateY(${start}px)` }}
              onPress={(how) => take(reportId, how)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A report that is opened elsewhere takes the choice with it: what stays lit is what keys and menus act upon. */
function useFollowedReport(choice: Choice, currentReportId: string | null): void {
  const [followed, setFollowed] = useState(currentReportId);
  if (followed === currentReportId) return;
  setFollowed(currentReportId);
  if (currentReportId === null || !choice.chosenIds.has(currentReportId)) choice.drop();
}

/** Opens the menu of the chosen reports, or of the one that was pressed, where it was asked for. */
function useContextMenu(
  listId: string,
  ids: readonly string[],
  choice: Choice,
  activeId: string | null,
): (event: MouseEvent<HTMLElement>) => void {
  const showFiling = useWindow((state) => state.showFiling);
  return (event) => {
    const row = (event.target as Element).closest('[role="option"]');
    // From the keyboard it is asked for the list itself.
    const pressed = row?.id.slice(listId.length + 1) ?? activeId;
    if (pressed === null) return;
    event.preventDefault();
    const isChosen = choice.chosenIds.has(pressed);
    if (!isChosen) choice.take(pressed);
    const box = (row ?? document.getElementById(`${listId}-${pressed}`))?.getBoundingClientRect();
    const isPointer = row !== null && event.clientY > 0;
    showFiling({
      reportIds: isChosen ? ids.filter((id) => choice.chosenIds.has(id)) : [pressed],
      x: isPointer ? event.clientX : (box?.left ?? 0) + 16,
      y: isPointer ? event.clientY : (box?.bottom ?? 0),
      opener: event.currentTarget,
    });
  };
}

type Rows = ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLElement>>;

/** Which rows stand in the page, and where. The row of a newly opened report is brought into sight. */
function useRows(
  scroller: { readonly current: HTMLDivElement | null },
  { ids, from, count }: { readonly ids: readonly string[]; readonly from: number; readonly count: number },
  currentReportId: string | null,
): Rows {
  const rows = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index - from] ?? index,
    overscan: 6,
  });
  useEffect(() => {
    const index = ids.indexOf(currentReportId ?? '');
    if (index >= 0) rows.scrollToIndex(from + index, { align: 'auto' });
    // Only another report scrolls the list, not another order.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentReportId]);
  return rows;
}
