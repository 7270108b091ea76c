import { useEffect, useState } from 'react';
import type { MatrixCell } from '#core/annotations/codes-matrix.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';

/** How many notes of each report have each code, kept up to date while it is shown; null while it loads. */
export function useCounts(projectId: string | null): readonly MatrixCell[] | null {
  const { client, store } = useWindowParts();
  const codes = useWindow((state) => state.codes);
  const projects = useWindow((state) => state.projects);
  const reports = useWindow((state) => state.reports);
  const [counts, setCounts] = useState<readonly MatrixCell[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void client.countByCode({ projectId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setCounts(answer.value);
      else store.getState().tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
    // The list of reports comes anew with every change of a note.
  }, [client, store, projectId, codes, projects, reports]);
  return counts;
}
