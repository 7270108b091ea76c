import { dialog, type BrowserWindow } from 'electron';
import type { Locale } from '#core/base/locale.ts';
import { menuMessage } from '#core/messages/menu.ts';
import { FILE_KINDS } from './launch.ts';

/** Asks for folders of reports, all of which is imported; null when the user cancels. */
export async function chooseReportFolders(
  window: BrowserWindow,
  locale: Locale,
): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('chooseReportFolders', locale),
    properties: ['openDirectory', 'multiSelections'],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** Asks for reports to import; null when the user cancels. macOS chooses files and folders in one dialog. */
export async function chooseReports(
  window: BrowserWindow,
  locale: Locale,
): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('chooseReports', locale),
    properties: [
      'openFile',
      'multiSelections',
      ...(process.platform === 'darwin' ? (['openDirectory'] as const) : []),
    ],
    filters: [
      { name: menuMessage('kindReports', locale), extensions: [...FILE_KINDS] },
      { name: menuMessage('kindAll', locale), extensions: ['*'] },
    ],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** Asks for the folder that notes are written to; null when the user cancels. */
export async function chooseExportFolder(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('chooseFolder', locale),
    buttonLabel: menuMessage('exportHere', locale),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for the one file that notes are written to; null when the user cancels. The system asks about one that is there. */
export async function chooseExportFile(
  window: BrowserWindow,
  locale: Locale,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuMessage('chooseExportFile', locale),
    buttonLabel: menuMessage('exportHere', locale),
    defaultPath: name,
    filters: [
      { name: name.slice(name.lastIndexOf('.') + 1), extensions: [name.slice(name.lastIndexOf('.') + 1)] },
    ],
    properties: ['createDirectory'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for the folder of a vault; null when the user cancels. */
export async function chooseVaultFolder(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('chooseVault', locale),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for files with notes of this program or others; null when the user cancels. */
export async function chooseNotesFiles(
  window: BrowserWindow,
  locale: Locale,
): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('importNotes', locale).replace(/…$/u, ''),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: menuMessage('kindNotes', locale), extensions: ['json', 'jsonld', 'annotation', 'annotations'] },
      { name: menuMessage('kindAll', locale), extensions: ['*'] },
    ],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** Asks for the file whose text a report shall have; null when the user cancels. */
export async function chooseText(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('chooseText', locale),
    properties: ['openFile'],
    filters: [
      {
        name: menuMessage('kindTexts', locale),
        extensions: FILE_KINDS.filter((kind) => kind !== 'zhupipack'),
      },
      { name: menuMessage('kindAll', locale), extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where a table or a chart is to be saved; null when the user cancels. The name given gets the ending of the kind. */
export async function chooseSavedFile(
  window: BrowserWindow,
  locale: Locale,
  name: string,
  extension: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuMessage('saveTable', locale),
    defaultPath: `${name}.${extension}`,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks where a file is to be copied to, which the system asks again about when there is one; null when the user cancels. */
export async function chooseCopy(
  window: BrowserWindow,
  locale: Locale,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuMessage('saveOriginal', locale),
    defaultPath: name,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
