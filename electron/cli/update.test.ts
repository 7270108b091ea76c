import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import type { CommandLine } from './fixtures/command-line.ts';
import { commandLine } from './fixtures/command-line.ts';

const REPORT = [
  '关于建设教育强国的报告',
  '一、主要目标',
  '到2035年建成教育强国，办好人民满意的教育。',
  '二、重点任务',
  '各地要统筹安排，落实责任，按时完成。',
  '县级政府应当在年底以前报告进度。',
].join('\n');

let zhupi: CommandLine;

async function put(name: string, text: string | Uint8Array): Promise<void> {
  await writeFile(path.join(zhupi.folder, name), text);
}

async function importReport(): Promise<string> {
  const [row] = (await zhupi.run('import', 'report.txt', '--json')).rows();
  return String(row?.['reportId']);
}

async function annotate(reportId: string, quote: string): Promise<string> {
  const [row] = (await zhupi.run('annotate', reportId, '--quote', quote, '--json')).rows();
  return String(row?.['annotationId']);
}

beforeEach(async () => {
  zhupi = commandLine(temporaryFolder());
  await put('report.txt', REPORT);
});

test('gives the report a new text and carries its notes', async () => {
  const reportId = await importReport();
  const kept = await annotate(reportId, '办好人民满意的教育');
  const gone = await annotate(reportId, '县级政府应当在年底以前报告进度');
  const revised = REPORT.replace('一、主要目标', '前言：本报告已经修订。\n一、主要目标').replace(
    '\n县级政府应当在年底以前报告进度。',
    '',
  );
  await put('revised.md', revised);
  const { code, rows } = await zhupi.run('update', reportId, 'revised.md', '--json');
  expect(code).toBe(0);
  expect(rows()).toEqual([{ anchors: { exact: 1, moved: 0, doubtful: 0, orphan: 1 }, changed: [gone] }]);
  const shown = await zhupi.run('show', reportId, '--layer', 'source');
  expect(shown.out).toBe(`${revised}\n`);
  const notes = (await zhupi.run('notes', reportId, '--json')).rows();
  const byId = new Map(notes.map((note) => [note['id'], note]));
  expect(byId.get(kept)).toMatchObject({ state: 'exact', anchor: { start: revised.indexOf('办好人民') } });
  expect(byId.get(gone)).toMatchObject({ state: 'orphan', anchor: { start: REPORT.indexOf('县级政府') } });
});

test('says what changed, and that equal text changes nothing', async () => {
  const reportId = await importReport();
  await annotate(reportId, '按时完成');
  await put('same.txt', encode(REPORT, 'gbk'));
  const same = await zhupi.run('update', reportId, 'same.txt');
  expect(same).toMatchObject({ code: 0, err: '' });
  expect(same.out).toContain('the text is the same');
  await put('other.txt', REPORT.replace('，按时完成', ''));
  const other = await zhupi.run('update', reportId, 'other.txt');
  expect(other.out).toContain('version 2. Notes: exact 0, moved 0, doubtful 0, orphaned 1.');
  expect(other.out).toMatch(/^n[a-z0-9]{16}\torphan\t按时完成$/mu);
});

test('refuses the text of another report by its name, and what no import takes', async () => {
  const reportId = await importReport();
  await put('other.txt', '另一篇报告\n这是另一篇报告的文字，各地要统筹安排。');
  const [other] = (await zhupi.run('import', 'other.txt', '--json')).rows();
  const refused = await zhupi.run('update', reportId, 'other.txt');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain(`“另一篇报告” (${String(other?.['reportId'])})`);
  expect(await zhupi.run('update', reportId, 'missing.txt')).toMatchObject({ code: 1 });
  await put('report.exe', 'MZ');
  expect((await zhupi.run('update', reportId, 'report.exe')).err).toContain('of a kind Zhupi does not read');
  expect(await zhupi.run('update', 'nothing', 'other.txt')).toMatchObject({ code: 1 });
  expect((await zhupi.run('show', reportId, '--layer', 'source')).out).toBe(`${REPORT}\n`);
});
