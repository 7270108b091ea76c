import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { ReportSummary } from '#core/report/report.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/use-window.ts';
import styles from './library.module.css';
import { useChoice } from './model/use-choice.ts';
import { ReportRow } from './ReportRow.tsx';

/** Pixels of a row with a title of one line; the rows in the page are measured. */
const ROW_HEIGHT = 66;

/** The reports, one row each; only those in sight are in the page. Arrows move, Enter opens, Delete takes to the trash. */
export function ReportList({ reports }: { readonly reports: readonly ReportSummary[] }): ReactElement {
  const { library } = useMessages();
  const currentReportId = useWindow((state) => state.currentReportId);
  const openReport = useWindow((state) => state.openReport);
  const deleteReports = useWindow((state) => state.deleteReports);
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const ids = reports.map(({ reportId }) => reportId);
  const choice = useChoice(ids);
  const activeId = choice.activeId ?? (ids.includes(currentReportId ?? '') ? currentReportId : null);
  const rows = useVirtualizer({
    count: reports.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    initialRect: { width: 300, height: 600 },
  });
  useEffect(() => {
    const index = ids.indexOf(currentReportId ?? '');
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
    // Only a change of report scrolls the list, not every change of its order.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentReportId]);

  const rowId = (reportId: string): string => `${listId}-${reportId}`;

  const move = (index: number, extend: boolean): void => {
    const target = ids[Math.min(ids.length - 1, Math.max(0, index))];
    if (target === undefined) return;
    if (extend) choice.extendTo(target);
    else choice.take(target);
    rows.scrollToIndex(ids.indexOf(target), { align: 'auto' });
  };

  const remove = (): void => {
    const doomed =
      choice.chosenIds.size > 0 ? ids.filter((id) => choice.chosenIds.has(id)) : activeId ? [activeId] : [];
    if (doomed.length === 0) return;
    const last = ids.indexOf(doomed.at(-1) ?? '');
    const next = ids[last + 1] ?? ids.filter((id) => !doomed.includes(id)).at(-1);
    if (next !== undefined) choice.take(next);
    void deleteReports(doomed);
  };

  const press = (event: KeyboardEvent): void => {
    const at = ids.indexOf(activeId ?? '');
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? ids.length - 1 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: ids.length - 1,
    };
    const target = targets[event.key];
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    if (target !== undefined && !ctrl) move(target, event.shiftKey);
    else if (event.key === 'Enter' && activeId !== null) openReport(activeId);
    else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) remove();
    else if (event.key === ' ' && activeId !== null) choice.toggle(activeId);
    else if (event.key.toLowerCase() === 'a' && ctrl) choice.takeAll();
    else return;
    event.preventDefault();
  };

  const visible = rows.getVirtualItems();
  const activeInPage = visible.some(({ index }) => ids[index] === activeId);
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={library.list}
      aria-multiselectable="true"
      aria-activedescendant={activeId !== null && activeInPage ? rowId(activeId) : undefined}
      onKeyDown={press}
    >
      <div className={styles.rows} role="presentation" style={{ height: rows.getTotalSize() }}>
        {visible.map(({ index, start, key }) => {
          const report = reports[index];
          if (report === undefined) return null;
          const { reportId } = report;
          return (
            <ReportRow
              key={key}
              id={rowId(reportId)}
              report={report}
              current={reportId === currentReportId}
              active={reportId === activeId}
              chosen={
                choice.chosenIds.size > 0 ? choice.chosenIds.has(reportId) : reportId === currentReportId
              }
              position={index + 1}
              count={reports.length}
              index={index}
              measure={rows.measureElement}
              style={{ transform: `translateY(${start}px)` }}
              onPress={({ extend, add }) => {
                if (extend) choice.extendTo(reportId);
                else if (add) choice.toggle(reportId);
                else {
                  choice.take(reportId);
                  openReport(reportId);
                }
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
