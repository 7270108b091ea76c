import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { zhupiJsonLines } from '../command.ts';
import { answerSaveDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

const FILES = {
  'hant.txt': '海山縣漁業簡報\n發布時間：2021-03-05\n會議指出，建設漁業強國要辦好學校。漁業公平是基礎。\n',
  'hans.txt':
    '海山县工作报告\n发布时间：2023-06-01\n报告提出，加快建设渔业强国，推进渔业公平，办好人民满意的渔业。\n',
  'old.txt': '河口镇渔业规划\n发布时间：2021-11-20\n规划要求，渔业经费只增不减。\n',
  'undated.txt': '山乡来信\n我们盼望更好的渔业强省。\n',
};

test('every place of a query as a concordance and a trend', async () => {
  const dataDir = newDataFolder();
  const files = writeFiles(path.join(temporaryFolder('texts'), 'reports'), FILES);
  zhupiJsonLines(dataDir, ['import', ...Object.values(files)]);
  const session = await Session.start({ dataDir });
  const { page, reader, app } = session;
  const cells = async (): Promise<string[]> =>
    reader.searchResults.getByRole('row').evaluateAll((rows) =>
      rows
        .filter((row) => row.querySelector('mark') !== null)
        .map((row) =>
          [...row.querySelectorAll('[role=gridcell]')]
            .slice(0, 2)
            .map((cell) => cell.textContent)
            .join('|'),
        ),
    );

  // Simplified finds Traditional.
  await reader.searchBox.fill('渔业强国');
  await page.getByRole('radio', { name: '逐行对齐' }).click();
  await expect
    .poll(cells)
    .toEqual(
      expect.arrayContaining([
        '會議指出，建設|漁業強國要辦好學校。漁業公平是基礎。',
        '报告提出，加快建设|渔业强国，推进渔业公平，办好人民满意的渔业。',
      ]),
    );
  // And the other way round, sorted by what stands right of it.
  await reader.searchBox.fill('漁業強');
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '右邻字' });
  await expect
    .poll(async () => (await cells()).map((line) => line.split('|')[1]?.slice(0, 5)))
    .toEqual(['渔业强国，', '漁業強國要', '渔业强省。']);

  // Grouped by year, what has no date last.
  await page.getByRole('combobox', { name: '分组' }).selectOption({ label: '按年份' });
  const heads = reader.searchResults.locator('[role=gridcell][aria-colspan="3"]');
  await expect.poll(() => heads.allTextContents()).toEqual(['20211 处', '20231 处', '日期不详1 处']);

  // To a place, whose characters are lit.
  await line(reader.searchResults, '漁業強國要').click();
  await expect(reader.article).toContainText('建設漁業強國要辦好學校');
  await expect.poll(() => reader.painted('search-current')).toEqual(['漁業強']);

  // The list is as it was left.
  await page.keyboard.press('Control+Shift+f');
  await expect(line(reader.searchResults, '漁業強國要')).toHaveAttribute('aria-selected', 'true');

  // The trend of another word; a year leads to its places.
  await reader.searchBox.fill('渔业');
  await page.getByRole('radio', { name: '趋势' }).click();
  await expect(page.getByText(/另有 \d+ 份报告日期不详，其中 1 处/u)).toBeVisible();
  await page.getByRole('button', { name: /^2021：/u }).click();
  await expect(page.getByText('只看：2021')).toBeVisible();
  await expect.poll(async () => (await cells()).length).toBe(5);

  const saved = path.join(temporaryFolder('saved'), 'places.csv');
  await answerSaveDialogs(app, saved);
  await page.getByRole('button', { name: '复制与保存' }).click();
  await page.getByRole('menuitem', { name: '保存为 CSV…' }).click();
  await expect(reader.toasts.getByText(`已保存：${saved}`)).toBeVisible();
  const [head, ...rows] = readFileSync(saved, 'utf8').trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFbefore,match,after,title,label,date,place,report,start,end');
  expect(rows).toHaveLength(5);
  expect(rows.every((row) => row.includes(',2021-'))).toBe(true);
  expect(rows.filter((row) => row.includes('河口镇渔业规划'))).toHaveLength(2);

  // A place where nothing can be written is said.
  await answerSaveDialogs(app, path.join(saved, 'inside', 'places.csv'));
  await page.getByRole('button', { name: '复制与保存' }).click();
  await page.getByRole('menuitem', { name: '保存为 CSV…' }).click();
  await expect(reader.toasts.getByText(/没有文件夹/u)).toBeVisible();
  await session.close();
});

function line(results: Locator, text: string): Locator {
  return results.getByRole('row').filter({ hasText: text });
}
