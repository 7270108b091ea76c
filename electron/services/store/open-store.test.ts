import * as fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listBackups, makeBackup, newestGoodBackup } from './backups.ts';
import { newReport } from './fixtures/new-report.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { insertReport } from './insert-report.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openStore, type Store, type StoreOptions } from './open-store.ts';
import { listStoredReports } from './report-list.ts';
import { openStoredReport } from './report-table.ts';

const now = (): number => Date.UTC(2024, 0, 2);

async function open(dataDir: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ dataDir, now, ...options });
  onTestFinished(() => store.close());
  return store;
}

async function withReports(dataDir: string, count = 1): Promise<void> {
  const store = await openStore({ dataDir, now });
  for (let at = 0; at < count; at += 1) add(store, `报告 ${String(at)} ${'长'.repeat(5000)}`);
  await store.close();
}

function add(store: Store, source: string): string {
  return insertReport(store.connection, store.originals, newReport(source), now())?.reportId ?? '';
}

const databaseIn = (dataDir: string): string => path.join(dataDir, 'zhupi.db');

describe('opening', () => {
  test('makes the folder, and a database with the promised pragmas', async () => {
    const { connection } = await open(path.join(temporaryFolder(), 'a', 'b'));
    const pragma = (name: string): unknown =>
      Object.values(connection.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
  });

  test('migrations are numbered without a gap', () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  test('there is always one project, and every report is in it', async () => {
    const store = await open(temporaryFolder());
    const reportId = add(store, '一');
    expect(store.connection.all('SELECT project_id, report_id FROM project_report')).toMatchObject([
      { project_id: 'default', report_id: reportId },
    ]);
    expect(() => store.connection.run("DELETE FROM project WHERE id = 'default'")).toThrow();
  });

  test('what another process stored first is not stored again', async () => {
    const dataDir = temporaryFolder();
    const [one, other] = [await open(dataDir), await open(dataDir)];
    add(one, '一');
    const insert = (source: string, bytes: string) =>
      insertReport(
        other.connection,
        other.originals,
        newReport(source, { bytes: Buffer.from(bytes) }),
        now(),
      );
    expect(insert('一', '一')).toBeUndefined();
    expect(insert('一', 'the same text in other bytes')).toBeUndefined();
    expect(listStoredReports(other.connection)).toHaveLength(1);
  });

  test('journal and source texts cannot be rewritten', async () => {
    const { connection, ...store } = await open(temporaryFolder());
    add({ connection, ...store }, '一');
    expect(() => connection.run('DELETE FROM journal')).toThrow();
    expect(() => connection.run("UPDATE journal SET actor = 'x'")).toThrow();
    expect(() => connection.run("UPDATE source_version SET source = x'00'")).toThrow();
  });

  test('a folder below a regular file is refused with a code', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'file'), '');
    await expect(openStore({ dataDir: path.join(folder, 'file', 'data'), now })).rejects.toMatchObject({
      code: 'store-unwritable',
    });
  });

  test('two that open a new folder at once share it', async () => {
    const dataDir = temporaryFolder();
    const [a, b] = await Promise.all([open(dataDir), open(dataDir)]);
    add(a, '一');
    add(b, '二');
    expect(listStoredReports(a.connection)).toHaveLength(2);
    expect(listStoredReports(b.connection)).toHaveLength(2);
  });
});

describe('migration', () => {
  const next = MIGRATIONS.length + 1;
  const migrations = [...MIGRATIONS, { number: next, sql: 'CREATE TABLE later (id TEXT) STRICT;' }];

  test('copies the data first, then changes it', async () => {
    const dataDir = temporaryFolder();
    await withReports(dataDir, 3);
    const store = await open(dataDir, { migrations });
    expect(store.connection.get('SELECT count(*) AS n FROM later')).toMatchObject({ n: 0 });
    const [backup = ''] = listBackups(path.join(dataDir, 'backups'));
    expect(path.basename(backup)).toMatch(new RegExp(`-before-${String(next)}\\.db$`, 'u'));
    const copy = new DatabaseSync(backup, { readOnly: true });
    expect(copy.prepare('SELECT count(*) AS n FROM report').get()).toMatchObject({ n: 3 });
    expect(copy.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: MIGRATIONS.length });
    copy.close();
  });

  test('a step that fails leaves the data as they were', async () => {
    const dataDir = temporaryFolder();
    await withReports(dataDir, 2);
    const broken = [...MIGRATIONS, { number: next, sql: 'DELETE FROM report; SELECT no_such_function();' }];
    await expect(openStore({ dataDir, now, migrations: broken })).rejects.toThrow('no_such_function');
    const store = await open(dataDir);
    expect(listStoredReports(store.connection)).toHaveLength(2);
  });

  test('needs the library alone, and says who holds it', async () => {
    const dataDir = temporaryFolder();
    const holder = await openStore({ dataDir, now });
    // A process that ended without a word holds nothing, even when another has its number now.
    fs.writeFileSync(path.join(dataDir, 'running', `${String(process.pid)}-dead`), '');
    await expect(openStore({ dataDir, now, migrations })).rejects.toMatchObject({
      code: 'store-locked',
      params: { holder: String(process.pid) },
    });
    await holder.close();
    const store = await open(dataDir, { migrations, checkDelay: 0 });
    expect(await store.lastExit).toBe('whole');
  });

  test('data of a newer program can be read and not written', async () => {
    const dataDir = temporaryFolder();
    await withReports(dataDir);
    await (await openStore({ dataDir, now, migrations })).close();
    const store = await open(dataDir);
    expect(store.mode).toBe('newer');
    const [report] = listStoredReports(store.connection);
    expect(openStoredReport(store.connection, report?.reportId ?? '').source).toContain('报告 0');
    expect(() => add(store, '新')).toThrow(expect.objectContaining({ code: 'store-newer' }));
  });
});

describe('damage', () => {
  test.each([
    ['cut', (file: string) => fs.truncateSync(file, 50_000)],
    ['overwritten', (file: string) => fs.writeFileSync(file, Buffer.alloc(20_000, 'x'))],
    ['emptied', (file: string) => fs.truncateSync(file, 0)],
    ['of another program', (file: string) => otherDatabase(file)],
  ])('a database that was %s is named, with the newest good backup, and not touched', async (_, spoil) => {
    const dataDir = temporaryFolder();
    const store = await openStore({ dataDir, now });
    for (let at = 0; at < 30; at += 1) add(store, `报告 ${String(at)} ${'长'.repeat(5000)}`);
    const good = await store.backUp('daily');
    const bad = await makeBackup(store.connection, path.join(dataDir, 'backups'), now() + 1, 'daily');
    await store.close();
    fs.writeFileSync(bad, 'no database');
    spoil(databaseIn(dataDir));
    const before = fs.readFileSync(databaseIn(dataDir));
    await expect(openAndCheck(dataDir)).rejects.toMatchObject({
      code: 'store-damaged',
      params: { path: databaseIn(dataDir), backup: good },
    });
    expect(Buffer.compare(fs.readFileSync(databaseIn(dataDir)), before)).toBe(0);
  });

  test('a crash leads to a check behind the first answers; damage found there bars writing', async () => {
    const dataDir = temporaryFolder();
    await withReports(dataDir, 40);
    spoilPages(databaseIn(dataDir));
    fs.writeFileSync(path.join(dataDir, 'running', '99999999-aa'), '');
    const store = await open(dataDir, { checkDelay: 0 });
    expect(await store.lastExit).toBe('damaged');
    expect(() => add(store, '新')).toThrow(expect.objectContaining({ code: 'store-damaged' }));
  });

  test('a folder in which nothing can be marked is named as the folder of the data', async () => {
    const dataDir = temporaryFolder();
    await withReports(dataDir, 1);
    fs.rmSync(path.join(dataDir, 'running'), { recursive: true });
    fs.writeFileSync(path.join(dataDir, 'running'), '');
    await expect(openStore({ dataDir, now })).rejects.toMatchObject({
      code: 'store-unwritable',
      params: { path: dataDir },
    });
  });

  test('after a crash that did no harm all is well, and the next exit is clean', async () => {
    const dataDir = temporaryFolder();
    await withReports(dataDir, 3);
    fs.writeFileSync(path.join(dataDir, 'running', '99999999-aa'), '');
    const store = await openStore({ dataDir, now, checkDelay: 0 });
    expect(await store.lastExit).toBe('whole');
    await store.close();
    expect(fs.readdirSync(path.join(dataDir, 'running'))).toEqual([]);
    expect(await (await open(dataDir)).lastExit).toBe('clean');
  });

  test('check finds an original that was changed or lost', async () => {
    const store = await open(temporaryFolder());
    add(store, '一');
    const [hash = ''] = store.connection
      .all<{ h: string }>('SELECT bytes_hash AS h FROM source_version')
      .map((row) => row.h);
    expect(await store.check()).toEqual([]);
    expect(fs.readFileSync(store.originals.pathOf(hash), 'utf8')).toBe('一');
    fs.writeFileSync(store.originals.pathOf(hash), '二');
    expect(await store.check()).toEqual([store.originals.pathOf(hash)]);
    fs.rmSync(store.originals.pathOf(hash));
    expect(await store.check()).toEqual([store.originals.pathOf(hash)]);
  });
});

describe('backups', () => {
  test('are made while the store is in use, and the ring keeps ten', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    const folder = path.join(dataDir, 'backups');
    for (let at = 0; at < 12; at += 1) {
      add(store, String(at));
      await makeBackup(store.connection, folder, now() + at, 'daily');
    }
    expect(listBackups(folder)).toHaveLength(10);
    const copy = new DatabaseSync(newestGoodBackup(folder) ?? '', { readOnly: true });
    expect(copy.prepare('SELECT count(*) AS n FROM report').get()).toMatchObject({ n: 12 });
    copy.close();
  });

  test('those of a time to come, made with a wrong clock, take no room and stand for no later ones', async () => {
    const dataDir = temporaryFolder();
    const folder = path.join(dataDir, 'backups');
    const store = await open(dataDir);
    const later = Date.UTC(2036, 0, 1);
    for (let at = 0; at < 11; at += 1) await makeBackup(store.connection, folder, later + at, 'daily');
    const made: string[] = [];
    for (const at of [2, 1]) made.push(await makeBackup(store.connection, folder, now() + at, 'bulk'));
    const [second = '', first = ''] = made;
    expect(listBackups(folder, now() + 3).slice(0, 2)).toEqual([second, first]);
    expect(newestGoodBackup(folder, now() + 3)).toBe(second);
    expect(listBackups(folder).at(-1)).toBe(first);
  });

  test('one that cannot be written says so and leaves nothing', async () => {
    const dataDir = temporaryFolder();
    const store = await open(dataDir);
    fs.writeFileSync(path.join(dataDir, 'backups'), '');
    await expect(store.backUp('daily')).rejects.toMatchObject({ code: 'store-unwritable' });
  });
});

/** Damage in the pages of data shows only when they are read. */
async function openAndCheck(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, now });
  await store.close();
}

function otherDatabase(file: string): void {
  fs.rmSync(file);
  const other = new DatabaseSync(file);
  other.exec('CREATE TABLE theirs (a)');
  other.close();
}

/** Overwrites the beginning of every page but those of the schema. */
function spoilPages(file: string): void {
  const bytes = fs.readFileSync(file);
  for (let at = 4096 * 40; at < bytes.length; at += 4096) bytes.fill(0x77, at, at + 64);
  fs.writeFileSync(file, bytes);
}
