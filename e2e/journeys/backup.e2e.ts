import { openSync, closeSync, existsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

const FIRST = '統籌推動各類教育協調發展';
const SECOND = '三年內新增學位2400個';

async function openBackups(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '文库操作' }).click();
  await page.getByRole('menuitem', { name: '备份…' }).click();
  const dialog = page.getByRole('dialog', { name: '备份' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('backups, an archive for another machine, and damaged data', async () => {
  const session = await Session.start();
  const { dataDir, page } = session;
  const archive = path.join(temporaryFolder('e2e-archive'), 'library.zip');

  await test.step('a backup is made and the library exported', async () => {
    const { reader } = session;
    const files = writeFiles(temporaryFolder('e2e-backup'), { 'a.txt': DAMAGED_REPORT });
    await reader.importFiles([files['a.txt']]);
    await reader.openReport(DAMAGED_TITLE);
    await reader.highlight(FIRST, '红');
    await expect.poll(() => reader.painted('code-red')).toEqual([FIRST]);
    const backups = await openBackups(page);
    await backups.getByRole('button', { name: '立即备份' }).click();
    await expect(backups.getByRole('status').filter({ hasText: '已核对' })).toBeVisible();
    await expect(backups.getByRole('listitem')).toHaveCount(1);
    await answerSaveDialogs(session.app, archive);
    await backups.getByRole('button', { name: '导出整个文库…' }).click();
    await expect(backups.getByRole('status').filter({ hasText: '已导出到' })).toBeVisible();
    expect(existsSync(archive)).toBe(true);
    await expectAccessible(page, 'the list of backups');
    await page.keyboard.press('Escape');
    await expect(backups).toBeHidden();
  });

  await test.step('it is restored, and the state of before is backed up', async () => {
    const { reader } = session;
    await reader.highlight(SECOND, '红');
    await expect.poll(() => reader.painted('code-red')).toEqual([FIRST, SECOND]);
    const backups = await openBackups(page);
    await backups.getByRole('button', { name: /^恢复 / }).click();
    await expect(backups).toContainText('现在的数据会先备份');
    await page.keyboard.press('Enter');
    const restored = page.getByRole('dialog', { name: '备份已恢复' });
    await expect(restored).toContainText('1 份报告，1 条批注');
    await restored.getByRole('button', { name: '知道了' }).click();
    await expect(restored).toBeHidden();
    await expect.poll(() => reader.painted('code-red')).toEqual([FIRST]);
    const listed = await openBackups(page);
    await expect(listed.getByRole('listitem')).toHaveCount(2);
    await expect(listed.getByRole('listitem').first()).toContainText('恢复之前');
  });
  await session.close();

  await test.step('a damaged database is mended at the start, and what happened is told', async () => {
    const handle = openSync(path.join(dataDir, 'zhupi.db'), 'r+');
    writeSync(handle, Buffer.alloc(100), 0, 100, 0);
    closeSync(handle);
    const mended = await Session.start({ dataDir });
    const notice = mended.page.getByRole('dialog', { name: '数据损坏，已经修好' });
    await expect(notice).toContainText('没有发现丢失');
    await expect(notice).toContainText(path.join(dataDir, 'damaged'));
    await expectAccessible(mended.page, 'the notice of damage');
    await notice.getByRole('button', { name: '知道了' }).click();
    await expect(notice).toBeHidden();
    await expect.poll(() => mended.reader.painted('code-red')).toContain(FIRST);
    await mended.close();
  });

  await test.step('another library takes the archive in, and undo takes it back', async () => {
    const other = await Session.start();
    await answerOpenDialogs(other.app, [archive]);
    const backups = await openBackups(other.page);
    await backups.getByRole('button', { name: '并入归档…' }).click();
    const result = other.page.getByRole('dialog', { name: '归档已并入' });
    await expect(result.getByRole('definition').first()).toHaveText('1');
    await result.getByRole('button', { name: '完成' }).click();
    await other.reader.openReport(DAMAGED_TITLE);
    await expect.poll(() => other.reader.painted('code-red')).toEqual([FIRST]);
    await other.page.keyboard.press('Control+z');
    await expect(other.reader.reportOption(DAMAGED_TITLE)).toHaveCount(0);
    await other.close();
  });
});
