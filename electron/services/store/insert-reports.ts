import type { Connection } from './connection.ts';
import { addReport } from './insert-report.ts';
import type { Originals } from './originals.ts';
import { findStoredDuplicate, placeOfReport } from './report-table.ts';
import type { DuplicateReport, HashedReport, StoredReport } from '../report-types.ts';

/**
 * Stores reports with their originals, all in one transaction and in order, so that the disk is waited for once: when this
 * ends they are on it, and when it throws none is. A report that is there already, or earlier in the batch, is answered as a
 * duplicate. Throws `disk-full`, `store-unwritable`, `store-locked`, `store-damaged`, `store-newer`.
 */
export async function insertReports(
  connection: Connection,
  originals: Originals,
  reports: readonly HashedReport[],
  now: number,
): Promise<readonly StoredReport[]> {
  const unknown = reports.filter((report) => duplicateOf(connection, report) === undefined);
  const absent = unknown.filter(({ bytesHash }) => !originals.has(bytesHash));
  try {
    await originals.saveAll(absent);
    return connection.write(() =>
      reports.map((report): StoredReport => {
        const known = duplicateOf(connection, report);
        if (known !== undefined) return { status: 'duplicate', of: known };
        return { status: 'imported', reportId: addReport(connection, originals, report, now) };
      }),
    );
  } catch (thrown) {
    letGo(connection, originals, absent);
    throw thrown;
  }
}

/** Hashes of the bytes of every version of every report, in the trash or not. */
export function listBytesHashes(connection: Connection): readonly string[] {
  return connection
    .all<{ hash: string }>('SELECT DISTINCT bytes_hash AS hash FROM source_version')
    .map(({ hash }) => hash);
}

function duplicateOf(
  connection: Connection,
  { bytesHash, sourceHash }: HashedReport,
): DuplicateReport | undefined {
  const found = findStoredDuplicate(connection, bytesHash, sourceHash);
  if (found === undefined) return undefined;
  return { ...found, where: placeOfReport(connection, found.reportId) === 'trash' ? 'trash' : 'library' };
}

/** Removes originals that no report came to: under the lock, for another process may have stored the same file since. */
function letGo(connection: Connection, originals: Originals, files: readonly HashedReport[]): void {
  try {
    connection.write(() => {
      for (const { bytesHash: hash } of files) {
        const used = connection.get('SELECT 1 FROM source_version WHERE bytes_hash = ? LIMIT 1', hash);
        if (used === undefined) originals.remove(hash);
      }
    });
  } catch {
    // The failure of the batch is the one to tell; an original without a report is in nobody's way.
  }
}
