import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { zhupiJsonLines } from '../command.ts';
import { answerSaveDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

/** A code gets a name and marks a passage; list, table and a restart know it. The tests go on from each other. */
test.describe.configure({ mode: 'serial' });

const TITLE = '海山县教育工作计划';
const folder = temporaryFolder('codes');
const files = writeFiles(folder, {
  'plan.txt': `${TITLE}\n三年内新增学位两千个。\n每个乡镇都要有一所像样的小学。\n食堂每周公布一次菜单。\n`,
});
let session: Session;

test.beforeAll(async () => {
  session = await Session.start();
});
test.afterAll(async () => {
  await session.close();
});

/** Opens one of the library's dialogs from its menu. */
async function openDialog(entry: string, title: string): Promise<void> {
  const { page } = session;
  await page.getByRole('button', { name: '文库操作' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await expect(page.getByRole('dialog', { name: title })).toBeVisible();
}

async function closeDialog(): Promise<void> {
  await session.page.keyboard.press('Escape');
  await expect(session.page.getByRole('dialog')).toHaveCount(0);
}

test('a code is named, a digit marks with it, and the bar, the list and the table know its name', async () => {
  const { reader, page } = session;
  await reader.importFiles(Object.values(files));
  await expect(reader.article).toBeVisible();
  await openDialog('标注类别…', '标注类别');
  const dialog = page.getByRole('dialog', { name: '标注类别' });
  await dialog.getByRole('textbox', { name: '“红”的名称' }).fill('目标');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: '“目标”的名称' })).toBeVisible();
  await dialog.getByRole('textbox', { name: '添加类别' }).fill('数据');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: '“数据”的名称' })).toBeVisible();
  await expectAccessible(page, 'codes');
  await closeDialog();

  await reader.dragOver('新增学位两千个');
  await expect(reader.selectionBar.getByRole('button', { name: '标为“目标”' })).toBeVisible();
  await page.keyboard.press('2');
  await expect.poll(() => reader.painted('code-red')).toEqual(['新增学位两千个']);
  await reader.dragOver('像样的小学');
  await page.keyboard.press('6');
  await expect(reader.notes).toContainText('数据');

  await openDialog('类别统计…', '类别统计');
  await expectAccessible(page, 'table of codes');
  const table = path.join(folder, 'table.csv');
  await answerSaveDialogs(session.app, table);
  await page.getByRole('button', { name: '存为 CSV…' }).click();
  await expect.poll(() => read(table)).toContain('title,date,黄,目标,绿,蓝,紫,数据,total');
  await page.getByRole('gridcell', { name: `${TITLE}，目标：1 条批注` }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(reader.notes.getByRole('button', { name: '到原文：新增学位两千个' })).toBeVisible();
  await expect(reader.notes.getByRole('button', { name: '到原文：像样的小学' })).toHaveCount(0);
});

test('another name is taken back after a restart', async () => {
  await openDialog('标注类别…', '标注类别');
  const dialog = session.page.getByRole('dialog', { name: '标注类别' });
  await dialog.getByRole('textbox', { name: '“目标”的名称' }).fill('指标');
  await session.page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: '“指标”的名称' })).toBeVisible();
  await closeDialog();
  await session.restart();
  const { reader, page } = session;
  await expect(reader.article).toBeVisible();
  await openDialog('标注类别…', '标注类别');
  await expect(page.getByRole('textbox', { name: '“指标”的名称' })).toBeVisible();
  await closeDialog();
  await page.keyboard.press('Control+z');
  await openDialog('标注类别…', '标注类别');
  await expect(page.getByRole('textbox', { name: '“目标”的名称' })).toBeVisible();
  await closeDialog();
});

test('tags are merged in every note, and one undo takes it back', async () => {
  const { page, dataDir } = session;
  const tagsOf = (): readonly string[] =>
    zhupiJsonLines<{ readonly tags: readonly string[] }>(dataDir, ['notes']).map(({ tags }) =>
      tags.join(' '),
    );
  const [report] = zhupiJsonLines<{ readonly reportId: string; readonly title: string }>(dataDir, [
    'list',
    '--query',
    TITLE,
  ]);
  for (const [quote, tag] of [
    ['三年', '民生'],
    ['菜单', '生活'],
    ['食堂', '生活'],
  ] as const) {
    zhupiJsonLines(dataDir, ['annotate', report?.reportId ?? '', '--quote', quote, '--tag', tag]);
  }
  await openDialog('管理标签…', '标签');
  for (const tag of ['民生', '生活']) await page.getByRole('checkbox', { name: `选中“${tag}”` }).check();
  await page.getByRole('textbox', { name: '将 2 个标签合并为' }).fill('民生');
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: '选中“生活”' })).toHaveCount(0);
  await expect.poll(() => tagsOf().filter((tags) => tags === '民生').length).toBe(3);
  await closeDialog();
  await page.keyboard.press('Control+z');
  await expect.poll(tagsOf).toContain('生活');
});

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
