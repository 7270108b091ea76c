import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ArchiveAnswer } from '#core/ipc/calls/backup-calls.ts';
import { copyDatabase } from '../store/backups.ts';
import type { Store } from '../store/open-store.ts';
import { removeQuietly, syncFolder } from '../store/originals.ts';
import { storeError } from '../store/sqlite-error.ts';
import type { ArchiveManifest } from './archive-format.ts';
import { ARCHIVE_PARTS, ARCHIVE_SCHEMA_VERSION } from './archive-format.ts';
import { readDatabaseFacts } from './database-facts.ts';
import { hashFile } from './hash-file.ts';
import { isArchive, readArchive } from './read-archive.ts';

/**
 * Writes the whole library, database and originals, into one file, while others read and write: one moment of the database,
 * and every original that it names. The file is read back and checked before it takes its name; until then a file of that
 * name stays as it was. Throws `backup-target-taken` for a file that is no backup, `store-damaged`, and the errors of a
 * place that the user chose: `export-folder-missing`, `export-folder-unwritable`, `export-disk-full`.
 */
export async function writeBackup(store: Store, file: string, now: number): Promise<ArchiveAnswer> {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) throw new ZhupiError('export-folder-missing', { path: folder });
  await requireOurs(file);
  const stem = `${file}.${randomBytes(6).toString('hex')}`;
  const [database, archive] = [`${stem}.db.tmp`, `${stem}.tmp`];
  try {
    await copyDatabase(store.connection.path, database);
    const { manifest, missing } = await describe(store, database, now);
    await writeZip(store, manifest, database, archive);
    await readArchive(archive, null);
    fs.renameSync(archive, file);
    syncFolder(folder);
    const { reports, notes, originals } = manifest;
    const bytes = fs.statSync(file).size;
    const ok = missing.length === 0;
    return { ok, path: file, bytes, reports, notes, originals: originals.length, missing };
  } catch (thrown) {
    throw chosenPlaceError(thrown, file);
  } finally {
    removeQuietly(database);
    removeQuietly(archive);
  }
}

/** A file that is there already is replaced only when it is a backup. */
async function requireOurs(file: string): Promise<void> {
  if (fs.existsSync(file) && !(await isArchive(file))) {
    throw new ZhupiError('backup-target-taken', { path: file });
  }
}

async function describe(store: Store, database: string, now: number) {
  const facts = await readDatabaseFacts(database);
  if (typeof facts === 'string') {
    throw new ZhupiError('store-damaged', { path: store.connection.path }, { cause: new Error(facts) });
  }
  const originals: ArchiveManifest['originals'] = [];
  const missing: string[] = [];
  for (const hash of facts.originals) {
    const found = await hashFile(store.originals.pathOf(hash)).catch(() => undefined);
    if (found?.hash === hash) originals.push(found);
    else missing.push(hash);
  }
  const manifest: ArchiveManifest = {
    zhupi: 'backup',
    schema: ARCHIVE_SCHEMA_VERSION,
    madeAt: now,
    database: { ...(await hashFile(database)), schemaVersion: facts.schemaVersion },
    reports: facts.reports,
    notes: facts.notes,
    originals,
    missing,
  };
  return { manifest, missing: missing.map((hash) => store.originals.pathOf(hash)) };
}

async function writeZip(
  store: Store,
  manifest: ArchiveManifest,
  database: string,
  archive: string,
): Promise<void> {
  const zip = new ZipFile();
  const output = fs.createWriteStream(archive, { flags: 'wx', flush: true });
  const written = pipeline(zip.outputStream, output);
  // An original that goes while it is packed ends the zip, not the process.
  zip.on('error', (error: Error) => output.destroy(error));
  const mtime = new Date(manifest.madeAt);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest)}\n`, 'utf8'), ARCHIVE_PARTS.manifest, { mtime });
  const add = (name: string, file: string): void => {
    // Lazily: a thousand open files would be more than a system gives.
    zip.addReadStreamLazy(name, { mtime }, (give) => {
      give(null, fs.createReadStream(file));
    });
  };
  add(ARCHIVE_PARTS.database, database);
  for (const { hash } of manifest.originals) add(ARCHIVE_PARTS.original(hash), store.originals.pathOf(hash));
  zip.end();
  await written;
}

/** The store's codes in the words of a place that the user chose. */
function chosenPlaceError(thrown: unknown, file: string): unknown {
  const error = storeError(thrown, file);
  if (!(error instanceof ZhupiError)) return error;
  if (error.code === 'disk-full') {
    return new ZhupiError('export-disk-full', { path: file }, { cause: thrown });
  }
  if (error.code === 'store-unwritable') {
    return new ZhupiError('export-folder-unwritable', { path: path.dirname(file) }, { cause: thrown });
  }
  return error;
}
