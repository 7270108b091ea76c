import type { CSSProperties, ReactElement } from 'react';
import { SETTING_BOUNDS } from '#core/ipc/settings-values.ts';
import { ImportResultsDialog } from '../features/library/ImportResultsDialog.tsx';
import { LibraryPane } from '../features/library/LibraryPane.tsx';
import { PacksDialog } from '../features/library/PacksDialog.tsx';
import { TrashDialog } from '../features/library/TrashDialog.tsx';
import { useMessages } from '../i18n/messages-context.ts';
import { useWindow } from '../state/use-window.ts';
import styles from './app.module.css';
import { DropTarget } from './DropTarget.tsx';
import type { FeatureSlots } from './feature-slots.ts';
import { PaneDivider } from './PaneDivider.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Bar, three panes and the dialogs. */
export function Shell({ slots }: { readonly slots: FeatureSlots }): ReactElement {
  const { app } = useMessages();
  const { libraryPane, notesPane, libraryWidth, notesWidth } = useWindow((state) => state.settings);
  const changeSettings = useWindow((state) => state.changeSettings);
  const mainPane = useWindow((state) => state.mainPane);
  const { ReaderPane, SearchPane, NotesPane, SearchBox, ScriptSwitch } = slots;
  useAppCommands();
  useShortcuts();
  useDocumentTitle();
  const widths = {
    '--library-width': `${libraryWidth}px`,
    '--notes-width': `${notesWidth}px`,
  } as CSSProperties;
  return (
    <div className={styles.window}>
      <TopBar SearchBox={SearchBox} ScriptSwitch={ScriptSwitch} />
      <div className={styles.panes} style={widths}>
        {libraryPane ? (
          <>
            <nav className={styles.libraryPane} aria-label={app.libraryPane}>
              <LibraryPane />
            </nav>
            <PaneDivider
              label={app.resizeLibrary}
              side="left"
              width={libraryWidth}
              {...SETTING_BOUNDS.libraryWidth}
              onResize={(width) => changeSettings({ libraryWidth: width })}
            />
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
            <PaneDivider
              label={app.resizeNotes}
              side="right"
              width={notesWidth}
              {...SETTING_BOUNDS.notesWidth}
              onResize={(width) => changeSettings({ notesWidth: width })}
            />
            <aside className={styles.notesPane} aria-label={app.notesPane}>
              <NotesPane />
            </aside>
          </>
        ) : null}
      </div>
      <Dialogs slots={slots} />
      <DropTarget />
    </div>
  );
}

function Dialogs({ slots: { ExportDialog, keyHelp } }: { readonly slots: FeatureSlots }): ReactElement {
  const dialog = useWindow((state) => state.dialog);
  const closeDialog = useWindow((state) => state.closeDialog);
  const reportId = useWindow((state) => state.currentReportId);
  return (
    <>
      <ShortcutsDialog keyHelp={keyHelp} />
      <TrashDialog />
      <PacksDialog />
      <ImportResultsDialog />
      {dialog === 'export' && reportId !== null ? (
        <ExportDialog reportIds={[reportId]} onClose={closeDialog} />
      ) : null}
      {dialog === 'export-all' ? <ExportDialog reportIds={null} onClose={closeDialog} /> : null}
    </>
  );
}
