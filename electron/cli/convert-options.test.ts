import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine } from './fixtures/command-line.ts';

const REPORT = '关于“十五五”规划的报告\n会议提出“读‘强国’两字”，发展铁路帕里。';

async function zhupiWithReport() {
  const zhupi = commandLine(temporaryFolder());
  await writeFile(path.join(zhupi.folder, 'report.txt'), REPORT);
  return zhupi;
}

test('quotation marks follow the script of convert and show when asked', async () => {
  const zhupi = await zhupiWithReport();
  const arguments_ = ['convert', 'report.txt', '--to', 'tw'];
  expect((await zhupi.run(...arguments_)).out).toContain('“讀‘強國’兩字”');
  expect((await zhupi.run(...arguments_, '--punctuation')).out).toContain('「讀『強國』兩字」');
  const [imported] = (await zhupi.run('import', 'report.txt', '--json')).rows();
  const reportId = String(imported?.['reportId']);
  const shown = await zhupi.run('show', reportId, '--script', 'tw', '--punctuation', '--json');
  const [answer] = shown.rows();
  expect(answer).toMatchObject({ text: expect.stringContaining('「讀『強國』兩字」') as unknown });
  const mark = REPORT.indexOf('“');
  expect(answer?.['spans']).toContainEqual([mark, mark + 1, mark, mark + 1]);
  expect((await zhupi.run('show', reportId, '--punctuation')).out).toContain('“读‘强国’两字”');
});

test('convert lists the doubtful characters when asked', async () => {
  const zhupi = await zhupiWithReport();
  const arguments_ = ['convert', 'report.txt', '--to', 'tw', '--doubtful'];
  const run = await zhupi.run(...arguments_);
  expect(run.code).toBe(0);
  expect(run.out).toContain('發展鐵路帕裡');
  expect(run.err).toBe('2:20\t展铁路帕[里]。\t裡\t里\n');
  const [answer] = (await zhupi.run(...arguments_, '--json')).rows();
  const start = REPORT.indexOf('里。');
  expect(answer?.['doubtful']).toEqual([{ start, end: start + 1, shown: '裡', alternatives: ['里'] }]);
  const [without] = (await zhupi.run('convert', 'report.txt', '--to', 'tw', '--json')).rows();
  expect(without).not.toHaveProperty('doubtful');
});
