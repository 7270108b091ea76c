import path from 'node:path';
import type { MainHandlers } from '#core/ipc/api.ts';
import type { exportMainCalls } from '#core/ipc/calls/export-calls.ts';
import { COLLECTION_NAME } from '#core/messages/collection-name.ts';
import { FORMAT_EXTENSIONS } from '#core/export/export-formats.ts';
import { chooseExportFile, chooseExportFolder, chooseNotesFiles, chooseVaultFolder } from './dialogs.ts';
import type { Caller } from './ipc.ts';
import type { MainContext } from './main-handlers.ts';
import { valueOf } from './value-of.ts';

/** Export and import of notes: what the user is asked a place for. `exported` gathers what the window may ask to be shown. */
export function exportHandlers(
  { library, locale }: Pick<MainContext, 'library' | 'locale'>,
  { window }: Caller,
  exported: Set<string>,
): Pick<MainHandlers, keyof typeof exportMainCalls> {
  return {
    exportWithDialog: async ({ where, ...choice }) => {
      let place: { readonly folder: string; readonly file: string | null } | null;
      if (where === 'folder') {
        const folder = await chooseExportFolder(window, locale());
        place = folder === null ? null : { folder, file: null };
      } else {
        const name = `${COLLECTION_NAME[locale()]}${FORMAT_EXTENSIONS[choice.format]}`;
        const file = await chooseExportFile(window, locale(), name);
        place = file === null ? null : { folder: path.dirname(file), file: path.basename(file) };
      }
      if (place === null) return null;
      const answer = valueOf(await library.call('exportNotes', { ...choice, ...place }));
      for (const file of answer.files) exported.add(file.path);
      return answer;
    },
    chooseVaultWithDialog: async ({ projectId }) => {
      const folder = await chooseVaultFolder(window, locale());
      return folder === null ? null : valueOf(await library.call('chooseVault', { projectId, folder }));
    },
    importNotesWithDialog: async ({ reportId }) => {
      const paths = await chooseNotesFiles(window, locale());
      return paths === null
        ? null
        : valueOf(await library.call('importNotes', { paths: [...paths], reportId }));
    },
    importNotesPaths: async (request) => valueOf(await library.call('importNotes', request)),
  };
}
