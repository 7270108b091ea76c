import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/**
 * The first moment that zip can say. fflate writes the local parts of a date, so a date of local parts gives the same bytes
 * in every time zone.
 */
const fixedTime = (): Date => new Date(1980, 0, 1);

/** Limits against a file that swells when it is inflated. */
const MOST_ENTRIES = 1_000;
const MOST_BYTES = 256 * 1024 * 1024;

/** A zip whose bytes depend on nothing but the files and their order. */
export function writeZip(files: readonly (readonly [name: string, content: string])[]): Uint8Array {
  const entries: Zippable = {};
  const mtime = fixedTime();
  for (const [name, content] of files) {
    entries[name] = [strToU8(content), { mtime, level: 9, os: 0 }];
  }
  return zipSync(entries);
}

/**
 * The files of a zip whose names are wanted, by name. Sizes are added up from the directory before anything is inflated, and an entry is never
 * inflated beyond the size that it claims.
 * @throws Error when the bytes are no zip, or one that swells too much
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const files = unzipSync(bytes, {
    filter: (file) => {
      entries += 1;
      total += file.originalSize;
      if (entries > MOST_ENTRIES || total > MOST_BYTES) throw new Error('the zip swells too much');
      return isWanted(file.name);
    },
  });
  return new Map(Object.entries(files));
}

/** The JSON of a file in a zip; unknown until a schema has seen it. */
export function readJson(files: ReadonlyMap<string, Uint8Array>, name: string): unknown {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`${name} is missing`);
  return JSON.parse(strFromU8(bytes));
}
