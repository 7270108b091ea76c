import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { PackSummary } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './library.module.css';

/** The packs that are installed; those that are no part of the program can be removed. */
export function PacksDialog(): ReactElement {
  const { library } = useMessages();
  const open = useWindow((state) => state.dialog === 'packs');
  const close = useWindow((state) => state.closeDialog);
  const packs = useWindow((state) => state.packs);
  const loadPacks = useWindow((state) => state.loadPacks);
  useEffect(() => {
    if (open) void loadPacks();
  }, [open, loadPacks]);
  return (
    <Dialog open={open} title={library.packs} intro={library.packsBody} onClose={close}>
      {packs.length === 0 ? <p className={styles.nothing}>{library.packsEmpty}</p> : null}
      <ul>
        {packs.map((pack) => (
          <PackEntry key={pack.packId} pack={pack} />
        ))}
      </ul>
    </Dialog>
  );
}

function PackEntry({ pack }: { readonly pack: PackSummary }): ReactElement {
  const { library, common } = useMessages();
  const removePack = useWindow((state) => state.removePack);
  const [asking, setAsking] = useState(false);
  const { title, version, reports, bundled, packId } = pack;
  const about = [common.reportCount({ count: reports }), library.packVersion({ version })];
  return (
    <li className={styles.entry}>
      <span className={styles.entryWords}>
        <span className={styles.entryTitle}>{title}</span>
        <span className={styles.entryAbout}>{asking ? library.removePackQuestion : about.join(' · ')}</span>
      </span>
      {bundled ? <span className={styles.badge}>{library.bundled}</span> : null}
      {asking ? (
        <>
          <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
          <Button
            look="primary"
            aria-label={library.removePackNamed({ title })}
            onClick={() => void removePack(packId)}
          >
            {library.removePack}
          </Button>
        </>
      ) : null}
      {bundled || asking ? null : (
        <Button look="danger" aria-label={library.removePackNamed({ title })} onClick={() => setAsking(true)}>
          {library.removePack}
        </Button>
      )}
    </li>
  );
}
