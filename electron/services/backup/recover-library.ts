import type { LostRecord } from '#core/ipc/calls/backup-calls.ts';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { newestGoodBackup } from '../store/backups.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { openStore } from '../store/open-store.ts';
import { holdAlone } from '../store/running-marker.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';
import { readDatabaseFacts } from './database-facts.ts';
import { mergeSalvaged } from './merge-salvaged.ts';
import { rereadOriginals, type RereadText } from './reread-text.ts';
import { graftSchema } from './graft-schema.ts';
import { setAside, takeDatabase } from './place-database.ts';
import { copyPlain } from './unpack-backup.ts';

export interface RecoverAnswer {
  readonly reports: number;
  readonly notes: number;
  /** Where the damaged database was set aside; empty when it was gone. */
  readonly setAside: string;
  /** The backup that gave what could not be read; null when there is none. */
  readonly backup: string | null;
  /** What is known to be lost, by report; empty = nothing. */
  readonly lost: readonly LostRecord[];
}

/**
 * Makes a whole database of a damaged one: what can be read of it, the rest from the newest good backup, and texts that neither
 * has from the files as they were imported. The damaged
 * file is set aside first and stays. Throws `store-locked`, `disk-full`, `store-unwritable`, and leaves all as it was.
 */
export async function recoverLibrary(dataDir: string, now: number): Promise<RecoverAnswer> {
  const staging = path.join(dataDir, `restoring-${randomBytes(6).toString('hex')}`);
  const release = holdAlone(dataDir);
  let aside: string | undefined;
  try {
    fs.mkdirSync(staging, { recursive: true });
    aside = setAside(dataDir, now);
    const database = path.join(staging, ARCHIVE_PARTS.database);
    const backup = newestGoodBackup(path.join(dataDir, 'backups')) ?? null;
    if (backup !== null) await copyPlain(backup, database);
    const lost = await fillIn({ dataDir, staging, aside, backup }, now);
    const facts = await readDatabaseFacts(database);
    if (typeof facts === 'string') throw new Error(facts);
    takeDatabase(database, dataDir);
    const kept = fs.existsSync(aside) ? aside : '';
    return { reports: facts.reports, notes: facts.notes, setAside: kept, backup, lost };
  } catch (thrown) {
    // The damaged file stands where it was; copies of it from every try would fill the disk.
    if (aside !== undefined) fs.rmSync(path.dirname(aside), { recursive: true, force: true });
    throw storeError(thrown, dataDir);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
    release();
  }
}

interface Filling {
  readonly dataDir: string;
  readonly staging: string;
  /** The damaged database. */
  readonly aside: string;
  readonly backup: string | null;
}

/** Opens the staging folder as a data folder of its own, so that an older backup is brought up to date. */
async function fillIn(
  { dataDir, staging, aside, backup }: Filling,
  now: number,
): Promise<readonly LostRecord[]> {
  const store = await openStore({ dataDir: staging, now: () => now });
  try {
    // A copy: reading a database with a log writes to both.
    const copy = path.join(staging, 'damaged.db');
    if (!fs.existsSync(aside)) return [];
    fs.copyFileSync(aside, copy);
    if (fs.existsSync(`${aside}-wal`)) fs.copyFileSync(`${aside}-wal`, `${copy}-wal`);
    if (backup !== null) graftSchema(copy, backup);
    return await salvage(copy, store.connection, rereadOriginals(dataDir));
  } finally {
    await store.close();
  }
}

async function salvage(copy: string, whole: Connection, reread: RereadText): Promise<readonly LostRecord[]> {
  let damaged: Connection;
  try {
    damaged = openConnection(copy);
    damaged.get('PRAGMA cell_size_check = ON');
    damaged.get('SELECT count(*) FROM sqlite_schema');
  } catch {
    // Not even its tables can be named: the backup is all there is.
    return [];
  }
  try {
    return await mergeSalvaged(damaged, whole, reread);
  } finally {
    damaged.close();
  }
}
