import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { PACK_EXTENSION } from '../packs/pack-format.ts';
import { fileError } from './plain-file.ts';
import { importerFor } from './read-source-file.ts';
import { meantPath, namesIn, systemPath } from './system-path.ts';

/** What an import has before it: files in order, and places that cannot even be looked at. */
export interface CollectedFiles {
  readonly entries: readonly CollectedEntry[];
  /** Files of no known kind inside folders. */
  readonly skipped: number;
}

export interface CollectedEntry {
  /** As system-path.ts carries names that are not valid UTF-8. */
  readonly path: string;
  /** Bytes of the file; 0 where that is not known. */
  readonly size: number;
  /** Why the path cannot be read; null for a file to import. */
  readonly error: ZhupiError | null;
}

/** Files of a folder that are asked about side by side. */
const AT_ONCE = 64;

/** Whether a file is a pack, by the end of its name. */
export function isPackFile(file: string): boolean {
  return file.toLowerCase().endsWith(PACK_EXTENSION);
}

/**
 * The files behind the paths that a user named: a file as it is, a folder with all below it, sorted by name. Names that
 * begin with a point are left out inside folders (editors and systems keep their own things there). A link to a folder is
 * followed as long as it does not lead out of the folder that the user named, and a folder is entered once, so that links in
 * a circle end. Nothing is thrown: what cannot be read is an entry with its error.
 */
export async function collectFiles(paths: readonly string[], signal: AbortSignal): Promise<CollectedFiles> {
  const entries: CollectedEntry[] = [];
  const entered = new Set<string>();
  let skipped = 0;

  /** @param root the real path of the named folder that it lies in; null for that folder itself */
  const enter = async (folder: string, root: string | null): Promise<void> => {
    if (signal.aborted) return;
    let names: readonly string[];
    let real: string;
    try {
      real = (await realpath(systemPath(folder), { encoding: 'buffer' })).toString('latin1');
      if (root !== null && !isBelow(real, root)) {
        skipped += 1;
        return;
      }
      if (entered.has(real)) return;
      entered.add(real);
      names = (await namesIn(folder)).filter((name) => !name.startsWith('.'));
    } catch (cause) {
      const error = new ZhupiError('folder-unreadable', { path: folder }, { cause });
      entries.push({ path: folder, size: 0, error });
      return;
    }
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const files = names.slice(at, at + AT_ONCE).map((name) => path.join(folder, name));
      // Asked side by side, for each question waits for a thread of the pool.
      const found = await Promise.allSettled(files.map((file) => stat(systemPath(file))));
      for (const [index, file] of files.entries()) {
        await visit(file, root ?? real, () => settled(found[index]));
      }
    }
  };

  const visit = async (
    file: string,
    root: string | null,
    look: () => Stats | Promise<Stats>,
  ): Promise<void> => {
    const named = root === null;
    const known = isPackFile(file) || importerFor(file) !== undefined;
    try {
      const about = await look();
      if (about.isDirectory()) await enter(file, root);
      else if (named || (known && about.isFile())) {
        entries.push({ path: file, size: about.size, error: null });
      } else skipped += 1;
    } catch (cause) {
      if (named || known) entries.push({ path: file, size: 0, error: fileError(cause, file) });
      else skipped += 1;
    }
  };

  for (const named of paths) {
    const file = await meantPath(path.resolve(named));
    await visit(file, null, () => stat(systemPath(file)));
  }
  return { entries, skipped };
}

/** Whether a real path is a folder or lies in it. */
function isBelow(real: string, folder: string): boolean {
  return real === folder || real.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** What was answered, or throws what was thrown instead. */
function settled(result: PromiseSettledResult<Stats> | undefined): Stats {
  if (result?.status === 'fulfilled') return result.value;
  throw result?.reason;
}
