import { useCallback } from 'react';
import type { CodeMatrix } from '#core/annotations/codes-matrix.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import type { GridPlace } from './grid-keys.ts';

/**
 * Leads from a cell to its notes: those of a report and a code, of a report (its title and its sum), or of a code in all
 * reports of the table (the last line). A cell without notes leads nowhere.
 */
export function useShowCell(matrix: CodeMatrix, projectId: string): (place: GridPlace) => void {
  const { store } = useWindowParts();
  return useCallback(
    ({ row, column }) => {
      const { columns, rows, totals } = matrix;
      const line = rows[row];
      const code = columns[column - 1];
      const count = code === undefined ? (line?.total ?? matrix.total) : (line?.counts ?? totals)[column - 1];
      if (count === 0) return;
      const { closeDialog, openReport, showNotes, projects } = store.getState();
      closeDialog();
      const codes = code === undefined ? [] : [code];
      if (line !== undefined) {
        openReport(line.reportId);
        showNotes({ codes });
        return;
      }
      const filed = projects.find(({ id }) => id === projectId)?.reportIds ?? null;
      showNotes({ codes, reportIds: filed });
    },
    [matrix, projectId, store],
  );
}
