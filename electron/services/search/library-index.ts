import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { FieldNumbers, SearchText } from '#core/search/search-text.ts';
import type { IndexKey } from '../report-types.ts';
import type { IndexableText } from './index-terms.ts';
import {
  openIndexDatabase,
  stampOf,
  type IndexDatabase,
  type IndexedBlocks,
  type NewRow,
} from './index-database.ts';
import type { CountedRows } from './phrase-counts.ts';

/** What is known of a report that the index holds. */
export interface HeldRow {
  /** Of its row. */
  readonly id: number;
  /** Of the text that it was made from. */
  readonly stamp: string;
  /** Tokens by field. */
  readonly lengths: FieldNumbers;
}

/** The index of the library's reports over index.db. */
export interface LibraryIndex {
  /** Brings the index to these texts, in slices that let other work through, and stops after `patience` milliseconds. */
  refresh(keys: readonly IndexKey[], patience?: number): Promise<void>;
  /** Texts that the last refresh did not come to. */
  readonly missing: number;
  /** Makes what is missing or stale of these texts, until the signal fires or a refresh takes over. */
  add(keys: readonly IndexKey[], signal: AbortSignal): Promise<void>;
  /**
   * Takes rows that were made elsewhere, and writes them when there are many; the next refresh or add writes the others.
   * Ends when there is room for more.
   */
  offer(rows: readonly NewRow[]): Promise<void>;
  /** Whether another process has written since the last refresh. */
  isStale(): boolean;
  /** The reports that it holds, as of the last refresh. */
  readonly held: ReadonlyMap<string, HeldRow>;
  /** Rows in which a folded phrase may stand, see {@link IndexDatabase.candidates}; null when the index cannot tell. */
  candidates(phrase: string): readonly number[] | null;
  /** The places of a phrase by row, see {@link IndexDatabase.counts}; null when the index cannot tell. */
  counts(phrase: string): CountedRows | null;
  /** The report of a row that was written since the last refresh. */
  reportOf(row: number): string | undefined;
  /** The texts of rows, by row, of those that are there. */
  texts(rows: readonly number[]): ReadonlyMap<number, SearchText>;
  /** Where the blocks of reports stand, of those that are there. */
  blocks(reportIds: readonly string[]): readonly IndexedBlocks[];
  close(): void;
}

export interface LibraryIndexDeps {
  readonly path: string;
  readonly fingerprint: string;
  /** What the index holds of a report's text. Throws `report-unknown`. */
  readonly read: (reportId: string) => IndexableText;
}

/** Milliseconds of work between two turns for others. */
const SLICE = 12;
/** Texts, and their UTF-16 units, that are written in one transaction: a few are much dearer one by one. */
const MOST_ROWS = 64;
const MOST_UNITS = 300_000;

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

/** The database of the index wherever it can be. */
interface IndexPlace {
  database(): IndexDatabase;
  /** Gives the present place up. Throws what is handed over when there is no other. */
  moveOn(thrown: unknown): void;
  /** Whether another process has written to the file since `seen`. */
  hasChanged(seen: number): boolean;
  close(): void;
}

function indexPlace(path: string, fingerprint: string): IndexPlace {
  let database: IndexDatabase | undefined;
  let place = 0;
  const moveOn = (thrown: unknown): void => {
    database?.close();
    database = undefined;
    // A file that another process is using is sound and stays.
    const isLocked = thrown instanceof ZhupiError && thrown.code === 'store-locked';
    place += isLocked && place === 0 ? 2 : 1;
    if (place >= PLACES.length) throw thrown;
  };
  return {
    database: () => {
      while (database === undefined) {
        const kind = PLACES[place];
        try {
          const file = kind === 'memory' ? ':memory:' : path;
          database = openIndexDatabase(file, fingerprint, kind === 'fresh-file');
        } catch (thrown) {
          moveOn(thrown);
        }
      }
      return database;
    },
    moveOn,
    hasChanged: (seen) => database !== undefined && place < 2 && dataVersionOf(database) !== seen,
    close: () => {
      database?.close();
      database = undefined;
    },
  };
}

/**
 * Opens the index at its first use. Whatever goes wrong with the file (damaged, locked, a full or read-only disk) is no
 * error for who searches: the index is made anew, in the end in memory.
 */
export function openLibraryIndex({ path, fingerprint, read }: LibraryIndexDeps): LibraryIndex {
  const place = indexPlace(path, fingerprint);
  let seen = 0;
  let held: ReadonlyMap<string, HeldRow> = new Map();
  let missing = 0;
  let adding = new AbortController();
  const inTurn = turnsAt(place);
  let offered: readonly NewRow[] = [];

  /** What the file cannot answer is answered otherwise, until the next refresh has made the index anew. */
  const asked: Ask = (question, otherwise) => {
    try {
      return question(place.database());
    } catch (thrown) {
      place.moveOn(thrown);
      seen = -1;
      return otherwise();
    }
  };

  const putOffered = async (database: IndexDatabase): Promise<void> => {
    while (offered.length > 0) {
      const batch = offered.slice(0, batchLength(offered));
      onDisk(() => {
        database.put(batch);
      });
      offered = offered.slice(batch.length);
      await nextTurn();
    }
  };

  return {
    offer: (rows) => {
      offered = [...offered, ...rows];
      return batchLength(offered) < offered.length ? inTurn(putOffered) : Promise.resolve();
    },
    get missing() {
      return missing;
    },
    refresh: (wanted, patience = Infinity) => {
      adding.abort();
      return inTurn(async (database) => {
        await putOffered(database);
        seen = dataVersionOf(database);
        const brought = new Map<string, HeldRow>();
        missing = await bring(database, wanted, read, brought, performance.now() + patience);
        held = brought;
      });
    },
    add: (wanted, signal) => {
      adding = new AbortController();
      const either = AbortSignal.any([signal, adding.signal]);
      return inTurn(async (database) => {
        await putOffered(database);
        const stamps = new Map(rowsOf(database).map(({ reportId, stamp }) => [reportId, stamp]));
        const unmade = wanted.filter((key) => stamps.get(key.reportId) !== stampOf(key));
        const nothing = (): void => undefined;
        await makeRows(database, unmade, read, nothing, () => either.aborted);
      });
    },
    isStale: () => place.hasChanged(seen),
    get held() {
      return held;
    },
    ...questions(asked),
    close: () => {
      place.close();
    },
  };
}

type Ask = <T>(question: (database: IndexDatabase) => T, otherwise: () => T) => T;

/** What is read between two refreshes. */
function questions(ask: Ask): Pick<LibraryIndex, 'candidates' | 'counts' | 'reportOf' | 'texts' | 'blocks'> {
  return {
    candidates: (phrase) =>
      ask<readonly number[] | null>(
        (database) => database.candidates(phrase),
        () => null,
      ),
    counts: (phrase) =>
      ask<CountedRows | null>(
        (database) => database.counts(phrase),
        () => null,
      ),
    reportOf: (row) =>
      ask<string | undefined>(
        (database) => database.reportOf(row),
        () => undefined,
      ),
    texts: (rows) =>
      ask<ReadonlyMap<number, SearchText>>(
        (database) => database.texts(rows),
        () => new Map(),
      ),
    blocks: (reportIds) =>
      ask<readonly IndexedBlocks[]>(
        (database) => database.blocks(reportIds),
        () => [],
      ),
  };
}

type InTurn = (work: (database: IndexDatabase) => Promise<void>) => Promise<void>;

/** Does works one after the other, for all write the same rows; anew in the next place when the disk fails. */
function turnsAt(place: IndexPlace): InTurn {
  let turn: Promise<void> = Promise.resolve();
  return (work) => {
    const result = turn.then(async () => {
      for (;;) {
        try {
          await work(onDisk(() => place.database()));
          return;
        } catch (thrown) {
          if (!(thrown instanceof IndexFailure)) throw thrown;
          place.moveOn(thrown.cause);
        }
      }
    });
    turn = result.catch(() => undefined);
    return result;
  };
}

/** How many of these rows one transaction takes, at least one. */
function batchLength(rows: readonly NewRow[]): number {
  let units = 0;
  let length = 0;
  while (length < rows.length && length < MOST_ROWS && units < MOST_UNITS) {
    units += rows[length]?.text.text.length ?? 0;
    length += 1;
  }
  return length;
}

/** -1 for a file that cannot be asked. */
function dataVersionOf(database: IndexDatabase): number {
  try {
    return database.dataVersion();
  } catch {
    return -1;
  }
}

/**
 * Makes missing and stale rows until a time (as `performance.now()` tells it), and removes those of reports that are gone.
 * Answers how many were left; `held` gets the others.
 */
async function bring(
  database: IndexDatabase,
  wanted: readonly IndexKey[],
  read: LibraryIndexDeps['read'],
  held: Map<string, HeldRow>,
  deadline: number,
): Promise<number> {
  const wantedStamps = new Map(wanted.map((key) => [key.reportId, stampOf(key)]));
  const gone: string[] = [];
  for (const { reportId, stamp, id, lengths } of rowsOf(database)) {
    const wantedStamp = wantedStamps.get(reportId);
    if (wantedStamp === undefined) gone.push(reportId);
    else if (wantedStamp === stamp) held.set(reportId, { id, stamp, lengths });
  }
  if (gone.length > 0) {
    onDisk(() => {
      database.remove(gone);
    });
  }
  const missing = wanted.filter(({ reportId }) => !held.has(reportId));
  const hold = (row: NewRow, id: number): void => {
    held.set(row.reportId, { id, stamp: stampOf(row), lengths: row.lengths });
  };
  return makeRows(database, missing, read, hold, () => performance.now() > deadline);
}

function rowsOf(database: IndexDatabase) {
  return onDisk(() => database.rows());
}

/** Makes rows in slices that let other work through, and ends early when it is told to. Answers how many were left. */
async function makeRows(
  database: IndexDatabase,
  missing: readonly IndexKey[],
  read: LibraryIndexDeps['read'],
  onRow: (row: NewRow, id: number) => void,
  isEnough: () => boolean,
): Promise<number> {
  let batch: NewRow[] = [];
  let units = 0;
  const put = (): void => {
    const ids = onDisk(() => database.put(batch));
    for (const [at, row] of batch.entries()) onRow(row, ids[at] ?? 0);
    batch = [];
    units = 0;
  };
  let begun = performance.now();
  let done = 0;
  for (const key of missing) {
    if (isEnough()) break;
    done += 1;
    const made = makeRow(key, read);
    if (made !== undefined) {
      batch.push(made);
      units += made.text.text.length;
    }
    if (batch.length >= MOST_ROWS || units >= MOST_UNITS) put();
    if (performance.now() - begun < SLICE) continue;
    await nextTurn();
    begun = performance.now();
  }
  if (batch.length > 0) put();
  return missing.length - done;
}

/** Undefined when the report is gone in the meantime. */
function makeRow(
  { reportId, version, sourceHash, ruleSetVersion }: IndexKey,
  read: LibraryIndexDeps['read'],
): NewRow | undefined {
  try {
    return { reportId, version, sourceHash, ruleSetVersion, ...read(reportId) };
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}
