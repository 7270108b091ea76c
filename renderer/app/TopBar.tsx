import type { ReactElement } from 'react';
import { SettingsPopover } from '../features/settings/SettingsPopover.tsx';
import { useMessages } from '../i18n/messages-context.ts';
import { runCommand } from '../state/window/commands.ts';
import type { Command } from '../state/window/commands.ts';
import { isPaneShown } from '../state/window/layout-slice.ts';
import { useWindow } from '../state/window/use-window.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BackIcon, ExportIcon, ForwardIcon, LibraryPaneIcon, NotesPaneIcon } from '../ui/icons.tsx';
import styles from './app.module.css';
import type { FeatureSlots } from './feature-slots.ts';
import { keysOf } from './shortcuts.ts';

/** The bar over the panes. */
export function TopBar({
  SearchBox,
  ScriptSwitch,
}: Pick<FeatureSlots, 'SearchBox' | 'ScriptSwitch'>): ReactElement {
  const { app } = useMessages();
  const libraryPane = useWindow((state) => isPaneShown(state, 'library'));
  const notesPane = useWindow((state) => isPaneShown(state, 'notes'));
  const canGoBack = useWindow((state) => state.pastPlaces.length > 0);
  const canGoForward = useWindow((state) => state.futurePlaces.length > 0);
  const hasReport = useWindow((state) => state.currentReportId !== null);
  const mac = useWindow((state) => state.about.platform === 'darwin');
  const does = (command: Command) => ({
    keys: keysOf(command, mac),
    onClick: () => void runCommand(command),
  });
  return (
    <header className={styles.bar}>
      <h1 className="visually-hidden">{app.name}</h1>
      <div className={styles.barSide}>
        <IconButton
          label={libraryPane ? app.hideLibrary : app.showLibrary}
          aria-pressed={libraryPane}
          {...does('toggle-library')}
        >
          <LibraryPaneIcon />
        </IconButton>
        <IconButton label={app.back} disabled={!canGoBack} {...does('back')}>
          <BackIcon />
        </IconButton>
        <IconButton label={app.forward} disabled={!canGoForward} {...does('forward')}>
          <ForwardIcon />
        </IconButton>
      </div>
      <div className={styles.barMiddle}>
        <SearchBox />
      </div>
      <div className={styles.barSide}>
        <ScriptSwitch />
        <SettingsPopover />
        <IconButton label={app.exportNotes} disabled={!hasReport} {...does('export')}>
          <ExportIcon />
        </IconButton>
        <IconButton
          label={notesPane ? app.hideNotes : app.showNotes}
          aria-pressed={notesPane}
          {...does('toggle-notes')}
        >
          <NotesPaneIcon />
        </IconButton>
      </div>
    </header>
  );
}
