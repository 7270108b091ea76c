import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { longReport, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

const PARAGRAPHS = 260;

test('finds by a Simplified query in a Traditional report, walks through, and highlights all places at once', async () => {
  const dataDir = newDataFolder();
  const files = writeFiles(path.join(temporaryFolder('texts'), 'reports'), {
    'long.txt': longReport(PARAGRAPHS),
  });
  zhupiJsonLines(dataDir, ['import', ...Object.values<string>(files)]);
  const session = await Session.start({ dataDir });
  const { page, reader } = session;
  await reader.openReport('海山縣教育發展年鑑');
  await expect(reader.article).toContainText('教育發展年鑑');

  // 教育局 stands once in each paragraph; in the title there is 教育 alone.
  await reader.article.focus();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: '在本报告中查找' });
  await expect(field).toBeFocused();
  await page.keyboard.type('交给教育局');
  const count = page.getByText(/^\d+ \/ 260$/u);
  await expect(count).toHaveText('1 / 260');
  await expect.poll(() => reader.painted('search-current')).toEqual(['交給教育局']);
  await expectAccessible(page, 'find bar');

  // On, and back around the beginning to the last place, far down the text.
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('2 / 260');
  await page.keyboard.press('Shift+F3');
  await expect(count).toHaveText('1 / 260');
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('260 / 260');
  await expect(page.getByText('已从末尾继续', { exact: true })).toBeVisible();
  await expect.poll(() => reader.painted('search-current')).toEqual(['交給教育局']);
  await expect(reader.article.locator('.current')).toContainText('第260項');
  await expect(reader.article.locator('.current')).toBeInViewport();

  // In another script the same characters are lit; a bad query is explained at its character.
  await reader.chooseView('cn');
  await expect.poll(() => reader.painted('search-current')).toEqual(['交给教育局']);
  await field.fill('(教育');
  await expect(page.getByRole('alert')).toContainText('(');
  await reader.screenshot('find-bad-query');

  // The language of the search over everything: each paragraph holds 约谈 and, near it, 负责人.
  await field.fill('約談 NEAR/3 負責人');
  await expect(page.getByText(/^\d+ \/ 260$/u)).toBeVisible();
  await expect.poll(async () => new Set(await reader.painted('search-hit'))).toEqual(new Set(['约谈负责人']));
  await reader.screenshot('find-hits');

  // 260 highlights are asked about first.
  await field.press('Alt+Enter');
  await expect(page.getByText(/^要新增 260 处/u)).toBeVisible();
  await reader.screenshot('find-question');
  await expect(page.getByRole('group', { name: /^要新增 260 处/u }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(reader.toasts.getByText('已标出 260 处。')).toBeVisible();
  await expect.poll(async () => (await reader.painted('code-yellow')).length).toBe(260);
  const notes = (): readonly StoredNote[] => zhupiJsonLines<StoredNote>(dataDir, ['notes']);
  expect(new Set(notes().map(({ anchor }) => anchor.exact))).toEqual(new Set(['約談負責人']));

  // Escape gives the text the focus back; one undo takes all of them back.
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reader.article).toBeFocused();
  await expect.poll(() => reader.painted('search-hit')).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => reader.painted('code-yellow')).toEqual([]);
  await expect.poll(notes).toEqual([]);
  await session.close();
});
