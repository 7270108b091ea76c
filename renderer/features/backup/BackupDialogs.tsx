import type { ReactElement } from 'react';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { BackupsDialog } from './BackupsDialog.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';

/** The list of backups, and what must be read about the data, one after the other. */
export function BackupDialogs(): ReactElement | null {
  const { client } = useWindowParts();
  const dialog = useWindow((state) => state.dialog);
  const closeDialog = useWindow((state) => state.closeDialog);
  const notice = useWindow((state) => state.notices[0]);
  const closeNotice = useWindow((state) => state.closeNotice);
  if (notice !== undefined) {
    const { kind } = notice;
    const close = (): void => {
      closeNotice(kind);
      void client.closeNotice({ kind });
    };
    return <NoticeDialog key={kind} notice={notice} onClose={close} />;
  }
  return dialog === 'backups' ? <BackupsDialog onClose={closeDialog} /> : null;
}
