import type { Store } from '../store/open-store.ts';
import { lastSeq } from '../store/journal.ts';

/** How many records a change must touch to be one that a backup goes before. */
export const BULK = 20;

/** The journal's last row when this process last backed a library up. */
const backedUpAt = new WeakMap<Store['connection'], number>();

/**
 * Backs the library up before a change of many records; `action` (lower case letters and hyphens) names it in the list of
 * backups. Nothing is made when nothing has been written since the last one that this made. Answers the backup's path, or
 * null. Throws what {@link Store.backUp} throws; the change must then not be made.
 */
export async function backupBefore(
  store: Pick<Store, 'connection' | 'backUp'>,
  action: string,
): Promise<string | null> {
  const seq = lastSeq(store.connection);
  if (backedUpAt.get(store.connection) === seq) return null;
  const file = await store.backUp(`before-${action}`);
  backedUpAt.set(store.connection, seq);
  return file;
}
