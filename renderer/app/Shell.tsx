import { useEffect } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { SETTING_BOUNDS } from '#core/ipc/settings-values.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { isPaneShown } from '../state/window/layout-slice.ts';
import { useWindow } from '../state/window/use-window.ts';
import { classes } from '../ui/classes.ts';
import styles from './app.module.css';
import { Dialogs } from './Dialogs.tsx';
import { DropTarget } from './DropTarget.tsx';
import type { FeatureSlots } from './feature-slots.ts';
import { LeftPane } from './LeftPane.tsx';
import { PaneDivider } from './PaneDivider.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useNarrow } from './use-narrow.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Bar, three panes and the dialogs. */
export function Shell({ slots }: { readonly slots: FeatureSlots }): ReactElement {
  const { app, repair } = useMessages();
  const repairsShown = useWindow((state) => state.repairsShown);
  // Not the settings whole: each search changes some of them.
  const libraryWidth = useWindow((state) => state.settings.libraryWidth);
  const notesWidth = useWindow((state) => state.settings.notesWidth);
  const libraryPane = useWindow((state) => isPaneShown(state, 'library'));
  const notesPane = useWindow((state) => isPaneShown(state, 'notes'));
  const narrow = useWindow((state) => state.narrow);
  const changeSettings = useWindow((state) => state.changeSettings);
  const mainPane = useWindow((state) => state.mainPane);
  const { ReaderPane, SearchPane, NotesPane, SearchBox, ScriptSwitch } = slots;
  useAppCommands();
  useShortcuts();
  useNarrow();
  useOverlay();
  useDocumentTitle();
  const widths = {
    '--library-width': `${libraryWidth}px`,
    '--notes-width': `${notesWidth}px`,
  } as CSSProperties;
  return (
    <div className={styles.window}>
      <TopBar SearchBox={SearchBox} ScriptSwitch={ScriptSwitch} />
      <div className={classes(styles.panes, narrow && styles.narrow)} style={widths}>
        {libraryPane ? (
          <>
            <nav className={styles.libraryPane} aria-label={app.libraryPane}>
              <LeftPane OutlinePane={slots.OutlinePane} />
            </nav>
            {narrow ? null : (
              <PaneDivider
                label={app.resizeLibrary}
                side="left"
                width={libraryWidth}
                {...SETTING_BOUNDS.libraryWidth}
                onResize={(width) => changeSettings({ libraryWidth: width })}
              />
            )}
          </>
        ) : null}
        <main className={styles.mainPane} aria-label={app.textPane}>
          {/* The reader stays in the page behind the results, so that its place is kept. */}
          <div className={styles.fill} hidden={mainPane !== 'reading'}>
            <ReaderPane />
          </div>
          {mainPane === 'search' ? <SearchPane /> : null}
        </main>
        {notesPane ? (
          <>
            {narrow ? null : (
              <PaneDivider
                label={app.resizeNotes}
                side="right"
                width={notesWidth}
                {...SETTING_BOUNDS.notesWidth}
                onResize={(width) => changeSettings({ notesWidth: width })}
              />
            )}
            <aside className={styles.notesPane} aria-label={repairsShown ? repair.title : app.notesPane}>
              <NotesPane />
            </aside>
          </>
        ) : null}
        {narrow && (libraryPane || notesPane) ? <Scrim /> : null}
      </div>
      <Dialogs slots={slots} />
      <DropTarget />
    </div>
  );
}

/** Behind a pane that lies over the text: a press on it closes the pane, as Escape does. */
function Scrim(): ReactElement {
  const { app } = useMessages();
  const closeOverlay = useWindow((state) => state.closeOverlay);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.scrim}
      aria-label={app.closePane}
      onClick={closeOverlay}
    />
  );
}

/** A pane that lies over the text goes when the user turns to the text: by Escape, or by going to a place in it. */
function useOverlay(): void {
  const overlay = useWindow((state) => state.overlay);
  const closeOverlay = useWindow((state) => state.closeOverlay);
  const currentReportId = useWindow((state) => state.currentReportId);
  const jump = useWindow((state) => state.jump);
  useEffect(() => {
    closeOverlay();
  }, [currentReportId, jump, closeOverlay]);
  useEffect(() => {
    if (overlay === null) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) closeOverlay();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [overlay, closeOverlay]);
}
