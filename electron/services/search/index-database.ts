import { rmSync } from 'node:fs';
import type { FieldNumbers, SearchText } from '#core/search/search-text.ts';
import { phraseClues, type PhraseClue } from '#core/search/tokenize.ts';
import type { IndexKey } from '../report-types.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { decodeText, encodeText } from '../store/wtf8.ts';
import { armoured, type IndexableText } from './index-terms.ts';

/** A report in the index: what it was made from, and its lengths in tokens. */
export interface IndexRow extends IndexKey {
  /** Names the row; no later row of the same file has this number. */
  readonly id: number;
  readonly lengths: FieldNumbers;
}

/** Where the blocks of a report's text stand, see core/search/block-table.ts. */
export interface IndexedBlocks extends IndexKey {
  readonly blocks: Int32Array;
}

/** A row on its way in. */
export interface NewRow extends IndexKey, IndexableText {}

/** index.db (DESIGN 9.18): derived, made anew whenever it is missing, damaged, or of another program. */
export interface IndexDatabase {
  rows(): readonly IndexRow[];
  /** Writes rows and their texts, in place of older ones, in one transaction. Answers their numbers. */
  put(rows: readonly NewRow[]): readonly number[];
  remove(reportIds: readonly string[]): void;
  /**
   * Numbers of the rows in which a folded phrase may stand: all in which it does, and few others. Null when only the
   * beginnings of terms would tell, as for a single character, and `beginnings` does not ask for them: they are many.
   */
  candidates(phrase: string, beginnings: boolean): readonly number[] | null;
  /** The report of a row; undefined when the row has gone. */
  reportOf(row: number): string | undefined;
  text(reportId: string): SearchText | undefined;
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
const SCHEMA = 2;

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
  CREATE TABLE folded (
    id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
    text BLOB NOT NULL,
    gaps BLOB NOT NULL,
    headings BLOB NOT NULL,
    blocks BLOB NOT NULL,
    title_end INTEGER NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE tokens USING fts5(terms, content = '', contentless_delete = 1, tokenize = 'ascii');
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
    for (const table of ['tokens', 'folded', 'report', 'meta']) {
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
    rows: () =>
      connection
        .all<StoredRow>(
          `SELECT id, report_id AS reportId, version, source_hash AS sourceHash, rule_set_version AS ruleSetVersion,
             title_tokens AS title, heading_tokens AS headings, text_tokens AS text FROM report`,
        )
        .map(({ title, headings, text, ...key }) => ({ ...key, lengths: { title, headings, text } })),
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
    candidates: (phrase, beginnings) => {
      const clues = phraseClues(phrase);
      const quick = clues.filter(({ kind }) => kind !== 'beginning');
      const asked = quick.length > 0 || !beginnings ? quick : clues;
      if (asked.length === 0) return null;
      // Thousands of rows come much faster as one value.
      const found = connection.get<{ rows: string }>(
        'SELECT json_group_array(rowid) AS rows FROM tokens WHERE tokens MATCH ?',
        asked.map(matchOf).join(' AND '),
      );
      return JSON.parse(found?.rows ?? '[]') as number[];
    },
    reportOf: (row) =>
      connection.get<{ reportId: string }>('SELECT report_id AS reportId FROM report WHERE id = ?', row)
        ?.reportId,
    text: (reportId) => {
      const row = connection.get<StoredText>(
        `SELECT text, gaps, headings, title_end AS titleEnd FROM folded
         WHERE id = (SELECT id FROM report WHERE report_id = ?)`,
        reportId,
      );
      if (row === undefined) return undefined;
      const { text, gaps, headings, titleEnd } = row;
      return { text: decodeText(text), gaps: numbersOf(gaps), headings: numbersOf(headings), titleEnd };
    },
    blocks: (reportIds) =>
      connection
        .all<IndexKey & { readonly blocks: Uint8Array }>(
          `SELECT report_id AS reportId, version, source_hash AS sourceHash, rule_set_version AS ruleSetVersion, blocks
           FROM json_each(?) AS asked CROSS JOIN report ON report_id = asked.value JOIN folded ON folded.id = report.id`,
          JSON.stringify(reportIds),
        )
        .map(({ blocks, ...key }) => ({ ...key, blocks: numbersOf(blocks) })),
    dataVersion: () => connection.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0,
    close: () => {
      connection.close();
    },
  };
}

interface StoredRow extends IndexKey, FieldNumbers {
  readonly id: number;
}

interface StoredText {
  readonly text: Uint8Array;
  readonly gaps: Uint8Array;
  readonly headings: Uint8Array;
  readonly titleEnd: number;
}

function insert(connection: Connection, row: NewRow): number {
  const { lengths, text } = row;
  connection.run(
    `INSERT INTO report (report_id, version, source_hash, rule_set_version, title_tokens, heading_tokens, text_tokens)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[row.reportId, row.version, row.sourceHash, row.ruleSetVersion],
    ...[lengths.title, lengths.headings, lengths.text],
  );
  const id = connection.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  connection.run(
    'INSERT INTO folded (id, text, gaps, headings, blocks, title_end) VALUES (?, ?, ?, ?, ?, ?)',
    ...[id, encodeText(text.text), bytesOf(text.gaps), bytesOf(text.headings), bytesOf(row.blocks)],
    text.titleEnd,
  );
  connection.run('INSERT INTO tokens (rowid, terms) VALUES (?, ?)', id, row.terms);
  return id;
}

function bytesOf(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Copies: the bytes may not lie where an Int32Array can begin. */
function numbersOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(Uint8Array.from(bytes).buffer);
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
