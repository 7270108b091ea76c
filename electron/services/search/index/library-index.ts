import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { FIELDS, type Field, type SearchText } from '#core/search/search-text.ts';
import type { IndexKey } from '#services/report-types.ts';
import { keyOfStamp } from '#services/store/index-keys.ts';
import type { IndexableText } from './index-terms.ts';
import type { IndexedBlocks } from './folded-table.ts';
import type { IndexDatabase, KeptParts, NewRow } from './index-database.ts';
import { indexPlace, onDisk, turnsAt } from './index-place.ts';
import type { CountedRows } from './phrase-counts.ts';

/** What is known of the reports that the index holds, in columns. */
export interface HeldRows {
  /** Place of each report in the columns, which have places that are no report's too. */
  readonly places: ReadonlyMap<string, number>;
  readonly ids: readonly number[];
  readonly lengths: Readonly<Record<Field, readonly number[]>>;
}

export const NOTHING_HELD: HeldRows = {
  places: new Map(),
  ids: [],
  lengths: { title: [], headings: [], text: [] },
};

/** The index of the library's reports over index.db. */
export interface LibraryIndex {
  /**
   * Brings the index to these texts (stamps by report), in slices that let other work through, and stops after `patience`
   * milliseconds.
   */
  refresh(wanted: ReadonlyMap<string, string>, patience?: number): Promise<void>;
  /** Texts that the last refresh did not come to. */
  readonly missing: number;
  /**
   * What was kept under a stamp, see {@link IndexDatabase.kept}, in place of a refresh; null when there is nothing that is still
   * true. The stamp must name all that a refresh would look at.
   */
  kept(stamp: string): Promise<KeptParts | null>;
  /** Keeps parts for `kept` where the last refresh has found everything in its place. */
  keep(stamp: string, parts: KeptParts): Promise<void>;
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
  /** Whether no other call waits meanwhile, see {@link MANY}. */
  readonly isAlone?: boolean;
}

/** Milliseconds of work between two turns for others. */
const SLICE = 12;
/** Texts, and their UTF-16 units, that are written in one transaction. */
interface Portion {
  readonly rows: number;
  readonly units: number;
}
/** They are much dearer one by one. */
const FEW: Portion = { rows: 64, units: 300_000 };
/** Where nobody waits: a tenth of a second each, and less to merge (of the time of an import 2 to 9 %, docs/adr/0019). */
const MANY: Portion = { rows: 400, units: 1_000_000 };

/**
 * Opens the index at its first use. Whatever goes wrong with the file (damaged, locked, a full or read-only disk) is no
 * error for who searches: the index is made anew, in the end in memory.
 */
export function openLibraryIndex({ path, fingerprint, read, isAlone }: LibraryIndexDeps): LibraryIndex {
  const place = indexPlace(path, fingerprint);
  let held: HeldRows = NOTHING_HELD;
  let missing = 0;
  /** State of the rows, when the last refresh had nothing to do. */
  let whole: string | null = null;
  let adding = new AbortController();
  const inTurn = turnsAt(place);
  let offered: readonly NewRow[] = [];
  const portion = isAlone === true ? MANY : FEW;

  /** What the file cannot answer is answered otherwise, until the next refresh has made the index anew. */
  const asked: Ask = (question, otherwise) => {
    if (!place.isAsSeen()) return otherwise();
    try {
      return question(place.database());
    } catch (thrown) {
      place.moveOn(thrown);
      return otherwise();
    }
  };

  const putOffered = async (database: IndexDatabase): Promise<void> => {
    while (offered.length > 0) {
      const batch = offered.slice(0, lengthOfPortion(offered, portion));
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
      return lengthOfPortion(offered, portion) < offered.length ? inTurn(putOffered) : Promise.resolve();
    },
    get missing() {
      return missing;
    },
    refresh: (wanted, patience = Infinity) => {
      adding.abort();
      return inTurn(async (database) => {
        await putOffered(database);
        place.see();
        ({ held, missing, whole } = await bring(database, wanted, read, performance.now() + patience));
      });
    },
    kept: async (stamp) => {
      adding.abort();
      let parts: KeptParts | null = null;
      await inTurn(async (database) => {
        await putOffered(database);
        place.see();
        parts = onDisk(() => database.kept(stamp));
        if (parts !== null) missing = 0;
      });
      return parts;
    },
    keep: (stamp, parts) =>
      inTurn((database) => {
        const state = whole;
        if (state !== null) onDisk(() => database.keep(stamp, state, parts));
        return Promise.resolve();
      }),
    add: (wanted, signal) => {
      // Two that add would have a refresh wait for the one that it does not know.
      adding.abort();
      adding = new AbortController();
      const either = AbortSignal.any([signal, adding.signal]);
      return inTurn(async (database) => {
        await putOffered(database);
        await makeRows(database, unmadeOf(wanted, database), read, null, () => either.aborted);
      });
    },
    isStale: () => !place.isAsSeen() || place.hasChanged(),
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

/** How many of these rows one transaction takes, at least one. */
function lengthOfPortion(rows: readonly NewRow[], most: Portion): number {
  let units = 0;
  let length = 0;
  while (length < rows.length && length < most.rows && units < most.units) {
    units += rows[length]?.text.text.length ?? 0;
    length += 1;
  }
  return length;
}

/**
 * Makes missing and stale rows until a time (as `performance.now()` tells it), and removes those of reports that are gone.
 * Answers how many were left, what it holds of the others, and the state of the rows when there was nothing to do.
 */
async function bring(
  database: IndexDatabase,
  wanted: ReadonlyMap<string, string>,
  read: LibraryIndexDeps['read'],
  deadline: number,
): Promise<{ readonly held: HeldRows; readonly missing: number; readonly whole: string | null }> {
  const { state, reportIds, stamps, ids, lengths } = rowsOf(database);
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
  if (places.size === wanted.size) return { held, missing: 0, whole: gone.length === 0 ? state : null };
  const unmade = new Map([...wanted].filter(([reportId]) => !places.has(reportId)));
  const hold = (row: NewRow, id: number): void => {
    places.set(row.reportId, ids.push(id) - 1);
    for (const field of FIELDS) lengths[field].push(row.lengths[field]);
  };
  const missing = await makeRows(database, unmade, read, hold, () => performance.now() > deadline);
  return { held, missing, whole: null };
}

/** Those of these texts that the index does not hold. */
function unmadeOf(wanted: ReadonlyMap<string, string>, database: IndexDatabase): ReadonlyMap<string, string> {
  const { reportIds, stamps } = rowsOf(database);
  const unmade = new Map(wanted);
  for (const [at, reportId] of reportIds.entries()) {
    if (unmade.get(reportId) === stamps[at]) unmade.delete(reportId);
  }
  return unmade;
}

function rowsOf(database: IndexDatabase) {
  return onDisk(() => database.rows());
}

/** Makes rows in slices that let other work through, and ends early when it is told to. Answers how many were left. */
async function makeRows(
  database: IndexDatabase,
  missing: ReadonlyMap<string, string>,
  read: LibraryIndexDeps['read'],
  onRow: ((row: NewRow, id: number) => void) | null,
  isEnough: () => boolean,
): Promise<number> {
  let batch: NewRow[] = [];
  let units = 0;
  const put = (): void => {
    const ids = onDisk(() => database.put(batch));
    for (const [at, row] of batch.entries()) onRow?.(row, ids[at] ?? 0);
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
    if (batch.length >= FEW.rows || units >= FEW.units) put();
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
