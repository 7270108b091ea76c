import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { FieldNumbers, SearchText } from '#core/search/search-text.ts';
import { fieldLengths } from '#core/search/search-text.ts';
import type { IndexKey } from '../library-types.ts';
import { openIndexDatabase, type IndexDatabase, type NewRow } from './index-database.ts';

/** The index of the library's reports over index.db. */
export interface LibraryIndex {
  /** Brings the index to these texts, in slices that let other work through. */
  refresh(keys: readonly IndexKey[]): Promise<void>;
  /** Whether another process has written since the last refresh. */
  isStale(): boolean;
  /** Tokens of each report by field, as of the last refresh. */
  readonly lengths: ReadonlyMap<string, FieldNumbers>;
  candidates(phrase: string): readonly string[];
  text(reportId: string): SearchText | undefined;
  close(): void;
}

export interface LibraryIndexDeps {
  readonly path: string;
  readonly fingerprint: string;
  /** The folded reading text of a report. */
  readonly fold: (reportId: string) => SearchText;
}

/** Milliseconds of work between two turns for others. */
const SLICE = 12;

/** What went wrong with the file of the index, to tell it from what goes wrong with a report. */
class IndexFailure extends Error {}

function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new IndexFailure('index', { cause });
  }
}

/** Where the index lives: what is there, else a new file, else memory, when the disk takes none. */
const PLACES = ['file', 'fresh-file', 'memory'] as const;

/**
 * Opens the index at its first use. Whatever goes wrong with the file (damaged, locked, a full or read-only disk) is no
 * error for who searches: the index is made anew, in the end in memory.
 */
export function openLibraryIndex({ path, fingerprint, fold }: LibraryIndexDeps): LibraryIndex {
  let database: IndexDatabase | undefined;
  let place = 0;
  let seen = 0;
  let keys: readonly IndexKey[] = [];
  const lengths = new Map<string, FieldNumbers>();

  const opened = (): IndexDatabase => {
    while (database === undefined) {
      const kind = PLACES[place];
      try {
        const file = kind === 'memory' ? ':memory:' : path;
        database = openIndexDatabase(file, fingerprint, kind === 'fresh-file');
      } catch (thrown) {
        nextPlace(thrown);
      }
    }
    return database;
  };
  const nextPlace = (thrown: unknown): void => {
    database?.close();
    database = undefined;
    // A file that another process is using is sound and stays.
    const isLocked = thrown instanceof ZhupiError && thrown.code === 'store-locked';
    place += isLocked && place === 0 ? 2 : 1;
    if (place >= PLACES.length) throw thrown;
  };

  const refresh = async (wanted: readonly IndexKey[]): Promise<void> => {
    keys = wanted;
    for (;;) {
      try {
        const found = onDisk(opened);
        seen = dataVersionOf(found);
        await bring(found, wanted, fold, lengths);
        return;
      } catch (thrown) {
        if (!(thrown instanceof IndexFailure)) throw thrown;
        nextPlace(thrown.cause);
      }
    }
  };

  return {
    refresh,
    isStale: () => database !== undefined && place < 2 && dataVersionOf(database) !== seen,
    lengths,
    candidates: (phrase) => {
      try {
        return opened().candidates(phrase);
      } catch (thrown) {
        nextPlace(thrown);
        // All of them is right too, only slower, until the next refresh has made the index anew.
        seen = -1;
        return keys.map(({ reportId }) => reportId);
      }
    },
    text: (reportId) => {
      try {
        return opened().text(reportId);
      } catch (thrown) {
        nextPlace(thrown);
        seen = -1;
        return undefined;
      }
    },
    close: () => {
      database?.close();
      database = undefined;
    },
  };
}

/** -1 for a file that cannot be asked. */
function dataVersionOf(database: IndexDatabase): number {
  try {
    return database.dataVersion();
  } catch {
    return -1;
  }
}

/** Makes missing and stale rows, and removes those of reports that are gone. */
async function bring(
  database: IndexDatabase,
  wanted: readonly IndexKey[],
  fold: (reportId: string) => SearchText,
  lengths: Map<string, FieldNumbers>,
): Promise<void> {
  const rows = new Map(onDisk(() => database.rows()).map((row) => [row.reportId, row]));
  const ids = new Set(wanted.map(({ reportId }) => reportId));
  const gone = [...rows.keys()].filter((reportId) => !ids.has(reportId));
  const put = (made: readonly NewRow[]): void => {
    onDisk(() => {
      database.put(made);
    });
  };
  if (gone.length > 0) {
    onDisk(() => {
      database.remove(gone);
    });
  }
  lengths.clear();
  let batch: NewRow[] = [];
  let begun = performance.now();
  for (const key of wanted) {
    const row = rows.get(key.reportId);
    if (row !== undefined && isSameText(row, key)) {
      lengths.set(key.reportId, row.lengths);
      continue;
    }
    const made = makeRow(key, fold);
    if (made === undefined) continue;
    batch.push(made);
    lengths.set(key.reportId, made.lengths);
    if (performance.now() - begun < SLICE) continue;
    put(batch);
    batch = [];
    await nextTurn();
    begun = performance.now();
  }
  if (batch.length > 0) put(batch);
}

/** Undefined when the report is gone in the meantime. */
function makeRow(
  { reportId, version, sourceHash, ruleSetVersion }: IndexKey,
  fold: (reportId: string) => SearchText,
): NewRow | undefined {
  try {
    const text = fold(reportId);
    return { reportId, version, sourceHash, ruleSetVersion, lengths: fieldLengths(text), text };
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}

function isSameText(a: IndexKey, b: IndexKey): boolean {
  return a.version === b.version && a.sourceHash === b.sourceHash && a.ruleSetVersion === b.ruleSetVersion;
}
