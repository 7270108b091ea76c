import { rmSync } from 'node:fs';
import type { Field, SearchText } from '#core/search/search-text.ts';
import { phraseClues, type PhraseClue } from '#core/search/tokenize.ts';
import type { IndexKey } from '#services/report-types.ts';
import { openConnection, type Connection } from '#services/store/connection.ts';
import { FOLDED_TABLE, putFolded, readBlocks, readFoldedTexts, type IndexedBlocks } from './folded-table.ts';
import { armoured, type IndexableText } from './index-terms.ts';
import { MANY_PLACES, phraseCounter, PLACES, type CountedRows } from './phrase-counts.ts';

/** The reports of an index in columns, the caller's own: thousands of objects take several times the memory, and time to throw away. */
export interface IndexRows {
  /** Names the state of all rows: every row that comes or goes, by any process, makes another name. */
  readonly state: string;
  readonly reportIds: readonly string[];
  /** Names of the texts that they were made from, see store/index-keys.ts. */
  readonly stamps: readonly string[];
  /** Name the rows; no later row of the same file has such a number. */
  readonly ids: number[];
  /** Tokens by field. */
  readonly lengths: Readonly<Record<Field, number[]>>;
}

/** JSON texts by name; several, for one of megabytes leaves a hole of its size in the memory of the process. */
export type KeptParts = Readonly<Record<string, string>>;

/** A row on its way in. */
export interface NewRow extends IndexKey, IndexableText {}

/** index.db (DESIGN 9.18): derived, made anew whenever it is missing, damaged, or of another program. */
export interface IndexDatabase {
  rows(): IndexRows;
  /** What was kept under this stamp; null when there is nothing, or rows have come or gone since. */
  kept(stamp: string): KeptParts | null;
  /** Keeps parts in place of what was kept, for as long as the rows are in this {@link IndexRows.state}. */
  keep(stamp: string, state: string, parts: KeptParts): void;
  /** Writes rows and their texts, in place of older ones, in one transaction. Answers their numbers. */
  put(rows: readonly NewRow[]): readonly number[];
  remove(reportIds: readonly string[]): void;
  /**
   * Numbers of the rows in which a folded phrase may stand: all in which it does, and few others. Null when the index cannot
   * tell, or not in less time than a look at all texts: a frequent single character.
   */
  candidates(phrase: string): readonly number[] | null;
  /** The places of a folded phrase, see {@link phraseCounter}; null when the index cannot tell them. */
  counts(phrase: string): CountedRows | null;
  /** The report of a row; undefined when the row has gone. */
  reportOf(row: number): string | undefined;
  /** The texts of rows, by row, without those that have gone. */
  texts(rows: readonly number[]): ReadonlyMap<number, SearchText>;
  /** Where the blocks of reports stand, of those that are there. */
  blocks(reportIds: readonly string[]): readonly IndexedBlocks[];
  /** A number that changes when another process has written. */
  dataVersion(): number;
  close(): void;
}

/**
 * What one transaction brings stays in memory until its end, and pieces are merged late, many at once: each merge writes
 * all of them again. Pages that are written over soon are not copied out of the log at every turn.
 */
const TOKEN_SETTINGS: readonly (readonly [name: string, value: number])[] = [
  ['hashsize', 16 * 1024 * 1024],
  ['automerge', 16],
  ['crisismerge', 64],
];
const LOG_PAGES = 8_000;

/** Raised when the tables change; there is no migration, the file is derived. */
const SCHEMA = 5;

const TABLES = `
  CREATE TABLE meta (fingerprint TEXT NOT NULL) STRICT;
  CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    source_hash TEXT NOT NULL,
    rule_set_version INTEGER NOT NULL,
    title_tokens INTEGER NOT NULL,
    heading_tokens INTEGER NOT NULL,
    text_tokens INTEGER NOT NULL
  ) STRICT;
  ${FOLDED_TABLE}
  CREATE TABLE kept (stamp TEXT NOT NULL, rows TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE tokens USING
    fts5(title, headings, text, content = '', contentless_delete = 1, tokenize = 'ascii');
`;

/**
 * Opens the index in a file, empty when it was of another schema or fingerprint. `fresh` deletes what is there.
 * @param path a file, or `:memory:`
 * @throws ZhupiError `store-damaged`, `store-locked`, `store-unwritable`, `disk-full`
 */
export function openIndexDatabase(path: string, fingerprint: string, fresh: boolean): IndexDatabase {
  if (fresh && path !== ':memory:') {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  }
  const connection = openConnection(path);
  try {
    connection.get('PRAGMA journal_mode = WAL');
    connection.get('PRAGMA synchronous = NORMAL');
    connection.get(`PRAGMA wal_autocheckpoint = ${String(LOG_PAGES)}`);
    prepareTables(connection, fingerprint);
    connection.raw.exec(PLACES);
    return databaseOf(connection);
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}

function prepareTables(connection: Connection, fingerprint: string): void {
  const isCurrent = (): boolean =>
    connection.get<{ user_version: number }>('PRAGMA user_version')?.user_version === SCHEMA &&
    connection.get<{ fingerprint: string }>('SELECT fingerprint FROM meta')?.fingerprint === fingerprint;
  if (isCurrent()) return;
  connection.write(() => {
    if (isCurrent()) return;
    for (const table of ['tokens', 'kept', 'folded', 'report', 'meta']) {
      connection.raw.exec(`DROP TABLE IF EXISTS ${table}`);
    }
    connection.raw.exec(TABLES);
    for (const [name, value] of TOKEN_SETTINGS) {
      connection.run('INSERT INTO tokens (tokens, rank) VALUES (?, ?)', name, value);
    }
    connection.run('INSERT INTO meta VALUES (?)', fingerprint);
    connection.raw.exec(`PRAGMA user_version = ${String(SCHEMA)}`);
  });
}

function databaseOf(connection: Connection): IndexDatabase {
  const remove = (reportId: string): void => {
    const id = connection.get<{ id: number }>('SELECT id FROM report WHERE report_id = ?', reportId)?.id;
    if (id === undefined) return;
    connection.run('DELETE FROM tokens WHERE rowid = ?', id);
    connection.run('DELETE FROM report WHERE id = ?', id);
  };
  return {
    rows: () => connection.read(() => rowsOf(stateOf(connection), connection.get<StoredRows>(ROWS))),
    kept: (stamp) => connection.read(() => keptParts(connection, stamp)),
    keep: (stamp, state, parts) => {
      connection.write(() => {
        connection.run('DELETE FROM kept');
        for (const part of Object.entries(parts)) {
          connection.run('INSERT INTO kept VALUES (?, ?, ?, ?)', stamp, state, ...part);
        }
      });
    },
    put: (rows) =>
      connection.write(() =>
        rows.map((row) => {
          remove(row.reportId);
          return insert(connection, row);
        }),
      ),
    remove: (reportIds) => {
      connection.write(() => {
        for (const reportId of reportIds) remove(reportId);
      });
    },
    candidates: (phrase) => {
      const clues = phraseClues(phrase);
      const quick = clues.filter(({ kind }) => kind !== 'beginning');
      const asked = quick.length > 0 || isFrequent(connection, clues) ? quick : clues;
      if (asked.length === 0) return null;
      // Thousands of rows come much faster as one value.
      const found = connection.get<{ rows: string }>(
        'SELECT json_group_array(rowid) AS rows FROM tokens WHERE tokens MATCH ?',
        asked.map(matchOf).join(' AND '),
      );
      return numbersIn(found?.rows);
    },
    counts: phraseCounter(connection),
    reportOf: (row) =>
      connection.get<{ reportId: string }>('SELECT report_id AS reportId FROM report WHERE id = ?', row)
        ?.reportId,
    texts: (rows) => readFoldedTexts(connection, rows),
    blocks: (reportIds) => readBlocks(connection, reportIds),
    dataVersion: () => connection.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0,
    close: () => {
      connection.close();
    },
  };
}

/** Columns of the rows; thousands come much faster as a few values. */
const ROWS = `
  SELECT json_group_array(id) AS ids, json_group_array(report_id) AS reportIds,
    json_group_array(version || ' ' || source_hash || ' ' || rule_set_version) AS stamps,
    json_group_array(title_tokens) AS title, json_group_array(heading_tokens) AS headings,
    json_group_array(text_tokens) AS text
  FROM report`;

type StoredRows = Readonly<Record<'ids' | 'reportIds' | 'stamps' | Field, string>>;

function keptParts(connection: Connection, stamp: string): KeptParts | null {
  const found = connection.get<{ rows: string }>('SELECT rows FROM kept WHERE stamp = ? LIMIT 1', stamp);
  if (found?.rows !== stateOf(connection)) return null;
  const parts = connection.all<{ name: string; value: string }>('SELECT name, value FROM kept');
  return Object.fromEntries(parts.map(({ name, value }) => [name, value]));
}

/** The numbers of rows only rise, and each has one. */
function stateOf(connection: Connection): string {
  const found = connection.get<{ state: string }>(
    `SELECT (SELECT count(*) FROM report) || ' ' || coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'report'), 0) AS state`,
  );
  return found?.state ?? '';
}

function rowsOf(state: string, columns: StoredRows | undefined): IndexRows {
  const [title, headings, text] = [columns?.title, columns?.headings, columns?.text].map(numbersIn);
  return {
    state,
    reportIds: JSON.parse(columns?.reportIds ?? '[]') as string[],
    stamps: JSON.parse(columns?.stamps ?? '[]') as string[],
    ids: numbersIn(columns?.ids),
    lengths: { title: title ?? [], headings: headings ?? [], text: text ?? [] },
  };
}

function numbersIn(json: string | undefined): number[] {
  return JSON.parse(json ?? '[]') as number[];
}

/** Whether these clues are of single characters all of which stand at many places. */
function isFrequent(connection: Connection, clues: readonly PhraseClue[]): boolean {
  return clues.every((clue) => {
    if (clue.kind !== 'beginning') return false;
    const first = armoured(clue.character);
    const found = connection.get<{ places: number }>(
      'SELECT count(*) AS places FROM (SELECT 1 FROM temp.place WHERE term >= ? AND term < ? LIMIT ?)',
      first,
      `${first}g`,
      MANY_PLACES,
    );
    return found?.places === MANY_PLACES;
  });
}

function insert(connection: Connection, row: NewRow): number {
  const { lengths } = row;
  connection.run(
    `INSERT INTO report (report_id, version, source_hash, rule_set_version, title_tokens, heading_tokens, text_tokens)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[row.reportId, row.version, row.sourceHash, row.ruleSetVersion],
    ...[lengths.title, lengths.headings, lengths.text],
  );
  const id = connection.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  putFolded(connection, id, row);
  const { terms } = row;
  connection.run(
    'INSERT INTO tokens (rowid, title, headings, text) VALUES (?, ?, ?, ?)',
    ...[id, terms.title, terms.headings, terms.text],
  );
  return id;
}

function matchOf(clue: PhraseClue): string {
  switch (clue.kind) {
    case 'sequence':
      return `"${clue.terms.map(armoured).join(' ')}"`;
    case 'any':
      return `(${clue.terms.map((term) => `"${armoured(term)}"`).join(' OR ')})`;
    case 'beginning':
      return `"${armoured(clue.character)}" *`;
  }
}
