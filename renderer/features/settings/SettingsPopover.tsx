import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import styles from './settings.module.css';
import { SettingsPanel } from './SettingsPanel.tsx';

/** The Aa button and its panel; every change is seen at once in the text beside it. */
export function SettingsPopover(): ReactElement {
  const { settings } = useMessages();
  const open = useWindow((state) => state.dialog === 'settings');
  const showDialog = useWindow((state) => state.showDialog);
  const closeDialog = useWindow((state) => state.closeDialog);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => (next ? showDialog('settings') : closeDialog())}
      label={settings.title}
      align="end"
      className={styles.popover}
      trigger={
        <IconButton label={settings.title} keys="Ctrl+,">
          <span className={styles.aa} aria-hidden="true">
            Aa
          </span>
        </IconButton>
      }
    >
      <SettingsPanel />
    </Popover>
  );
}
