import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine } from '../fixtures/command-line.ts';

test('notes go out in every format and come back in; a report is cited', async () => {
  const zhupi = commandLine(temporaryFolder());
  const report = path.join(zhupi.folder, 'a.txt');
  await writeFile(report, '关于教育工作的报告\n教育是国之大计，必须优先发展。\n');
  const [imported] = (await zhupi.run('import', report, '--json')).rows();
  const reportId = String(imported?.['reportId']);
  await zhupi.run('annotate', reportId, '--quote', '国之大计', '--note', '要点');
  for (const format of ['markdown', 'docx', 'json', 'csv', 'bibtex', 'csl-json']) {
    expect(await zhupi.run('export', reportId, '--out', 'out', '--format', format)).toMatchObject({
      code: 0,
    });
  }
  const names = await readdir(path.join(zhupi.folder, 'out'));
  expect(names.map((name) => path.extname(name)).toSorted()).toEqual([
    '.bib',
    '.csv',
    '.docx',
    '.json',
    '.json',
    '.md',
  ]);
  await zhupi.run('export', '--all', '--file', 'out/one.md', '--template', 'paper');
  expect(await readFile(path.join(zhupi.folder, 'out', 'one.md'), 'utf8')).toContain('“国之大计”[^n');
  const unknown = await zhupi.run('export', '--all', '--out', 'out', '--template', 'none', '--json');
  expect(unknown.rows()).toMatchObject([{ error: { code: 'template-unknown' } }]);

  const [cited] = (await zhupi.run('cite', reportId, '--json')).rows();
  expect(cited).toMatchObject({ edition: '2025', citation: '关于教育工作的报告[R].' });

  const json = names.find((name) => name.endsWith('.json') && !name.endsWith('.csl.json')) ?? '';
  const again = await zhupi.run('import-notes', path.join('out', json), '--json');
  expect(again.rows()).toMatchObject([{ added: 0, unchanged: 1, error: null }]);
  expect(await zhupi.run('import-notes', 'a.txt')).toMatchObject({ code: 1 });
});
