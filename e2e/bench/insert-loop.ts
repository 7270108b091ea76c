import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { foldReading } from '#core/search/search-text.ts';
import { tokenize } from '#core/search/tokenize.ts';
import { buildReading } from '#core/text/reading.ts';

/** Rows in one transaction. */
const BATCH = 200;

/** The tokens of each file as the index of a library holds them: terms of the folded text in letters and digits. */
export async function tokensOf(files: readonly string[]): Promise<readonly string[]> {
  const folder = await loadSearchFolder();
  return files.map((file) => {
    const { text, gaps } = foldReading(folder, buildReading(readFileSync(file, 'utf8'), 'txt', [], null));
    return tokenize(text, gaps)
      .map(({ term }) => Buffer.from(term, 'utf16le').swap16().toString('hex'))
      .join(' ');
  });
}

/** The least that an import can do: read, hash, insert the row, insert the tokens. */
export function insertLoop(database: string, files: readonly string[], tokens: readonly string[]): void {
  const connection = new DatabaseSync(database);
  connection.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE report (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, source BLOB NOT NULL) STRICT;
    CREATE VIRTUAL TABLE tokens USING fts5(terms, content = '', contentless_delete = 1, tokenize = 'ascii');
  `);
  const row = connection.prepare('INSERT INTO report (id, hash, source) VALUES (?, ?, ?)');
  const terms = connection.prepare('INSERT INTO tokens (rowid, terms) VALUES (?, ?)');
  connection.exec('BEGIN IMMEDIATE');
  for (const [at, file] of files.entries()) {
    const bytes = readFileSync(file);
    row.run(at + 1, createHash('sha256').update(bytes).digest('hex'), bytes);
    terms.run(at + 1, tokens[at] ?? '');
    if ((at + 1) % BATCH === 0) connection.exec('COMMIT; BEGIN IMMEDIATE');
  }
  connection.exec('COMMIT');
  connection.close();
}
