import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import type { MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import type { Actor } from '../library-types.ts';
import { loadPlaceByText } from '../report-changes/place-by-text.ts';
import { openConnection } from '../store/connection.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { writingShownEdits } from '../store/shown-edits.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';
import { backupBefore } from './backup-before.ts';
import { mergeLibraries, type Merged } from './merge-libraries.ts';
import { takeOriginals, unpackBackup } from './unpack-backup.ts';

export interface MergeRequest {
  /** A backup file, or a database of backups/; absolute. */
  readonly file: string;
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Thrown inside a transaction to look at what it would do. */
class Rehearsed extends Error {
  readonly merged: Merged;
  constructor(merged: Merged) {
    super('rehearsed');
    this.merged = merged;
  }
}

/**
 * Brings into an open library what an archive has and the library has not, as one action that undo takes back (reports that
 * came then go to the trash). Nothing of the library is overwritten: see mergeNote for notes; of reports on both sides the
 * text stays, what the archive says about it comes where it is later, and so do its decisions about repairs where the
 * library has none. What is in the archive's trash stays there. The library is backed up first, unless nothing has to
 * change. Throws `backup-invalid`, `backup-newer`, `file-not-found`, `disk-full`, `store-unwritable`, `store-newer`, with
 * nothing changed.
 */
export async function mergeArchive(store: Store, { file, actor, now }: MergeRequest): Promise<MergeAnswer> {
  const staging = path.join(store.dataDir, `merging-${randomBytes(6).toString('hex')}`);
  try {
    fs.mkdirSync(staging, { recursive: true });
    const unpacked = await unpackBackup(file, staging, store.originals);
    await bringUpToDate(staging, now);
    const theirs = openConnection(path.join(staging, ARCHIVE_PARTS.database), { readOnly: true });
    try {
      const placeByText = await loadPlaceByText();
      const merge = (): Merged => mergeLibraries({ ours: store.connection, theirs, actor, now, placeByText });
      const planned = await writingShownEdits(() => rehearse(store, merge));
      const before = isNothing(planned) ? null : await backupBefore(store, 'merge');
      const originals = takeOriginals(unpacked.originals, staging, store.originals);
      const merged =
        before === null && isNothing(planned)
          ? planned
          : await writingShownEdits(() => store.connection.write(merge));
      const missing = unpacked.missing.map((hash) => store.originals.pathOf(hash));
      return { ok: missing.length === 0, path: file, ...merged, originals, before, missing };
    } finally {
      theirs.close();
    }
  } catch (thrown) {
    throw storeError(thrown, store.dataDir);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

/** Opens the folder as a data folder of its own, so that the database of an older program gets this one's schema. */
async function bringUpToDate(staging: string, now: number): Promise<void> {
  const store = await openStore({ dataDir: staging, now: () => now });
  await store.close();
}

/** What a merge would do; nothing of it stays. */
function rehearse(store: Store, merge: () => Merged): Merged {
  try {
    return store.connection.write((): never => {
      throw new Rehearsed(merge());
    });
  } catch (thrown) {
    if (thrown instanceof Rehearsed) return thrown.merged;
    throw thrown;
  }
}

function isNothing({ reports, notes, decisions, details, records }: Merged): boolean {
  const { added, back, updated, both } = notes;
  return reports.added + reports.back + added + back + updated + both + decisions + details + records === 0;
}
