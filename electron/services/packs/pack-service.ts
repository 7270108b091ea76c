import { readdirSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { PackSummary } from '#core/ipc/payloads.ts';
import type { PackDeps, PackService } from '../library-types.ts';
import { systemPath } from '../importers/system-path.ts';
import { hashBytes } from '../store/hashes.ts';
import { writeWhole } from '../store/originals.ts';
import { storeError } from '../store/sqlite-error.ts';
import type { BuiltPackIndex } from './pack-format.ts';
import { isPackName, PACK_EXTENSION, PACK_LIMITS } from './pack-format.ts';
import type { Pack } from './read-pack.ts';

/** A pack's index as core/search loads it. */
export interface PackIndexSource {
  readonly packId: string;
  readonly reportIds: readonly string[];
  /**
   * Parses the index anew at each call. Null: the pack carries none, and its reading texts must be indexed when it is
   * loaded. Throws `pack-invalid`.
   */
  readonly readIndex: () => BuiltPackIndex | null;
}

/** The packs, and their indexes for the search. */
export interface IndexedPackService extends PackService {
  readonly indexes: () => readonly PackIndexSource[];
  /** Resolves when no loading is under way. */
  readonly loaded: () => Promise<void>;
}

/** No pack within the limits is larger; more is not read. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;

interface LoadedPack {
  readonly pack: Pack;
  readonly bundled: boolean;
  readonly bytesHash: string;
}

/**
 * Installed packs lie in `packs/<id>.zhupipack` of the data folder, those of the program where the program is. An
 * installed pack stands in front of a bundled one of the same id; removing it brings the bundled one back.
 */
export function createPacks(deps: PackDeps): IndexedPackService {
  const folder = path.join(deps.dataDir, 'packs');
  const bundled = new Map<string, LoadedPack>();
  const installed = new Map<string, LoadedPack>();
  const current = () => new Map([...bundled, ...installed]);
  const reports = () => [...current().values()].flatMap(({ pack }) => pack.reports);
  let loading = Promise.resolve();

  const loadAll = async (): Promise<void> => {
    deps.onState('loading');
    let failed = false;
    const load = async (file: string, into: Map<string, LoadedPack>, isBundled: boolean) => {
      try {
        const loaded = await loadedPack(await readPackFile(file), file, isBundled);
        into.set(loaded.pack.manifest.packId, loaded);
      } catch {
        failed = true;
      }
    };
    for (const file of deps.packFiles) await load(file, bundled, true);
    for (const name of installedPacks(deps.dataDir)) await load(path.join(folder, name), installed, false);
    deps.onState(failed ? 'failed' : 'ready');
  };

  return {
    list: () => reports().map(({ content }) => content.summary),
    open: (reportId) => reports().find(({ content }) => content.summary.reportId === reportId)?.content,
    findDuplicate: (bytesHash, sourceHash) => {
      const same = reports().find(
        (report) => report.bytesHash === bytesHash || report.content.sourceHash === sourceHash,
      );
      if (same === undefined) return undefined;
      const { reportId, title, chars } = same.content.summary;
      return { reportId, title, chars, where: 'pack' };
    },
    load: () => {
      loading = loadAll();
      return loading;
    },
    loaded: () => loading,
    summaries: () => [...current().values()].map(summaryOf),
    install: async (file) => {
      const bytes = await readPackFile(file);
      const loaded = await loadedPack(bytes, file, false);
      // A pack with a broken index is refused now, not at the first search.
      loaded.pack.readIndex();
      const { packId } = loaded.pack.manifest;
      const known = current().get(packId);
      const { reportIds } = indexSourceOf(loaded.pack);
      if (known?.bytesHash === loaded.bytesHash) return { pack: summaryOf(known), isNew: false, reportIds };
      if (known !== undefined) requireNoOlder(file, loaded, known);
      writeWhole(path.join(folder, `${packId}${PACK_EXTENSION}`), bytes);
      installed.set(packId, loaded);
      return { pack: summaryOf(loaded), isNew: true, reportIds };
    },
    remove: async (packId) => {
      // The id comes from outside and names a file: only a name may pass.
      if (!isPackName(packId)) throw new ZhupiError('pack-not-found', { packId });
      try {
        await rm(path.join(folder, `${packId}${PACK_EXTENSION}`));
      } catch (cause) {
        const missing = ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
        throw missing ? new ZhupiError('pack-not-found', { packId }, { cause }) : storeError(cause, folder);
      }
      installed.delete(packId);
    },
    indexes: () => [...current().values()].map(({ pack }) => indexSourceOf(pack)),
    close: async () => {
      bundled.clear();
      installed.clear();
      await Promise.resolve();
    },
  };
}

/** Versions are free words; only those that begin with a number have an order. */
const VERSION = /^v?\d/iu;
const inOrder = new Intl.Collator('en', { numeric: true });

/** Throws `pack-older`. */
function requireNoOlder(file: string, loaded: LoadedPack, present: LoadedPack): void {
  const [version, known] = [loaded.pack.manifest.version, present.pack.manifest.version];
  if (!VERSION.test(version) || !VERSION.test(known) || inOrder.compare(version, known) >= 0) return;
  throw new ZhupiError('pack-older', { path: file, version, known });
}

function summaryOf({ pack, bundled }: LoadedPack): PackSummary {
  const { packId, title, version } = pack.manifest;
  return { packId, title, version, reports: pack.reports.length, bundled };
}

function indexSourceOf({ manifest, reports, readIndex }: Pack): PackIndexSource {
  const reportIds = reports.map(({ content }) => content.summary.reportId);
  return { packId: manifest.packId, reportIds, readIndex };
}

/** Names of the files of installed packs, in order. */
export function installedPacks(dataDir: string): readonly string[] {
  try {
    return readdirSync(path.join(dataDir, 'packs'))
      .filter((name) => name.endsWith(PACK_EXTENSION))
      .toSorted();
  } catch {
    // No pack has been installed yet.
    return [];
  }
}

/** The parsers of a pack are evaluated with the first one: the start of the program needs none. */
async function loadedPack(bytes: Uint8Array, file: string, bundled: boolean): Promise<LoadedPack> {
  const { readPack } = await import('./read-pack.ts');
  return { pack: readPack(bytes, file), bundled, bytesHash: hashBytes(bytes) };
}

async function readPackFile(file: string): Promise<Uint8Array> {
  try {
    const about = await stat(systemPath(file));
    if (!about.isFile()) throw new ZhupiError('file-unreadable', { path: file });
    if (about.size > MOST_FILE_BYTES) {
      throw new ZhupiError('pack-too-large', { path: file, ...PACK_LIMITS });
    }
    return await readFile(systemPath(file));
  } catch (cause) {
    if (cause instanceof ZhupiError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ZhupiError(missing ? 'file-not-found' : 'file-unreadable', { path: file }, { cause });
  }
}
