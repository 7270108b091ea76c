import * as fs from 'node:fs';
import { prepareBytes } from '../importers/prepare-report.ts';
import type { Connection } from '../store/connection.ts';
import { reportIdOf } from '../store/hashes.ts';
import { insertReport } from '../store/insert-report.ts';
import { openOriginals } from '../store/originals.ts';
import { kindOfBytes } from './kind-of-bytes.ts';

/** Characters of a hash that name a report whose text says no title. */
const NAME_LENGTH = 8;

/**
 * Imports the files of originals/ that no row of the database names, as reports without notes. A file that is not whole, or
 * that no import takes, is left where it is. Answers how many came in. Throws what the store throws.
 */
export async function reimportOriginals(dataDir: string, whole: Connection, now: number): Promise<number> {
  const originals = openOriginals(dataDir);
  let remade = 0;
  for (const hash of originals.list()) {
    if (isNamed(whole, hash) || !originals.isWhole(hash)) continue;
    const report = await readOriginal(originals.pathOf(hash), hash);
    if (report !== null && insertReport(whole, originals, report, now) !== undefined) remade += 1;
  }
  return remade;
}

/** Whether a version is of this file, or its report stands there without its text. */
function isNamed(whole: Connection, hash: string): boolean {
  return (
    whole.get(
      `SELECT 1 FROM source_version WHERE bytes_hash = ? UNION ALL SELECT 1 FROM report WHERE id = ?`,
      hash,
      reportIdOf(hash),
    ) !== undefined
  );
}

/** The name of the file is not kept, so its bytes must tell its kind. */
async function readOriginal(file: string, hash: string) {
  try {
    const bytes = fs.readFileSync(file);
    const name = `${hash.slice(0, NAME_LENGTH)}${kindOfBytes(bytes)}`;
    const prepared = await prepareBytes(bytes, name, { isKnown: () => false });
    return prepared.kind === 'report' ? prepared.report : null;
  } catch {
    return null;
  }
}
