import * as fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { addNote } from '../notes/notes.ts';
import { isDatabaseProblem } from './check-store.ts';
import { newReport } from './fixtures/new-report.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { insertReport } from './insert-report.ts';
import { openStore, type Store } from './open-store.ts';

let store: Store;
let reportId: string;
let noteId: string;
const now = (): number => 1000;
const SOURCE = '\u{20000}教育强国\uD800要从娃娃抓起';

beforeEach(async (context) => {
  store = await openStore({ dataDir: temporaryFolder(), now });
  context.onTestFinished(() => store.close());
  reportId = insertReport(store.connection, store.originals, newReport(SOURCE), 1)?.reportId ?? '';
  const deps = { connection: store.connection, packs: { open: () => undefined }, now } as const;
  const place = { reportId, start: 2, end: 7, kind: 'highlight', code: 'red', note: '看', tags: [] } as const;
  noteId = addNote({ ...deps, actor: 'window' }, place).id;
});

/** Changes the data past the rules that the schema has against it. */
function spoil(sql: string, ...values: readonly (string | Uint8Array | number)[]): void {
  const raw = store.connection.raw;
  raw.exec('DROP TRIGGER IF EXISTS source_is_immutable');
  raw.prepare(sql).run(...values);
}

test('whole data have no problem, and the check says how far it is', async () => {
  const steps: string[] = [];
  expect(await store.check((done, total) => steps.push(`${String(done)}/${String(total)}`))).toEqual([]);
  expect(steps).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
});

test.each([
  ['a text that is not what was stored', "UPDATE source_version SET source = CAST('x' AS BLOB)", 'text'],
  ['a list that is no list', "UPDATE source_version SET edits = CAST('[1' AS BLOB)", 'edits'],
  ['details that are none', "UPDATE report SET metadata = '{'", 'details'],
  ['a report whose text is gone', 'UPDATE report SET current_version = 7', 'no text'],
  ['a note that cannot be read', "UPDATE annotation SET note = x'ff'", 'note n'],
  ['a note of no kind', "UPDATE annotation SET kind = 'thought'", 'note n'],
])('%s is a problem of the database', async (_name, sql, words) => {
  spoil(sql);
  const problems = await store.check();
  expect(problems.join()).toContain(words);
  expect(problems.every(isDatabaseProblem)).toBe(true);
});

test.each([
  ['outside its text', 'UPDATE annotation SET start = 900, "end" = 904'],
  ['on other words than it quotes', 'UPDATE annotation SET start = 3, "end" = 8'],
])('a note that stands %s is told by its id', async (_name, sql) => {
  spoil(sql);
  const problems = await store.check();
  expect(problems).toEqual([`place of note ${noteId}: report ${reportId}`]);
  expect(problems.some(isDatabaseProblem)).toBe(false);
});

test('a note on a text of before is looked up there', async () => {
  spoil('UPDATE annotation SET source_hash = \'of another version\', start = 900, "end" = 904');
  expect(await store.check()).toEqual([]);
});

test('an original that is gone or changed is told by its path', async () => {
  const [name = ''] = fs.readdirSync(path.join(store.dataDir, 'originals'));
  const folder = path.join(store.dataDir, 'originals', name);
  const file = path.join(folder, fs.readdirSync(folder)[0] ?? '');
  fs.appendFileSync(file, 'x');
  expect(await store.check()).toEqual([file]);
  fs.rmSync(file);
  expect(await store.check()).toEqual([file]);
});
