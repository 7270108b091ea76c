import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ZhupiError } from '#core/base/app-error.ts';
import { parsedJson } from '#core/base/parsed-json.ts';
import { storeError } from '../store/sqlite-error.ts';
import type { ArchiveManifest } from './archive-format.ts';
import {
  ARCHIVE_LIMITS,
  ARCHIVE_PARTS,
  ARCHIVE_SCHEMA_VERSION,
  archiveManifestSchema,
} from './archive-format.ts';

/**
 * Reads a backup file wholly and checks that it holds what its manifest says, byte for byte, and nothing else; with
 * `folder`, its parts are unpacked there under their names, and are on the disk when this returns. Only the names that the
 * manifest gives are ever written, so no entry leads out of the folder. Throws `backup-invalid`, `backup-newer`,
 * `file-not-found`, and for `folder` `disk-full` and `store-unwritable`.
 */
export async function readArchive(file: string, folder: string | null): Promise<ArchiveManifest> {
  return inArchive(file, folder, async (zip, entries, manifest) => {
    const parts = partsOf(manifest);
    const unknown = [...entries.keys()].find((name) => name !== ARCHIVE_PARTS.manifest && !parts.has(name));
    if (unknown !== undefined) throw new Error(`${unknown} is not of a backup`);
    for (const [name, part] of parts) {
      const entry = entries.get(name);
      if (entry?.uncompressedSize !== part.size) throw new Error(`${name} is missing or of another size`);
      const target = folder === null ? null : path.join(folder, ...name.split('/'));
      const hash = await unpack(await zip.openReadStreamPromise(entry), target);
      if (hash !== part.hash) throw new Error(`${name} is damaged`);
    }
  });
}

/** Whether a file has the manifest of a backup; what else is in it is not looked at. */
export async function isArchive(file: string): Promise<boolean> {
  try {
    await inArchive(file, null, () => Promise.resolve());
    return true;
  } catch (thrown) {
    return thrown instanceof ZhupiError && thrown.code === 'backup-newer';
  }
}

type Look = (zip: ZipFile, entries: ReadonlyMap<string, Entry>, manifest: ArchiveManifest) => Promise<void>;

async function inArchive(file: string, folder: string | null, look: Look): Promise<ArchiveManifest> {
  const { size } = await statArchive(file);
  const zip = await openPromise(file, { strictFileNames: true, autoClose: false }).catch((cause: unknown) => {
    throw invalid(file, cause);
  });
  try {
    const entries = await listEntries(zip, file, size);
    const manifest = await readManifest(zip, entries, file);
    await look(zip, entries, manifest);
    return manifest;
  } catch (thrown) {
    throw invalid(file, folder === null ? thrown : storeError(thrown, folder));
  } finally {
    zip.close();
  }
}

async function statArchive(file: string): Promise<fs.Stats> {
  let stat: fs.Stats;
  try {
    stat = await fs.promises.stat(file);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ZhupiError(isMissing ? 'file-not-found' : 'file-unreadable', { path: file }, { cause });
  }
  if (stat.isDirectory()) throw new ZhupiError('file-unreadable', { path: file, reason: 'folder' });
  if (!stat.isFile()) throw invalid(file, new Error('it is no file'));
  return stat;
}

/** Entries by name, their sizes added up before anything is unpacked. yauzl refuses names that lead out of a folder. */
async function listEntries(zip: ZipFile, file: string, size: number): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  const most = Math.max(ARCHIVE_LIMITS.freeBytes, size * ARCHIVE_LIMITS.ratio);
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new Error(`${entry.fileName} stands there twice`);
    if (entry.isEncrypted()) throw new Error(`${entry.fileName} is encrypted`);
    total += entry.uncompressedSize;
    if (total > most) throw new ZhupiError('backup-invalid', { path: file, reason: 'expands' });
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function readManifest(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  file: string,
): Promise<ArchiveManifest> {
  const entry = entries.get(ARCHIVE_PARTS.manifest);
  if (entry === undefined) throw new Error(`${ARCHIVE_PARTS.manifest} is missing`);
  if (entry.uncompressedSize > ARCHIVE_LIMITS.manifestBytes) throw new Error('the manifest is too large');
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const parsed = archiveManifestSchema.safeParse(parsedJson(Buffer.concat(chunks).toString('utf8')));
  if (!parsed.success) throw new Error('the manifest is not that of a backup');
  if (parsed.data.schema > ARCHIVE_SCHEMA_VERSION) throw new ZhupiError('backup-newer', { path: file });
  return parsed.data;
}

function partsOf(
  manifest: ArchiveManifest,
): ReadonlyMap<string, { readonly hash: string; readonly size: number }> {
  return new Map([
    [ARCHIVE_PARTS.database, manifest.database],
    ...manifest.originals.map((original) => [ARCHIVE_PARTS.original(original.hash), original] as const),
  ]);
}

/** Answers the SHA-256 of what came out. yauzl ends a stream that gives more or less than its entry says. */
async function unpack(stream: Readable, target: string | null): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  if (target === null) {
    hashing.resume();
    await pipeline(stream, hashing);
  } else {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    await pipeline(stream, hashing, fs.createWriteStream(target, { flags: 'wx', flush: true }));
  }
  return hash.digest('hex');
}

function invalid(file: string, thrown: unknown): ZhupiError {
  if (thrown instanceof ZhupiError) return thrown;
  return new ZhupiError('backup-invalid', { path: file }, { cause: thrown });
}
