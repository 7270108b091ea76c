import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { FIELDS, type Field, type SearchText } from '#core/search/search-text.ts';
import type { IndexKey } from '../report-types.ts';
import { keyOfStamp } from '../store/index-keys.ts';
import type { IndexableText } from './index-terms.ts';
import { openIndexDatabase, type IndexDatabase, type IndexedBlocks, type NewRow } from './index-database.ts';
import type { CountedRows } from './phrase-counts.ts';

/** What is known of the reports that the index holds, in columns. */
export interface HeldRows {
  /** Place of each report in the columns, which have places that are no report's too. */
  readonly places: ReadonlyMap<string, number>;
  readonly ids: readonly number[];
  readonly lengths: Readonly<Record<Field, readonly number[]>>;
}

/** The index of the library's reports over index.db. */
export interface LibraryIndex {
  /**
   * Brings the index to these texts (stamps by report), in slices that let other work through, and stops after `patience`
   * milliseconds.
   */
  refresh(wanted: ReadonlyMap<string, string>, patience?: number): Promise<void>;
  /** Texts that the last refresh did not come to. */
  readonly missing: number;
  /** Makes what is missing or stale of these texts, until the signal fires or a refresh takes over. */
  add(wanted: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void>;
  /**
   * Takes rows that were made elsewhere, and writes them when there are many; the next refresh or add writes the others.
   * Ends when there is room for more.
   */
  offer(rows: readonly NewRow[]): Promise<void>;
  /** Whether another process has written since the last refresh. */
  isStale(): boolean;
  /** The reports that it holds, as of the last refresh. */
  readonly held: HeldRows;
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
  let held: HeldRows = { places: new Map(), ids: [], lengths: { title: [], headings: [], text: [] } };
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
        ({ held, missing } = await bring(database, wanted, read, performance.now() + patience));
      });
    },
    add: (wanted, signal) => {
      adding = new AbortController();
      const either = AbortSignal.any([signal, adding.signal]);
      return inTurn(async (database) => {
        await putOffered(database);
        const { reportIds, stamps } = rowsOf(database);
        const unmade = new Map(wanted);
        for (const [at, reportId] of reportIds.entries()) {
          if (unmade.get(reportId) === stamps[at]) unmade.delete(reportId);
        }
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
 * Answers how many were left, and what it holds of the others.
 */
async function bring(
  database: IndexDatabase,
  wanted: ReadonlyMap<string, string>,
  read: LibraryIndexDeps['read'],
  deadline: number,
): Promise<{ readonly held: HeldRows; readonly missing: number }> {
  const { reportIds, stamps, ids, lengths } = rowsOf(database);
  const places = new Map<string, number>();
  const held = { places, ids, lengths };
  const gone: string[] = [];
  for (const [at, reportId] of reportIds.entries()) {
    const stamp = wanted.get(reportId);
    if (stamp === undefined) gone.push(reportId);
    else if (stamp === stamps[at]) places.set(reportId, at);
  }
  if (gone.length > 0) {
    onDisk(() => {
      database.remove(gone);
    });
  }
  if (places.size === wanted.size) return { held, missing: 0 };
  const unmade = new Map([...wanted].filter(([reportId]) => !places.has(reportId)));
  const hold = (row: NewRow, id: number): void => {
    places.set(row.reportId, ids.push(id) - 1);
    for (const field of FIELDS) lengths[field].push(row.lengths[field]);
  };
  return { held, missing: await makeRows(database, unmade, read, hold, () => performance.now() > deadline) };
}

function rowsOf(database: IndexDatabase) {
  return onDisk(() => database.rows());
}

/** Makes rows in slices that let other work through, and ends early when it is told to. Answers how many were left. */
async function makeRows(
  database: IndexDatabase,
  missing: ReadonlyMap<string, string>,
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
  for (const [reportId, stamp] of missing) {
    if (isEnough()) break;
    done += 1;
    const made = makeRow(keyOfStamp(reportId, stamp), read);
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
  return missing.size - done;
}

/** Undefined when the report is gone in the meantime. */
function makeRow(key: IndexKey, read: LibraryIndexDeps['read']): NewRow | undefined {
  try {
    return { ...key, ...read(key.reportId) };
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}
