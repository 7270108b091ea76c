import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { zhupiJsonLines } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

const FILES = {
  'hant.txt': '海山縣漁業簡報\n發布時間：2021-03-05\n會議指出，建設漁業強國要辦好學校。漁業強國是目標。\n',
  'hans.txt': '海山县渔业规划\n发布时间：2023-06-01\n加快建设渔业强国，渔业强国有基础。\n',
};

test('suggestions, and a saved search that a restart keeps', async () => {
  const dataDir = newDataFolder();
  const files = writeFiles(path.join(temporaryFolder('texts'), 'reports'), FILES);
  zhupiJsonLines(dataDir, ['import', ...Object.values(files)]);
  let session = await Session.start({ dataDir });
  let { page, reader } = session;
  const suggested = (name: RegExp) =>
    page.getByRole('listbox', { name: '搜索建议' }).getByRole('option', { name });

  // A Traditional word brings the Simplified title, over the results and not in their way.
  await reader.searchBox.fill('漁業規');
  await expect(suggested(/海山县渔业规划/u)).toBeVisible();
  // What is listed stays until its successor has come, and would take the keys.
  await reader.searchBox.fill('');
  await expect(suggested(/海山县渔业规划/u)).toHaveCount(0);
  // Its value is chosen by keys, read in pinyin.
  await reader.searchBox.fill('title:yygh');
  await expect(suggested(/海山县渔业规划/u)).toBeVisible();
  await reader.searchBox.press('ArrowDown');
  await reader.searchBox.press('Enter');
  await expect(reader.searchBox).toHaveValue('title:海山县渔业规划');

  await reader.searchBox.fill('渔业强国');
  await expect(reader.searchResults).toHaveAttribute('data-query', '渔业强国');
  await page.getByRole('button', { name: '已存的搜索' }).click();
  await page.getByRole('textbox', { name: '这次搜索的名称' }).fill('强国');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('textbox', { name: '“强国”的名称' })).toBeVisible();
  await session.close();

  // The next window begins with the rows that this one ended with; what came meanwhile joins them.
  expect(existsSync(path.join(dataDir, 'list.json'))).toBe(true);
  const later = writeFiles(temporaryFolder('later'), {
    'later.txt': '海山县校车管理办法\n校车每月检查一次。\n',
  });
  zhupiJsonLines(dataDir, ['import', ...Object.values<string>(later)]);
  session = await Session.start({ dataDir });
  ({ page, reader } = session);
  await expect(reader.reportOption('海山县渔业规划')).toBeVisible();
  await expect(reader.reportOption('海山县校车管理办法')).toBeVisible();
  await reader.searchBox.fill('');
  await reader.searchBox.focus();
  await page.getByRole('group', { name: '已存的搜索' }).getByRole('option', { name: /强国/u }).click();
  await expect(reader.searchBox).toHaveValue('渔业强国');
  await expect(reader.searchResults.getByRole('status').first()).toHaveText('2 份报告中有 4 处');
  await session.close();
});
