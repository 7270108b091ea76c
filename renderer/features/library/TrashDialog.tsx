import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './library.module.css';

/** Deleted reports of the last 30 days, the latest first. */
export function TrashDialog(): ReactElement {
  const { library, common, locale } = useMessages();
  const open = useWindow((state) => state.dialog === 'trash');
  const close = useWindow((state) => state.closeDialog);
  const trash = useWindow((state) => state.trash);
  const loadTrash = useWindow((state) => state.loadTrash);
  const restoreReports = useWindow((state) => state.restoreReports);
  useEffect(() => {
    if (open) void loadTrash();
  }, [open, loadTrash]);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <Dialog open={open} title={library.trash} intro={library.trashBody} onClose={close}>
      {trash.length === 0 ? <p className={styles.nothing}>{library.trashEmpty}</p> : null}
      <ul>
        {trash
          .toSorted((a, b) => b.deletedAt - a.deletedAt)
          .map((entry) => {
            const title = entry.title || library.untitled;
            const about = [library.deletedOn({ date: dates.format(entry.deletedAt) })];
            if (entry.notes > 0) about.push(common.noteCount({ count: entry.notes }));
            return (
              <li key={entry.reportId} className={styles.entry}>
                <span className={styles.entryWords}>
                  <span className={styles.entryTitle}>{title}</span>
                  <span className={styles.entryAbout}>{about.join(' · ')}</span>
                </span>
                <Button
                  aria-label={library.restoreNamed({ title })}
                  onClick={() => void restoreReports([entry.reportId])}
                >
                  {library.restore}
                </Button>
              </li>
            );
          })}
      </ul>
    </Dialog>
  );
}
