import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { columnsOf } from '#core/search/concordance.ts';
import { openLibrary } from '#services/library.ts';
import { libraryParts } from '#services/library-parts.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine, type CommandLine, type CommandRun } from '../fixtures/command-line.ts';

const REPORT = [
  '关于建设教育强国的报告',
  '一、主要目标',
  '到2035年建成教育强国，办好人民满意的教育。',
  '二、重点任务',
  '（一）教育优先发展。各地要统筹安排,落实责任。',
  '（二）保障教育投入。',
].join('\n');

let zhupi: CommandLine;
let reportId: string;

/** With the search of the program. */
function run(...argv: readonly string[]): Promise<CommandRun> {
  return zhupi.runWith({ openLibrary: (options) => openLibrary(options, libraryParts) }, ...argv);
}

const search = (...argv: readonly string[]): Promise<CommandRun> => run('search', ...argv);

beforeEach(async () => {
  const folder = temporaryFolder();
  zhupi = commandLine(folder);
  await writeFile(path.join(folder, 'report.txt'), REPORT);
  const [imported] = (await run('import', 'report.txt', '--json')).rows();
  reportId = String(imported?.['reportId']);
  await run(
    'annotate',
    reportId,
    '--quote',
    '落实责任',
    '--note',
    '重點在質量',
    '--tag',
    '目标',
    '--color',
    'red',
  );
});

test('a program reads every place of every report that is listed', async () => {
  await writeFile(path.join(zhupi.folder, 'long.txt'), '海洋资源要保护。\n'.repeat(40));
  await run('import', 'long.txt');
  const [answer] = (await search('海洋', '--json')).rows();
  expect(answer).toMatchObject({ total: { reports: 1, hits: 40 }, results: [{ hits: 40 }] });
  const [result] = (answer?.['results'] ?? []) as { places: { match: string }[] }[];
  expect(result?.places.map(({ match }) => match)).toEqual(Array.from({ length: 40 }, () => '海洋'));
});

test('a concordance is aligned on the hit, sorted, grouped, and a table where that is wanted', async () => {
  const { out } = await search('教育', '--kwic', '--sort', 'right', '--group', 'report');
  const [head, ...lines] = out.trimEnd().split('\n');
  expect(head).toMatch(/\(5\)$/u);
  expect(lines.pop()).toBe('Reports: 1, places: 5.');
  expect(lines.map((line) => columnsOf(line.split('【')[0] ?? ''))).toEqual([36, 36, 36, 36, 36]);
  expect(lines.every((line) => line.includes(`${reportId}:`))).toBe(true);
  const csv = await search('教育', '--kwic', '--format', 'csv');
  expect(csv.out.split('\r\n')[0]).toBe('\uFEFFbefore,match,after,title,label,date,place,report,start,end');
  expect(csv.out.trimEnd().split('\r\n')).toHaveLength(6);
  const markdown = await search('教育', '--kwic', '--format', 'markdown');
  expect(markdown.out.match(/\| \*\*教育\*\* \|/gu)).toHaveLength(5);
});

test('a list that is cut short says so beside it', async () => {
  await writeFile(path.join(zhupi.folder, 'more.txt'), '教育经费\n教育经费要增加。\n');
  await run('import', 'more.txt');
  const all = await search('教育', '--kwic', '--format', 'csv');
  const first = await search('教育', '--kwic', '--format', 'csv', '--limit', '1');
  expect(all.err).toBe('');
  expect(first.err).toBe('The first 1 of 2 reports are listed; --limit lists up to 1000.\n');
  expect(first.out.length).toBeLessThan(all.out.length);
});

test('a bad query is wrong usage: where it goes wrong, and why', async () => {
  const bad = await search('教育 (质量');
  expect(bad).toMatchObject({ code: 2, out: '' });
  expect(bad.err).toContain('character 4');
  const [json] = (await search('/教育(/', '--json')).rows();
  expect(json).toMatchObject({ error: { code: 'query-bad' } });
  expect((await search('title:', '--in', reportId)).code).toBe(2);
});

test('the language of queries, in both scripts, over all and in one report', async () => {
  const totals = async (...argv: readonly string[]) => (await search(...argv, '--json')).rows()[0]?.['total'];
  expect(await totals('(教育 NEAR/2 優先) OR 投入')).toEqual({ reports: 1, hits: 2 });
  expect(await totals('教*国', '--in', reportId)).toEqual({ reports: 1, hits: 2 });
  expect(await totals('/教育[強强]国/', 'script:Hans')).toEqual({ reports: 1, hits: 2 });
  expect(await totals('教育 date:1999')).toEqual({ reports: 0, hits: 0 });
  expect(await totals('教育 -tag:目標')).toEqual({ reports: 0, hits: 0 });
});

test('titles, notes and tags stand in keys of their own', async () => {
  const [answer] = (await search('质量', '--json')).rows();
  expect(answer).toMatchObject({ total: { hits: 0 }, results: [], metadata: [] });
  expect(answer?.['notes']).toMatchObject([{ reportId, field: 'note', text: '重點在質量' }]);
  const [pinyin] = (await search('jiaoyu qiangguo', '--json')).rows();
  expect(pinyin).toMatchObject({ total: { hits: 0 }, metadata: [{ reportId, field: 'title' }] });
  const [inNotes] = (await search('in:notes 质量 color:red', '--json')).rows();
  expect(inNotes).toMatchObject({ total: { reports: 1, hits: 0 }, results: [{ reportId }] });
});
