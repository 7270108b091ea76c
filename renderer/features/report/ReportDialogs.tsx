import type { ReactElement } from 'react';
import { useOpenedReport } from '#renderer/state/report/report-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { EncodingDialog } from './EncodingDialog.tsx';
import { InfoDialog } from './InfoDialog.tsx';
import { VersionResultDialog } from './VersionResultDialog.tsx';

/** The dialogs about the report that is open. */
export function ReportDialogs(): ReactElement | null {
  const dialog = useWindow((state) => state.dialog);
  const closeDialog = useWindow((state) => state.closeDialog);
  const opened = useOpenedReport();
  if (opened.status !== 'ready') return null;
  const { content } = opened;
  switch (dialog) {
    case 'report-info':
      return <InfoDialog content={content} onClose={closeDialog} />;
    case 'encoding':
      return <EncodingDialog content={content} onClose={closeDialog} />;
    case 'version-result':
      return <VersionResultDialog onClose={closeDialog} />;
    default:
      return null;
  }
}
