import { app } from 'electron';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import { dataFolder } from '#services/data-folder.ts';
import { folderRisk } from '#services/folder-risk.ts';

/**
 * What the user must know of a data folder on a network or synced drive, with the folder of this computer that is better
 * (DESIGN 9.17); null where nothing is known against it, or there is no better one.
 */
export async function riskyFolderNotice(folder: string): Promise<LibraryNotice | null> {
  const env = { ...process.env, ZHUPI_DATA_DIR: undefined };
  const localFolder = dataFolder({ fromCheckout: !app.isPackaged, env });
  if (localFolder === folder) return null;
  const why = await folderRisk(folder);
  return why === null ? null : { kind: 'risky-folder', why, folder, localFolder };
}
