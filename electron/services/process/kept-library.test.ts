import * as fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { Library } from '../library-types.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary } from '../store/fixtures/test-library.ts';
import { openStore } from '../store/open-store.ts';
import { listBackups } from '../store/backups.ts';
import { KeptLibrary } from './kept-library.ts';
import { recoverData, restoreData } from './replace-data.ts';

const now = (): number => Date.UTC(2026, 0, 2);

interface Kept {
  readonly kept: KeptLibrary;
  readonly notices: LibraryNotice[];
  readonly reopened: () => number;
  readonly opened: Library[];
}

function keep(dataDir: string, open = () => openTestLibrary(dataDir)): Kept {
  const notices: LibraryNotice[] = [];
  const opened: Library[] = [];
  let reopened = 0;
  const kept = new KeptLibrary({
    dataDir,
    open: async () => {
      const library = await open();
      opened.push(library);
      return library;
    },
    recover: () => recoverData(dataDir, now()),
    onNotice: (notice) => notices.push(notice),
    onReopened: () => (reopened += 1),
  });
  return { kept, notices, opened, reopened: () => reopened };
}

const note = (reportId: string, words: string) => ({
  ...{ reportId, start: 0, end: 2, kind: 'highlight' as const, code: 'red', note: words },
  tags: [] as string[],
});

/** A library with a report, a note that is backed up, and a later one. */
async function makeLibrary(): Promise<{ readonly dataDir: string; readonly reportId: string }> {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport('教育强国');
  await library.createNote(note(reportId, '备份过'));
  await library.makeBackup({});
  await library.createNote(note(reportId, '后来的'));
  await library.close();
  return { dataDir, reportId };
}

const wordsOf = async ({ kept }: Kept): Promise<string[]> => {
  const notes = await kept.use((library) => library.listNotes({ reportId: null }));
  return notes.map((one) => one.note).sort();
};

function spoil(dataDir: string): void {
  const file = path.join(dataDir, 'zhupi.db');
  for (const end of ['-wal', '-shm']) fs.rmSync(file + end, { force: true });
  fs.writeFileSync(file, Buffer.alloc(20_000, 'x'));
}

describe('a library that is kept', () => {
  test('opens damaged data from the backup and tells what there is and where the old file lies', async () => {
    const { dataDir } = await makeLibrary();
    spoil(dataDir);
    const library = keep(dataDir);
    expect(await wordsOf(library)).toEqual(['备份过']);
    expect(library.notices).toMatchObject([{ kind: 'recovered', reports: 1, notes: 1, lost: [] }]);
    const [notice] = library.notices;
    const aside = notice?.kind === 'recovered' ? notice.setAside : '';
    expect(fs.readFileSync(aside, 'latin1')).toMatch(/^x+$/u);
    await library.kept.close();
  });

  test('a database that is gone while there are backups is damage, not an empty library', async () => {
    const { dataDir } = await makeLibrary();
    for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(dataDir, `zhupi.db${end}`), { force: true });
    const library = keep(dataDir);
    expect(await wordsOf(library)).toEqual(['备份过']);
    expect(library.notices).toMatchObject([{ kind: 'recovered' }]);
    await library.kept.close();
  });

  test('damage that several calls meet is mended once, and the calls are done', async () => {
    const { dataDir, reportId } = await makeLibrary();
    const library = keep(dataDir);
    await library.kept.library();
    // The pages of the notes, in the file that is open.
    const file = path.join(dataDir, 'zhupi.db');
    const bytes = fs.readFileSync(file);
    for (let at = bytes.indexOf(Buffer.from('备份过')); at >= 0; at = bytes.indexOf('备份过', at + 4096)) {
      bytes.fill(0x55, at - (at % 4096), at - (at % 4096) + 4096);
    }
    fs.writeFileSync(file, bytes);
    const works = [wordsOf(library), wordsOf(library)];
    const made = library.kept.use((open) => open.createNote(note(reportId, '写的时候')));
    for (const words of await Promise.all(works)) expect(words).toEqual(expect.arrayContaining(['备份过']));
    expect(await made).toMatchObject({ note: '写的时候' });
    expect(await wordsOf(library)).toEqual(expect.arrayContaining(['备份过', '写的时候']));
    expect(library.notices).toHaveLength(1);
    expect(library.reopened()).toBe(1);
    await library.kept.close();
  });

  test('damage that SQLite does not see shows itself in what is read', async () => {
    const { dataDir } = await makeLibrary();
    const store = await openStore({ dataDir, now });
    store.connection.run("UPDATE annotation SET note = x'ff' WHERE note = CAST('备份过' AS BLOB)");
    await store.close();
    const library = keep(dataDir);
    expect(await wordsOf(library)).toEqual(['后来的', '备份过'].sort());
    expect(library.notices).toMatchObject([{ kind: 'recovered', lost: [] }]);
    await library.kept.close();
  });

  test('damage that the check after a crash finds is mended behind the work', async () => {
    const { dataDir } = await makeLibrary();
    let found = (): void => undefined;
    const damaged = new Promise<void>((resolve) => (found = resolve));
    let opened = 0;
    const library = keep(dataDir, async () => {
      opened += 1;
      const open = await openTestLibrary(dataDir);
      return opened === 1 ? { ...open, damaged } : open;
    });
    await library.kept.library();
    found();
    await expect.poll(library.reopened).toBe(1);
    expect(library.notices).toMatchObject([{ kind: 'recovered', notes: 2, lost: [] }]);
    expect(await wordsOf(library)).toEqual(['后来的', '备份过'].sort());
    await library.kept.close();
  });

  test('a backup is restored while calls wait, and the state of before is backed up', async () => {
    const { dataDir } = await makeLibrary();
    const library = keep(dataDir);
    expect(await wordsOf(library)).toHaveLength(2);
    const [backup = ''] = listBackups(path.join(dataDir, 'backups'));
    const restored = library.kept.without(() => restoreData(dataDir, path.basename(backup), now()));
    const waiting = wordsOf(library);
    expect(await restored).toMatchObject({ kind: 'restored', notes: 1, missing: 0 });
    expect(await waiting).toEqual(['备份过']);
    expect(listBackups(path.join(dataDir, 'backups'))).toHaveLength(2);
    await library.kept.close();
  });

  test('a restore that fails leaves the library as it was, and open', async () => {
    const { dataDir } = await makeLibrary();
    const library = keep(dataDir);
    const bad = library.kept.without(() => restoreData(dataDir, '../zhupi.db', now()));
    await expect(bad).rejects.toMatchObject({ code: 'file-not-found' });
    expect(await wordsOf(library)).toHaveLength(2);
    const holder = await openStore({ dataDir, now });
    const [backup = ''] = listBackups(path.join(dataDir, 'backups'));
    const held = library.kept.without(() => restoreData(dataDir, path.basename(backup), now()));
    await expect(held).rejects.toMatchObject({ code: 'store-locked' });
    await holder.close();
    expect(await wordsOf(library)).toHaveLength(2);
    await library.kept.close();
  });

  test('what did not open is tried again when it is asked for', async () => {
    const { dataDir } = await makeLibrary();
    let isFull = true;
    const library = keep(dataDir, () =>
      isFull ? Promise.reject(new ZhupiError('disk-full', { path: dataDir })) : openTestLibrary(dataDir),
    );
    await expect(wordsOf(library)).rejects.toMatchObject({ code: 'disk-full' });
    isFull = false;
    await expect(wordsOf(library)).rejects.toMatchObject({ code: 'disk-full' });
    library.kept.retry();
    expect(await wordsOf(library)).toHaveLength(2);
    await library.kept.close();
  });
});
