import { statfs } from 'node:fs/promises';
import path from 'node:path';

/** Why a database is not safe in a folder: another machine's disk, or a service that copies files while they are written. */
export type FolderRisk = 'network' | 'synced';

/** Numbers of file systems over a network in Linux's statfs(2): NFS, SMB, SMB 2, CIFS, 9P, AFS, Ceph, Coda. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x01021997, 0x5346414f, 0x00c36400, 0x73757245,
]);

/** Names of folders that services keep the same on several machines. */
const SYNCED =
  /^(?:dropbox|onedrive(?: - .+)?|google ?drive|my drive|icloud ?drive|com~apple~clouddocs|mobile documents|nextcloud|owncloud|syncthing|坚果云|nutstore(?: files)?|我的坚果云|百度网盘.*|baidusyncdisk|weiyun|微云.*)$/iu;

/**
 * Whether a data folder lies where SQLite may be harmed (https://www.sqlite.org/howtocorrupt.html, 2.1); null when nothing
 * is known against it. `folder` is absolute and need not be there; `typeOf` answers the number of the file system.
 */
export async function folderRisk(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  typeOf: (folder: string) => Promise<number> = async (existing) => (await statfs(existing)).type,
): Promise<FolderRisk | null> {
  if (platform === 'win32' && /^(?:\\\\|\/\/)(?![?.])/u.test(folder)) return 'network';
  if (platform === 'linux' && (await isOnNetwork(folder, typeOf))) return 'network';
  const isSynced = folder.split(/[\\/]/u).some((name) => SYNCED.test(name));
  return isSynced ? 'synced' : null;
}

/** A folder that is not there yet will lie where the nearest one above it lies. */
async function isOnNetwork(folder: string, typeOf: (folder: string) => Promise<number>): Promise<boolean> {
  try {
    // The number comes with a sign on some builds.
    return NETWORK_TYPES.has((await typeOf(folder)) >>> 0);
  } catch {
    const parent = path.dirname(folder);
    return parent !== folder && (await isOnNetwork(parent, typeOf));
  }
}
