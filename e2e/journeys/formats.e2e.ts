import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { expectAccessible } from '../axe.ts';
import { copyToClipboard } from '../clipboard.ts';
import { answerFolderDialogs, answerSaveDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { FORMAT_FILES, SCANNED, savedPage } from '../formats-files.ts';
import { writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

/** Files of every kind and what is copied, as a person brings them; the tests go on from each other. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryFolder('formats');
let session: Session;

test.beforeAll(async () => {
  writeFiles(folder, Object.fromEntries(FORMAT_FILES.map(({ name, bytes }) => [name, bytes])));
  writeFiles(folder, { 'scan.pdf': SCANNED });
  session = await Session.start();
});
test.afterAll(async () => {
  await session.close();
});

function dialog(name: string): Locator {
  return session.page.getByRole('dialog', { name });
}

async function reportMenu(item: string): Promise<void> {
  await session.page.getByRole('button', { name: '报告操作' }).click();
  await session.page.getByRole('menuitem', { name: item }).click();
}

test('a folder with files of every kind is chosen and comes in; a scanned PDF is told', async () => {
  const { reader, page, app } = session;
  await answerFolderDialogs(app, [folder]);
  await page.getByRole('button', { name: '文库操作' }).click();
  await page.getByRole('menuitem', { name: '导入文件夹…' }).click();
  await expect(reader.toasts.getByText(`已导入 ${FORMAT_FILES.length} 份报告。`)).toBeVisible();
  await reader.toasts.getByRole('button', { name: '查看详情' }).click();
  const results = dialog('导入结果');
  await expect(results.getByRole('listitem')).toHaveCount(1);
  await expect(results).toContainText('scan.pdf 没有文字，只有页面的图像，请先做文字识别（OCR）再导入。');
  await expectAccessible(page, 'what was not imported');
  await reader.screenshot('formats-scanned');
  await reader.closeDialog();
});

for (const { name, bytes, title, reads, format } of FORMAT_FILES) {
  test(`${name} is read, named, and saved out again byte for byte`, async () => {
    const { reader, page, app } = session;
    await reader.openReport(title);
    for (const words of reads) await expect(reader.article).toContainText(words);
    for (const furniture of ['首页', '版权所有']) await expect(reader.article).not.toContainText(furniture);
    await page.keyboard.press('Control+i');
    await expect(dialog('报告信息').getByRole('textbox', { name: '标题' })).toHaveValue(title);
    await expect(dialog('报告信息').getByText(format).first()).toBeVisible();
    await reader.closeDialog();
    const target = path.join(temporaryFolder('saved'), name);
    await answerSaveDialogs(app, target);
    await reportMenu('另存原文件…');
    await expect(reader.toasts.getByText(`原文件已存到 ${target}`)).toBeVisible();
    expect(Buffer.compare(readFileSync(target), bytes)).toBe(0);
  });
}

test('the same files once more are told as duplicates, and one of them is opened from there', async () => {
  const { reader } = session;
  const count = await reader.library.getByRole('option').count();
  await reader.importFiles([folder]);
  await expect(reader.toasts.getByText(`${FORMAT_FILES.length} 份已在文库中。1 份未能导入。`)).toBeVisible();
  await reader.toasts.getByRole('button', { name: '查看详情' }).last().click();
  const line = dialog('导入结果').getByRole('listitem').filter({ hasText: '错名.txt' });
  await reader.screenshot('formats-duplicates');
  await line.getByRole('button', { name: '打开' }).click();
  await expect(dialog('导入结果')).toHaveCount(0);
  await expect(reader.article).toHaveAttribute('aria-label', '海山县错名教育工作报告');
  await expect(reader.library.getByRole('option')).toHaveCount(count);
});

test('a page that was saved as .txt is reopened with another encoding and back, and notes are where they were', async () => {
  const { reader, page, dataDir } = session;
  await reader.highlight('优先发展的位置', '红');
  await reader.highlight('总体要求', '绿');
  await expect(reader.notes.locator('[data-note-id]')).toHaveCount(2);
  const notes = (): readonly StoredNote[] => zhupiJsonLines<StoredNote>(dataDir, ['notes']);
  const before = notes().map(({ anchor }) => anchor);
  const reopen = async (encoding: RegExp): Promise<void> => {
    await reportMenu('换编码重新打开…');
    await dialog('换编码重新打开').getByRole('radio', { name: encoding }).click();
    await dialog('换编码重新打开').getByRole('button', { name: '重新打开' }).click();
    await expect(dialog('正文已更换')).toBeVisible();
    await dialog('正文已更换').getByRole('button', { name: '完成' }).click();
  };
  await reopen(/^Big5/u);
  await expect(reader.article).not.toContainText('优先发展的位置');
  expect(notes()).toHaveLength(2);
  await page.keyboard.press('Control+i');
  await expect(dialog('报告信息').getByText('Big5', { exact: true }).first()).toBeVisible();
  await reader.closeDialog();
  await reopen(/^UTF-8/u);
  await expect(reader.article).toContainText('优先发展的位置');
  expect(notes().map(({ anchor }) => anchor)).toEqual(before);
  await expect.poll(() => reader.painted('code-red')).toEqual(['优先发展的位置']);
  await expect.poll(() => reader.painted('code-green')).toEqual(['总体要求']);
});

test('a file of a report in the trash says so, and brings the report back', async () => {
  const { reader, page } = session;
  await reader.openReport('海山县国标教育工作报告');
  await reportMenu('移到回收站');
  await expect(reader.reportOption('海山县国标教育工作报告')).toHaveCount(0);
  await reader.importFiles([path.join(folder, '国标.txt')]);
  const told = reader.toasts.getByRole('listitem').filter({ hasText: '国标教育工作报告”在回收站里' });
  await told.getByRole('button', { name: '查看详情' }).click();
  await expectAccessible(page, 'a duplicate in the trash');
  await reader.screenshot('formats-trashed');
  await dialog('导入结果').getByRole('button', { name: '恢复' }).click();
  await expect(reader.reportOption('海山县国标教育工作报告')).toBeVisible();
  await expect(reader.article).toHaveAttribute('aria-label', '海山县国标教育工作报告');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a PDF is not asked for another encoding, and says why', async () => {
  const { reader, page } = session;
  await reader.openReport('海山县印刷教育工作报告');
  await reportMenu('换编码重新打开…');
  await expect(dialog('换编码重新打开')).toContainText('自己注明文字的编码');
  await expect(dialog('换编码重新打开').getByRole('button', { name: '重新打开' })).toHaveCount(0);
  await expectAccessible(page, 'an encoding that is fixed');
  await reader.screenshot('formats-encoding-fixed');
  await reader.closeDialog();
});

test('what was copied comes in, as a page and as text; once more is a duplicate; nothing is told', async () => {
  const { app, page, reader } = session;
  const paste = async (): Promise<void> => {
    await page.getByRole('button', { name: '文库操作' }).click();
    await page.getByRole('menuitem', { name: '从剪贴板新建报告' }).click();
  };
  const titles = page.getByRole('option', { name: /^海山县剪贴/u });
  await copyToClipboard(app, {
    html: savedPage('海山县剪贴网页的公告', 'utf-8'),
    text: '海山县剪贴网页的公告',
  });
  await paste();
  await expect(reader.article).toHaveAttribute('aria-label', '海山县剪贴网页的公告');
  await expect(reader.article.getByRole('heading', { name: '一、总体要求' })).toBeVisible();
  await expect(reader.article).toContainText('2022\t2400');
  await expect(reader.article).not.toContainText('互动交流');
  // Neither its script nor anything of another place has come into the window.
  await expect(page).not.toHaveTitle('changed');
  expect(await reader.article.locator('img, script, link, [onclick]').count()).toBe(0);
  await copyToClipboard(app, { text: '海山县剪贴文字的公告\n\n一、总体要求\n\n各学校下周一照常上课。' });
  await paste();
  await expect(reader.article).toHaveAttribute('aria-label', '海山县剪贴文字的公告');
  await expect(titles).toHaveCount(2);
  await paste();
  await expect(reader.toasts).toContainText('“海山县剪贴文字的公告”已在文库中。');
  await expect(titles).toHaveCount(2);
  await copyToClipboard(app, { text: '' });
  await paste();
  await expect(reader.toasts.or(page.getByRole('alert')).getByText('剪贴板').first()).toBeVisible();
  await reader.screenshot('formats-clipboard-empty');
});
