import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Code, Project } from '#core/annotations/codes-record.ts';
import { openLibrary } from '#services/library.ts';
import { libraryParts } from '#services/library-parts.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine, type CommandLine, type CommandRun } from './fixtures/command-line.ts';

let zhupi: CommandLine;
let reportId: string;
let made: Code;

/** With the search of the program. */
const run = (...argv: readonly string[]): Promise<CommandRun> =>
  zhupi.runWith({ openLibrary: (options) => openLibrary(options, libraryParts) }, ...argv);
const quotes = async (...argv: readonly string[]): Promise<readonly unknown[]> =>
  (await run('notes', '--json', ...argv)).rows().map((note) => (note['anchor'] as { exact: string }).exact);

beforeEach(async () => {
  const folder = temporaryFolder();
  zhupi = commandLine(folder);
  await writeFile(path.join(folder, 'a.txt'), '县教育规划\n三年内新增学位两千个。\n食堂每周公布一次菜单。\n');
  const [imported] = (await run('import', 'a.txt', '--json')).rows();
  reportId = String(imported?.['reportId']);
  const options = { dataDir: zhupi.dataDir, packFiles: [], now: Date.now, onEvent: () => undefined };
  const library = await openLibrary({ ...options, actor: 'window' }, libraryParts);
  await library.changeCode({ id: 'red', revision: 1, change: { name: '责任主体' } });
  made = await library.createCode({ name: '数据', color: 'teal', parentId: 'red', projectId: null });
  const project: Project = await library.createProject({ name: '教育' });
  await library.fileReports({ projectId: project.id, reportIds: [reportId], isIn: true });
  await library.close();
  await run('annotate', reportId, '--quote', '新增学位', '--color', '責任主體');
  await run('annotate', reportId, '--quote', '菜单', '--color', made.id);
  await run('annotate', reportId, '--quote', '食堂', '--color', '綠');
});

test('notes are marked and found by the name, the id or the colour of a code', async () => {
  expect(await quotes('--color', '责任主体')).toEqual(['新增学位']);
  expect(await quotes('--color', 'red')).toEqual(['新增学位']);
  expect(await quotes('--color', '數據')).toEqual(['菜单']);
  expect(await quotes('--color', 'Green')).toEqual(['食堂']);
  expect((await run('notes')).out).toContain('\t数据\t菜单');
});

test('a word that names no code is wrong usage', async () => {
  for (const argv of [
    ['notes', '--color', '措施'],
    ['annotate', reportId, '--quote', '三年', '--color', 'vermilion'],
  ]) {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toContain('is no colour and no code');
  }
  expect(await quotes()).toHaveLength(3);
});

test('a search for a colour finds the code of that name, and the codes under it', async () => {
  const found = async (query: string): Promise<readonly unknown[]> => {
    const [answer] = (await run('search', query, '--json')).rows();
    return answer?.['results'] as unknown[];
  };
  expect(await found('color:責任主體 学位')).toHaveLength(1);
  expect(await found('color:数据 学位')).toHaveLength(1);
  expect(await found('color:紫 学位')).toHaveLength(0);
  expect((await run('search', 'color:措施 学位')).err).toContain('is no colour');
});

test('codes are listed, and counted in each report as a table', async () => {
  const listed = (await run('codes', '--json')).rows();
  expect(listed).toHaveLength(6);
  expect(listed.find(({ id }) => id === made.id)).toEqual({
    ...{ id: made.id, name: '数据', color: 'teal', parentId: 'red', projectId: null, notes: 1 },
  });
  expect((await run('codes')).out).toContain(`${made.id}\t  数据\tteal\t1\n`);
  const table = (await run('codes', '--matrix')).out;
  expect(table).toBe(
    '\uFEFFreport_id,title,date,Yellow,责任主体,数据,Green,Blue,Purple,total\r\n' +
      `${reportId},县教育规划,,0,1,1,1,0,0,3\r\n` +
      'total,,,0,1,1,1,0,0,3\r\n',
  );
  const [answer] = (await run('codes', '--matrix', '--project', '教育', '--json')).rows();
  expect(answer).toMatchObject({ rows: [{ reportId, counts: [0, 1, 1, 1, 0, 0], total: 3 }], total: 3 });
  expect((await run('codes', '--project', '无')).code).toBe(1);
});
