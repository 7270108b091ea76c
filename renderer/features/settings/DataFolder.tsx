import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { FolderIcon } from '#renderer/ui/icons.tsx';
import styles from './settings.module.css';

/** Where everything is kept, and which version of the program this is. */
export function DataFolder(): ReactElement {
  const { settings } = useMessages();
  const { client } = useWindowParts();
  const { dataFolder, version } = useWindow((state) => state.about);
  const tellError = useWindow((state) => state.tellError);
  const open = async (): Promise<void> => {
    const answer = await client.openDataFolder({});
    if (!answer.ok) tellError(answer.error);
  };
  return (
    <div className={styles.folder}>
      <div className={styles.line}>
        <span>{settings.dataFolder}</span>
        <Button onClick={() => void open()}>
          <FolderIcon size={16} />
          {settings.openDataFolder}
        </Button>
      </div>
      <p className={styles.path}>{dataFolder}</p>
      <p className={styles.version}>{settings.version({ version })}</p>
    </div>
  );
}
