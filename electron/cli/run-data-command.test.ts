import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import type { CommandLine } from './fixtures/command-line.ts';
import { commandLine } from './fixtures/command-line.ts';

const REPORT = '关于保障教育投入的报告\n（一）教育优先发展。\n';

let zhupi: CommandLine;
let file: string;

beforeEach(async () => {
  zhupi = commandLine(temporaryFolder());
  file = path.join(zhupi.folder, 'report.txt');
  await writeFile(file, REPORT);
});

async function importReport(): Promise<string> {
  const [row] = (await zhupi.run('import', 'report.txt', '--json')).rows();
  return String(row?.['reportId']);
}

describe('delete and check', () => {
  test('puts a report with its notes into the trash and takes it out', async () => {
    const reportId = await importReport();
    await zhupi.run('annotate', reportId, '--quote', '教育优先发展');
    expect((await zhupi.run('delete', reportId, '--json')).rows()).toEqual([{ reportId, notes: 1 }]);
    expect((await zhupi.run('list', '--json')).out).toBe('');
    expect(await zhupi.run('delete', reportId)).toMatchObject({ code: 1 });
    const restored = await zhupi.run('delete', reportId.slice(0, 5), '--restore', '--json');
    expect(restored.rows()).toEqual([{ reportId, notes: 1 }]);
    expect((await zhupi.run('notes', '--json')).rows()).toHaveLength(1);
  });

  test('checks the data', async () => {
    const reportId = await importReport();
    expect((await zhupi.run('check', '--json')).rows()).toEqual([{ ok: true, problems: [] }]);
    expect(reportId).toMatch(/^r/u);
  });

  test('data that cannot be opened is not sound', async () => {
    await mkdir(zhupi.dataDir);
    await writeFile(path.join(zhupi.dataDir, 'zhupi.db'), 'no database\n'.repeat(500));
    const run = await zhupi.run('check', '--json');
    expect(run).toMatchObject({ code: 1, err: '' });
    const message = expect.stringContaining('is damaged') as unknown;
    expect(run.rows()).toEqual([
      { ok: false, problems: [message], error: { code: 'store-damaged', message } },
    ]);
    expect(await zhupi.run('check')).toMatchObject({ code: 1, out: '', err: message });
  });
});

describe('pack', () => {
  test('makes a pack that import installs', async () => {
    const dir = path.join(zhupi.folder, 'my-pack');
    await mkdir(dir);
    const head =
      'title: 汇编\nkind: report\nissuer: ""\nplace: 台州市\ndate: 2023\nscript: Hans\nsourceNote: ""\n';
    await writeFile(path.join(dir, 'one.md'), `---\n${head}---\n\n# 汇编\n\n内容。\n`);
    const [made] = (await zhupi.run('pack', 'my-pack', '-o', 'a.zhupipack', '--json')).rows();
    const { length } = await readFile(path.join(zhupi.folder, 'a.zhupipack'));
    expect(made).toEqual({ reports: 1, bytes: length });
    expect(existsSync(zhupi.dataDir)).toBe(false);
    const [row] = (await zhupi.run('import', 'a.zhupipack', '--json')).rows();
    expect(row).toMatchObject({ status: 'imported', reportId: null, title: 'my-pack', error: null });
    const [again] = (await zhupi.run('import', 'a.zhupipack', '--json')).rows();
    expect(again).toMatchObject({ status: 'duplicate', title: 'my-pack', error: null });
    const listed = (await zhupi.run('list', '--json')).rows();
    expect(listed).toMatchObject([{ reportId: 'p-my-pack-one', place: '台州市', origin: 'pack' }]);
    const [quote] = (await zhupi.run('annotate', 'p-my-pack-one', '--quote', '內容', '--json')).rows();
    expect(quote).toMatchObject({ exact: '内容' });
    const nowhere = await zhupi.run('pack', 'my-pack', '-o', 'no/such/a.zhupipack', '--json');
    expect(nowhere.rows()).toMatchObject([{ error: { code: 'export-folder-missing' } }]);
  });

  test('a newer release reaches the reports that have notes, an older one is told', async () => {
    const dir = path.join(zhupi.folder, 'my-pack');
    await mkdir(dir);
    const head =
      'title: 汇编\nkind: report\nissuer: ""\nplace: 台州市\ndate: 2023\nscript: Hans\nsourceNote: ""\n';
    const make = async (version: string, body: string) => {
      await writeFile(path.join(dir, 'one.md'), `---\n${head}---\n\n# 汇编\n\n${body}\n`);
      const name = `${version}.zhupipack`;
      expect(await zhupi.run('pack', 'my-pack', '-o', name, '--release', version)).toMatchObject({ code: 0 });
      return name;
    };
    const first = await make('1.9', '各地要统筹安排，落实责任。');
    const second = await make('1.10', '本段是新增加的文字。各地要统筹安排，落实责任。');
    await zhupi.run('import', first);
    await zhupi.run('annotate', 'p-my-pack-one', '--quote', '落实责任', '--note', '看');
    const [row] = (await zhupi.run('import', second, '--json')).rows();
    expect(row).toMatchObject({ status: 'imported', error: null });
    expect((await zhupi.run('show', 'p-my-pack-one')).out).toContain('新增加的文字');
    expect((await zhupi.run('search', '新增加', '--json')).rows()).toMatchObject([
      { total: { reports: 1, hits: 1 } },
    ]);
    const source = (await zhupi.run('show', 'p-my-pack-one', '--layer', 'source')).out;
    expect((await zhupi.run('notes', '--json')).rows()).toMatchObject([
      { note: '看', state: 'exact', anchor: { exact: '落实责任', start: source.indexOf('落实责任') } },
    ]);
    const older = await zhupi.run('import', first, '--json');
    expect(older.rows()).toMatchObject([{ status: 'failed', error: { code: 'pack-older' } }]);
    expect((await zhupi.run('show', 'p-my-pack-one')).out).toContain('新增加的文字');
    expect((await zhupi.run('check', '--json')).rows()).toEqual([{ ok: true, problems: [] }]);
    // The file of a pack is not in a backup, the reports of it that have notes are.
    const backup = await zhupi.run('backup', 'b.zip');
    expect(backup).toMatchObject({ code: 0, out: expect.stringContaining('my-pack.zhupipack') as unknown });
  });

  test('a bad report stops it with file, line and reason', async () => {
    const dir = path.join(zhupi.folder, 'bad');
    await mkdir(dir);
    await writeFile(path.join(dir, 'one.md'), '---\ntitle: 汇编\nkind: novel\n---\n\n内容。\n');
    const run = await zhupi.run('pack', 'bad', '-o', 'b.zhupipack');
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toBe(
      `${path.join(dir, 'one.md')}, line 3: the field “kind” has a wrong value; mend it.\n`,
    );
  });
});
