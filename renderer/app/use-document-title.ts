import { useEffect } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import { useWindow } from '../state/use-window.ts';

/** Names the window after the report that is open. */
export function useDocumentTitle(): void {
  const { app } = useMessages();
  const title = useWindow(
    ({ reports, currentReportId }) =>
      reports.find(({ reportId }) => reportId === currentReportId)?.title ?? '',
  );
  useEffect(() => {
    document.title = title === '' ? app.name : `${title} — ${app.name}`;
  }, [title, app]);
}
