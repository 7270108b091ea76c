import { existsSync, statSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '#services/store/open-store.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import type { CommandLine } from './fixtures/command-line.ts';
import { commandLine } from './fixtures/command-line.ts';

let zhupi: CommandLine;
beforeEach(async () => {
  zhupi = commandLine(temporaryFolder());
  await writeFile(path.join(zhupi.folder, 'report.txt'), '关于保障教育投入的报告\n（一）教育优先发展。\n');
});

async function importReport(): Promise<string> {
  const [row] = (await zhupi.run('import', 'report.txt', '--json')).rows();
  return String(row?.['reportId']);
}

describe('backup, restore, check', () => {
  test('take a library away and bring it back', async () => {
    const reportId = await importReport();
    await zhupi.run('annotate', reportId, '--quote', '教育优先发展', '--note', '看');
    const file = path.join(zhupi.folder, 'b.zip');
    const [made] = (await zhupi.run('backup', 'b.zip', '--json')).rows();
    const bytes = statSync(file).size;
    expect(made).toEqual({ ok: true, path: file, bytes, reports: 1, notes: 1, originals: 1, missing: [] });
    await zhupi.run('annotate', reportId, '--quote', '保障教育投入');
    const restored = await zhupi.run('restore', 'b.zip', '--json');
    expect(restored).toMatchObject({ code: 0, err: '' });
    const [answer] = restored.rows();
    expect(answer).toMatchObject({
      ok: true,
      path: file,
      reports: 1,
      notes: 1,
      originals: 0,
      setAside: null,
    });
    expect(existsSync(String(answer?.['before']))).toBe(true);
    expect((await zhupi.run('notes', '--json')).rows()).toMatchObject([{ note: '看' }]);
    expect((await zhupi.run('check', '--json')).rows()).toEqual([{ ok: true, problems: [] }]);
    const elsewhere = await zhupi.run('restore', file, '--data-dir', 'other');
    expect(elsewhere).toMatchObject({ code: 0, out: `Restored from ${file}: reports 1, notes 1.\n` });
    expect((await zhupi.run('notes', '--data-dir', 'other', '--json')).rows()).toHaveLength(1);
  });

  test('an archive of another machine is merged, nothing is overwritten, and the numbers are told', async () => {
    const reportId = await importReport();
    await zhupi.run('annotate', reportId, '--quote', '教育优先发展', '--note', '这里的');
    const there = ['--data-dir', 'other'] as const;
    await zhupi.run('import', 'report.txt', ...there);
    await writeFile(path.join(zhupi.folder, 'second.txt'), '关于乡村教师待遇的通知\n按时发放。\n');
    await zhupi.run('import', 'second.txt', ...there);
    await zhupi.run('annotate', reportId, '--quote', '保障教育投入', '--note', '那里的', ...there);
    await zhupi.run('backup', 'other.zip', ...there);
    const merged = await zhupi.run('restore', '--merge', 'other.zip', '--json');
    expect(merged.code).toBe(0);
    expect(merged.rows()).toMatchObject([
      {
        ok: true,
        reports: { added: 1, back: 0, same: 1 },
        notes: { added: 1, kept: 0, both: 0 },
        missing: [],
      },
    ]);
    const notes = (await zhupi.run('notes', '--json')).rows().map(({ note }) => note);
    expect(notes.sort()).toEqual(['这里的', '那里的'].sort());
    const again = await zhupi.run('restore', '--merge', 'other.zip');
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('new reports 0, out of the trash 0; new notes 0');
    expect((await zhupi.run('check', '--json')).rows()).toEqual([{ ok: true, problems: [] }]);
    expect(await zhupi.run('restore', '--merge', 'report.txt')).toMatchObject({ code: 1 });
  });

  test('a restore says who holds the library', async () => {
    await importReport();
    await zhupi.run('backup', 'b.zip');
    const holder = await openStore({ dataDir: zhupi.dataDir, now: Date.now });
    const run = await zhupi.run('restore', 'b.zip');
    await holder.close();
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain(`process ${String(process.pid)}`);
  });

  test('what cannot be done is told in a sentence and harms nothing', async () => {
    await importReport();
    const own = path.join(zhupi.folder, 'report.txt');
    const before = await readFile(own, 'utf8');
    expect(await zhupi.run('backup', 'report.txt')).toMatchObject({
      code: 1,
      err: `${own} is there already and is no Zhupi backup; it was left as it is, choose another name.\n`,
    });
    expect(await readFile(own, 'utf8')).toBe(before);
    expect((await zhupi.run('restore', 'report.txt', '--json')).rows()).toMatchObject([
      { error: { code: 'backup-invalid' } },
    ]);
    expect(await zhupi.run('restore', 'nowhere.zip')).toMatchObject({ code: 1 });
    expect(await zhupi.run('backup')).toMatchObject({ code: 2 });
    expect((await zhupi.run('check')).code).toBe(0);
  });

  test('lost originals are told by all three', async () => {
    await importReport();
    await rm(path.join(zhupi.dataDir, 'originals'), { recursive: true });
    const made = await zhupi.run('backup', 'b.zip');
    expect(made).toMatchObject({ code: 1, err: expect.stringContaining('originals') as unknown });
    expect(await zhupi.run('restore', 'b.zip')).toMatchObject({ code: 1 });
    expect((await zhupi.run('check', '--json')).rows()).toMatchObject([
      { ok: false, problems: { length: 1 } },
    ]);
  });
});

describe('check --repair', () => {
  test('mends data that cannot be opened from the newest backup, and leaves sound data alone', async () => {
    const reportId = await importReport();
    await zhupi.run('annotate', reportId, '--quote', '教育优先发展', '--note', '看');
    expect((await zhupi.run('check', '--repair', '--json')).rows()).toEqual([
      { ok: true, problems: [], repaired: null },
    ]);
    const store = await openStore({ dataDir: zhupi.dataDir, now: Date.now });
    await store.backUp('daily');
    await store.close();
    await writeFile(path.join(zhupi.dataDir, 'zhupi.db'), 'no database\n'.repeat(5000));
    expect(await zhupi.run('check')).toMatchObject({ code: 1 });
    const mended = await zhupi.run('check', '--repair', '--json');
    expect(mended.rows()).toMatchObject([
      { ok: true, problems: [], repaired: { reports: 1, notes: 1, lost: [] } },
    ]);
    expect(mended.code).toBe(0);
    expect((await zhupi.run('notes', '--json')).rows()).toMatchObject([{ note: '看' }]);
  });
});

describe('check --repair without a backup', () => {
  const file = () => path.join(zhupi.dataDir, 'zhupi.db');

  test('a database that is gone is made anew from the files, and what is lost is said', async () => {
    const reportId = await importReport();
    await rm(file());
    expect(await zhupi.run('list')).toMatchObject({ code: 1, out: '' });
    const mended = await zhupi.run('check', '--repair');
    expect(mended).toMatchObject({
      code: 0,
      out: expect.stringMatching(/imported again .*: 1\.\n$/u) as unknown,
    });
    expect((await zhupi.run('list', '--json')).rows()).toMatchObject([{ reportId }]);
  });

  test('where nothing could be read, that is no success', async () => {
    await importReport();
    await rm(path.join(zhupi.dataDir, 'originals'), { recursive: true });
    await writeFile(file(), 'no database\n'.repeat(5000));
    const run = await zhupi.run('check', '--repair', '--json');
    expect(run.code).toBe(1);
    const problems = [expect.stringContaining('Nothing of the data')] as unknown;
    expect(run.rows()).toMatchObject([{ ok: false, problems, repaired: { reports: 0, unread: true } }]);
  });
});

describe('export as data', () => {
  test.each(['json', 'csv'])('writes %s, and says what is unchanged', async (format) => {
    const reportId = await importReport();
    await zhupi.run('annotate', reportId, '--quote', '教育优先发展', '--tag', '目标');
    const run = (...argv: string[]) =>
      zhupi.run('export', ...argv, '--format', format, '--out', 'v', '--json');
    const [first] = (await run(reportId)).rows();
    const file = path.join(zhupi.folder, 'v', `关于保障教育投入的报告.${format}`);
    expect(first).toEqual({ files: [{ path: file, status: 'written', annotations: 1 }] });
    expect((await run('--all')).rows()).toMatchObject([{ files: [{ path: file, status: 'unchanged' }] }]);
    expect(await readFile(file, 'utf8')).toContain('教育优先发展');
  });

  test.each([
    ['bibtex', 'references.bib'],
    ['csl-json', 'references.csl.json'],
  ])('writes the library as %s, notes or none', async (format, name) => {
    await importReport();
    const run = await zhupi.run('export', '--all', '--format', format, '--json');
    const file = path.join(zhupi.folder, name);
    expect(run.rows()).toEqual([{ files: [{ path: file, status: 'written', annotations: 0 }] }]);
    expect(await readFile(file, 'utf8')).toContain('关于保障教育投入的报告');
  });
});
