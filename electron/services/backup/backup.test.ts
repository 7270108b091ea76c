import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { addNote } from '../notes/notes.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { listBackups } from '../store/backups.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { openStoredReport } from '../store/report-table.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const now = (): number => Date.UTC(2026, 0, 2);

let folder: string;
let dataDir: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  dataDir = path.join(folder, 'data');
  file = path.join(folder, 'library.zip');
});

async function inStore<T>(work: (store: Store) => T | Promise<T>, where = dataDir): Promise<T> {
  const store = await openStore({ dataDir: where, now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A report with a note, its source 20,000 units long. */
function add(store: Store, title: string): string {
  const report = newReport(`${title}${'教育强国'.repeat(5000)}`);
  const reportId = insertReport(store.connection, store.originals, report, now())?.reportId ?? '';
  const deps = {
    connection: store.connection,
    packs: { open: () => undefined },
    actor: 'window',
    now,
  } as const;
  const place = { reportId, start: 0, end: 4, kind: 'highlight', code: 'red', tags: ['目标'] } as const;
  addNote(deps, { ...place, note: `批注 ${title}` });
  return reportId;
}

const notesIn = (where = dataDir) =>
  inStore(
    ({ connection }) =>
      listAnnotations(connection, null)
        .map(({ note }) => note)
        .sort(),
    where,
  );

/** Every file below a folder by its bytes, but those that SQLite leaves for a moment beside a database. */
function stateOf(where: string): Readonly<Record<string, string>> {
  const names = fs.existsSync(where) ? (fs.readdirSync(where, { recursive: true }) as string[]) : [];
  const files = names.filter(
    (name) => fs.statSync(path.join(where, name)).isFile() && !/-(?:shm|wal)$/u.test(name),
  );
  return Object.fromEntries(
    files.sort().map((name) => {
      return [
        name,
        createHash('sha256')
          .update(fs.readFileSync(path.join(where, name)))
          .digest('hex'),
      ];
    }),
  );
}

describe('a backup', () => {
  test('brings the library to another machine, originals and all, and checks itself', async () => {
    const reportId = await inStore((store) => add(store, '甲'));
    const answer = await inStore((store) => writeBackup(store, file, now()));
    expect(answer).toEqual({
      ok: true,
      path: file,
      bytes: fs.statSync(file).size,
      reports: 1,
      notes: 1,
      originals: 1,
      missing: [],
    });
    expect(fs.readdirSync(folder).sort()).toEqual(['data', 'library.zip']);
    const other = path.join(folder, 'other', 'machine');
    expect(await restoreBackup(other, file, now())).toEqual({
      ok: true,
      path: file,
      reports: 1,
      notes: 1,
      originals: 1,
      before: null,
      setAside: null,
      missing: [],
    });
    await inStore(async (store) => {
      expect(await store.check()).toEqual([]);
      expect(openStoredReport(store.connection, reportId).source).toContain('甲教育强国');
    }, other);
    expect(await notesIn(other)).toEqual(['批注 甲']);
    expect(fs.readdirSync(other).filter((name) => name.startsWith('restoring'))).toEqual([]);
  });

  test('takes the place of an older backup, and of nothing else', async () => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    await inStore((store) => add(store, '乙'));
    expect(await inStore((store) => writeBackup(store, file, now()))).toMatchObject({ reports: 2 });
    const thesis = path.join(folder, 'thesis.zip');
    fs.writeFileSync(thesis, zipSync({ 'thesis.txt': strToU8('years of work') }));
    const before = stateOf(folder);
    await expect(inStore((store) => writeBackup(store, thesis, now()))).rejects.toMatchObject({
      code: 'backup-target-taken',
    });
    expect(stateOf(folder)['thesis.zip']).toBe(before['thesis.zip']);
  });

  test('tells which originals the library has lost, and is made all the same', async () => {
    await inStore(async (store) => {
      add(store, '甲');
      add(store, '乙');
      const [lost = '', damaged = ''] = store.connection
        .all<{ hash: string }>('SELECT bytes_hash AS hash FROM source_version')
        .map(({ hash }) => store.originals.pathOf(hash));
      fs.rmSync(lost);
      fs.appendFileSync(damaged, 'x');
      const answer = await writeBackup(store, file, now());
      expect(answer).toMatchObject({ ok: false, reports: 2, originals: 0 });
      expect([...answer.missing].sort()).toEqual([lost, damaged].sort());
    });
    expect(await restoreBackup(path.join(folder, 'other'), file, now())).toMatchObject({
      ok: false,
      notes: 2,
    });
  });

  test.each([
    ['a folder that is not there', () => path.join(folder, 'no', 'such.zip'), 'export-folder-missing'],
    ['a folder below a file', () => path.join(file, 'a.zip'), 'export-folder-unwritable'],
    ['a full disk', () => '/dev/full/a.zip', 'export-folder-unwritable'],
  ])('%s is told and harms nothing', async (_name, target, code) => {
    fs.writeFileSync(file, '');
    await expect(inStore((store) => writeBackup(store, target(), now()))).rejects.toMatchObject({ code });
    expect(fs.readdirSync(folder).sort()).toEqual(['data', 'library.zip']);
  });
});

describe('a restore', () => {
  test('backs the present state up first, which can be restored in turn', async () => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    await inStore((store) => add(store, '乙'));
    const answer = await restoreBackup(dataDir, file, now());
    expect(answer).toMatchObject({ ok: true, notes: 1, originals: 0, setAside: null });
    expect(await notesIn()).toEqual(['批注 甲']);
    expect(listBackups(path.join(dataDir, 'backups'))).toContain(answer.before);
    expect(await restoreBackup(dataDir, answer.before ?? '', now() + 1)).toMatchObject({
      ok: true,
      notes: 2,
    });
    expect(await notesIn()).toEqual(['批注 乙', '批注 甲']);
    expect(await inStore((store) => store.check())).toEqual([]);
  });

  test('needs the library alone, says who holds it, and changes nothing', async () => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    const holder = await openStore({ dataDir, now });
    add(holder, '乙');
    await expect(restoreBackup(dataDir, file, now())).rejects.toMatchObject({
      code: 'store-locked',
      params: { holder: String(process.pid), reason: 'holder' },
    });
    expect(listAnnotations(holder.connection, null)).toHaveLength(2);
    await holder.close();
    expect(await restoreBackup(dataDir, file, now())).toMatchObject({ ok: true });
    expect(await notesIn()).toEqual(['批注 甲']);
  });

  test('sets a damaged database aside and takes the backup in', async () => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    const database = path.join(dataDir, 'zhupi.db');
    const damaged = Buffer.alloc(20_000, 'x');
    fs.writeFileSync(database, damaged);
    const answer = await restoreBackup(dataDir, file, now());
    expect(answer).toMatchObject({ ok: true, before: null });
    expect(fs.readFileSync(answer.setAside ?? '').equals(damaged)).toBe(true);
    expect(await notesIn()).toEqual(['批注 甲']);
  });

  test('mends an original that is damaged', async () => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    const [name = ''] = Object.keys(stateOf(path.join(dataDir, 'originals')));
    fs.appendFileSync(path.join(dataDir, 'originals', name), 'x');
    expect(await restoreBackup(dataDir, file, now())).toMatchObject({ ok: true, originals: 1 });
    expect(await inStore((store) => store.check())).toEqual([]);
  });

  test('a backup of a newer program is refused', async () => {
    const later = { number: MIGRATIONS.length + 1, sql: 'CREATE TABLE later (id TEXT) STRICT;' };
    const store = await openStore({ dataDir, now, migrations: [...MIGRATIONS, later] });
    await writeBackup(store, file, now());
    await store.close();
    await expect(restoreBackup(dataDir, file, now())).rejects.toMatchObject({ code: 'backup-newer' });
  });
});

describe('a file that is no whole backup is refused, and changes nothing', () => {
  /** The parts of a sound backup, changed and packed again. */
  async function repacked(change: (parts: Record<string, Uint8Array>) => Zippable): Promise<void> {
    fs.writeFileSync(file, zipSync(change(unzipSync(fs.readFileSync(file)))));
    return Promise.resolve();
  }
  const manifestOf = (parts: Record<string, Uint8Array>) =>
    JSON.parse(Buffer.from(parts['manifest.json'] ?? []).toString()) as Record<string, unknown>;
  const withManifest = (parts: Record<string, Uint8Array>, change: object): Zippable => ({
    ...parts,
    'manifest.json': strToU8(JSON.stringify({ ...manifestOf(parts), ...change })),
  });
  const without = (parts: Record<string, Uint8Array>, name: string) =>
    Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name));
  const originalIn = (parts: object): string =>
    Object.keys(parts).find((name) => name.startsWith('originals/')) ?? '';

  test.each<readonly [string, () => Promise<void> | void, string]>([
    ['that is cut', () => fs.truncateSync(file, fs.statSync(file).size - 2000), 'backup-invalid'],
    ['that is empty', () => fs.truncateSync(file, 0), 'backup-invalid'],
    ['that is text', () => fs.writeFileSync(file, 'years of work'), 'backup-invalid'],
    ['that is not there', () => fs.rmSync(file), 'file-not-found'],
    [
      'that is a folder',
      () => {
        fs.rmSync(file);
        fs.mkdirSync(file);
      },
      'file-unreadable',
    ],
    ['without its manifest', () => repacked((parts) => without(parts, 'manifest.json')), 'backup-invalid'],
    [
      'with a manifest of another kind',
      () => repacked((parts) => withManifest(parts, { zhupi: 'pack' })),
      'backup-invalid',
    ],
    ['of a later layout', () => repacked((parts) => withManifest(parts, { schema: 2 })), 'backup-newer'],
    [
      'with an original gone',
      () => repacked((parts) => ({ ...parts, [originalIn(parts)]: new Uint8Array() })),
      'backup-invalid',
    ],
    [
      'with an original changed',
      () =>
        repacked((parts) => {
          const bytes = Uint8Array.from(parts[originalIn(parts)] ?? []);
          bytes[7] = (bytes[7] ?? 0) ^ 1;
          return { ...parts, [originalIn(parts)]: bytes };
        }),
      'backup-invalid',
    ],
    [
      'that forgot an original',
      () =>
        repacked((parts) => {
          return withManifest(without(parts, originalIn(parts)), { originals: [] });
        }),
      'backup-invalid',
    ],
    [
      'that leads out of the folder',
      () => repacked((parts) => ({ ...parts, '../evil.txt': strToU8('x') })),
      'backup-invalid',
    ],
    [
      'with an absolute name',
      () => repacked((parts) => ({ ...parts, '/tmp/evil.txt': strToU8('x') })),
      'backup-invalid',
    ],
    [
      'with a name of Windows',
      () => repacked((parts) => ({ ...parts, '..\\evil.txt': strToU8('x') })),
      'backup-invalid',
    ],
    [
      'with something more',
      () => repacked((parts) => ({ ...parts, 'originals/note.txt': strToU8('x') })),
      'backup-invalid',
    ],
    [
      'that names a file outside as an original',
      () => repacked((parts) => withManifest(parts, { originals: [{ hash: '../../evil', size: 1 }] })),
      'backup-invalid',
    ],
    [
      'that swells',
      () => repacked((parts) => ({ ...parts, bomb: [new Uint8Array(80 * 1024 * 1024), { level: 1 }] })),
      'backup-invalid',
    ],
  ])('one %s', async (_name, spoil, code) => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    await inStore((store) => add(store, '乙'));
    // What the library has itself would make good what the backup lacks.
    fs.rmSync(path.join(dataDir, 'originals'), { recursive: true });
    await spoil();
    const before = stateOf(dataDir);
    await expect(restoreBackup(dataDir, file, now())).rejects.toMatchObject({ code });
    expect(stateOf(dataDir)).toEqual(before);
    expect(fs.existsSync(path.join(folder, 'evil.txt')) || fs.existsSync('/tmp/evil.txt')).toBe(false);
    expect(await notesIn()).toEqual(['批注 乙', '批注 甲']);
  });

  test('whatever byte is turned over', async () => {
    await inStore((store) => add(store, '甲'));
    await inStore((store) => writeBackup(store, file, now()));
    const sound = fs.readFileSync(file);
    const before = stateOf(dataDir);
    let refused = 0;
    for (let at = 5; at < sound.length; at += Math.ceil(sound.length / 24)) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      fs.writeFileSync(file, bytes);
      const other = path.join(folder, `other-${String(at)}`);
      // A byte that carries nothing (a time, a comment) may be any; whatever is taken in is whole.
      const taken = await restoreBackup(other, file, now()).then(
        () => true,
        () => false,
      );
      if (taken) expect(await inStore((store) => store.check(), other)).toEqual([]);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(18);
    expect(stateOf(dataDir)).toEqual(before);
  });
});
