import type { LostRecord } from '#core/ipc/calls/backup-calls.ts';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { newestGoodBackup } from '../store/backups.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { holdAlone } from '../store/running-marker.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ARCHIVE_PARTS } from './archive-format.ts';
import { readDatabaseFacts } from './database-facts.ts';
import { mergeSalvaged } from './merge-salvaged.ts';
import { rereadOriginals, type RereadText } from './reread-text.ts';
import { graftSchema } from './graft-schema.ts';
import { reimportOriginals } from './reimport-originals.ts';
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
  /** Reports of which no row was left: they were imported once more from their files, without notes. */
  readonly remade: number;
  /** Whether there was something, and nothing of it could be read: the library is empty now. */
  readonly unread: boolean;
}

/**
 * Makes a whole database of a damaged or missing one: what can be read of it, the rest from the newest good backup, and texts
 * and reports that neither has from the files as they were imported. The damaged file is set aside first and stays. Throws `store-locked`, `disk-full`, `store-unwritable`, and leaves all as it was.
 */
export async function recoverLibrary(dataDir: string, now: number): Promise<RecoverAnswer> {
  const staging = path.join(dataDir, `restoring-${randomBytes(6).toString('hex')}`);
  const release = holdAlone(dataDir);
  let aside: string | undefined;
  try {
    fs.mkdirSync(staging, { recursive: true });
    aside = setAside(dataDir, now);
    const database = path.join(staging, ARCHIVE_PARTS.database);
    const backup = newestGoodBackup(path.join(dataDir, 'backups'), now) ?? null;
    if (backup !== null) await copyPlain(backup, database);
    const { lost, isRead, remade } = await fillIn({ dataDir, staging, aside, database }, now);
    const facts = await readDatabaseFacts(database);
    if (typeof facts === 'string') throw new Error(facts);
    takeDatabase(database, dataDir);
    const kept = fs.existsSync(aside) ? aside : '';
    const { reports, notes } = facts;
    const unread = backup === null && !isRead;
    return { reports, notes, setAside: kept, backup, lost, remade, unread };
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
  /** The whole one: the backup, or one that is made here. */
  readonly database: string;
}

interface Filled {
  readonly lost: readonly LostRecord[];
  readonly remade: number;
  /** Whether the damaged database could be read without help, or anything came out. */
  readonly isRead: boolean;
}

/** Opens the staging folder as a data folder of its own, so that an older backup is brought up to date. */
async function fillIn({ dataDir, staging, aside, database }: Filling, now: number): Promise<Filled> {
  const open = (): Promise<Store> => openStore({ dataDir: staging, now: () => now });
  // A copy: reading a database with a log writes to both.
  const copy = path.join(staging, 'damaged.db');
  let isNamed = false;
  if (fs.existsSync(aside)) {
    fs.copyFileSync(aside, copy);
    if (fs.existsSync(`${aside}-wal`)) fs.copyFileSync(`${aside}-wal`, `${copy}-wal`);
    // Closing it leaves all of it in one file.
    if (!fs.existsSync(database)) await (await open()).close();
    isNamed = graftSchema(copy, database);
  }
  const store = await open();
  try {
    const lost = fs.existsSync(copy) ? await salvage(copy, store.connection, rereadOriginals(dataDir)) : [];
    const remade = await reimportOriginals(dataDir, store.connection, now);
    const isEmpty = store.connection.get('SELECT 1 FROM report') === undefined;
    return { lost, remade, isRead: isNamed || !isEmpty };
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
    // Not even its tables can be named: the backup and the originals are all there is.
    return [];
  }
  try {
    return await mergeSalvaged(damaged, whole, reread);
  } finally {
    damaged.close();
  }
}
