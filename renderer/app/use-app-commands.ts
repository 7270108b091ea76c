import { DEFAULT_SETTINGS, SETTING_BOUNDS } from '#core/ipc/settings-values.ts';
import { useCommand } from '../state/window/commands.ts';
import { useWindowParts } from '../state/window/use-window.ts';

const SIZE_STEP = 1;
const { min, max } = SETTING_BOUNDS.fontSize;

/** The shell's own commands: dialogs, panes, size, reading history, undo. The script switch handles the scripts. */
export function useAppCommands(): void {
  const { client, store } = useWindowParts();
  const state = store.getState;
  const resize = (by: number): void => {
    const fontSize = Math.min(max, Math.max(min, state().settings.fontSize + by));
    state().changeSettings({ fontSize });
  };
  const withReport = (act: (reportId: string) => void): boolean => {
    const { currentReportId } = state();
    if (currentReportId !== null) act(currentReportId);
    return currentReportId !== null;
  };
  useCommand('import', () => void state().importWithDialog());
  useCommand('import-folder', () => void state().importWithDialog('folders'));
  useCommand('import-clipboard', () => void state().importClipboard());
  useCommand('export', () => {
    if (state().currentReportId === null) return false;
    state().showDialog('export');
  });
  useCommand('export-all', () => state().showDialog('export-all'));
  useCommand('backups', () => state().showDialog('backups'));
  useCommand('import-notes', () => {
    void import('../state/notes/import-notes.ts').then(({ importNotesWithDialog }) =>
      importNotesWithDialog({ client, state }),
    );
  });
  useCommand('settings', () => state().showDialog('settings'));
  useCommand('shortcuts', () => state().showDialog('shortcuts'));
  useCommand('codes', () => state().showDialog('codes'));
  useCommand('matrix', () => state().showDialog('matrix'));
  useCommand('tags', () => state().showDialog('tags'));
  useCommand('projects', () => state().showDialog('projects'));
  useCommand('outline', () => {
    state().wantOutline(true);
    state().showLeftTab('outline');
    state().showPane('library');
  });
  useCommand('report-info', () => withReport(() => state().showDialog('report-info')));
  useCommand('reopen-encoding', () => withReport(() => state().showDialog('encoding')));
  useCommand('replace-text', () => withReport((reportId) => void state().replaceText(reportId)));
  useCommand('save-original', () => withReport((reportId) => void state().saveOriginal(reportId)));
  useCommand('toggle-library', () => state().togglePane('library'));
  useCommand('toggle-notes', () => state().togglePane('notes'));
  useCommand('full-screen', () => void client.toggleFullScreen({}));
  useCommand('larger', () => resize(SIZE_STEP));
  useCommand('smaller', () => resize(-SIZE_STEP));
  useCommand('default-size', () => state().changeSettings({ fontSize: DEFAULT_SETTINGS.fontSize }));
  useCommand('back', () => state().goBack());
  useCommand('forward', () => state().goForward());
  useCommand('undo', () => void state().undo());
  useCommand('redo', () => void state().redo());
}
