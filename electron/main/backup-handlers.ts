import { dialog, type BrowserWindow } from 'electron';
import type { Locale } from '#core/base/locale.ts';
import type { MainHandlers } from '#core/ipc/api.ts';
import type { backupMainCalls } from '#core/ipc/calls/backup-calls.ts';
import { menuMessage } from '#core/messages/menu.ts';
import type { Caller } from './ipc.ts';
import type { MainContext } from './main-handlers.ts';
import { valueOf } from './value-of.ts';

/** Calls about backups that ask for a place, or that every window must hear of. */
export function backupHandlers(
  { library, locale, closeNotice }: MainContext,
  { window }: Caller,
): Pick<MainHandlers, keyof typeof backupMainCalls> {
  return {
    restoreBackup: async (request) => valueOf(await library.call('restoreBackup', request)),
    exportLibraryWithDialog: async () => {
      const path = await chooseArchiveToWrite(window, locale());
      return path === null ? null : valueOf(await library.call('writeArchive', { path }));
    },
    mergeArchiveWithDialog: async () => {
      const path = await chooseArchive(window, locale());
      return path === null ? null : valueOf(await library.call('mergeArchive', { path }));
    },
    closeNotice: ({ kind }) => {
      closeNotice(kind);
      return {};
    },
  };
}

const ARCHIVE_FILTER = (locale: Locale) => ({
  name: menuMessage('kindArchive', locale),
  extensions: ['zip'],
});

/** Null when the user cancels; the system asks again about a file that is there. */
async function chooseArchiveToWrite(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const day = new Date().toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuMessage('saveArchive', locale),
    defaultPath: `zhupi-${day}.zip`,
    filters: [ARCHIVE_FILTER(locale)],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Null when the user cancels. */
async function chooseArchive(window: BrowserWindow, locale: Locale): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: menuMessage('chooseArchive', locale),
    properties: ['openFile'],
    filters: [ARCHIVE_FILTER(locale), { name: menuMessage('kindAll', locale), extensions: ['*'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
