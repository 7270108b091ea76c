import { useEffect } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import { reportById } from '../state/library/report-by-id.ts';
import { useWindow } from '../state/window/use-window.ts';

/** Names the window after the report that is open. */
export function useDocumentTitle(): void {
  const { app } = useMessages();
  const title = useWindow(
    ({ reports, currentReportId }) => reportById(reports, currentReportId ?? '')?.title ?? '',
  );
  useEffect(() => {
    document.title = title === '' ? app.name : `${title} — ${app.name}`;
  }, [title, app]);
}
