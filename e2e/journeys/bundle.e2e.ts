import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { zhupiJson, zhupiJsonLines, type StoredNote } from '../command.ts';
import { answerOpenDialogs, surely } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { Session } from '../session.ts';

/** The main job on the pack that comes with the program, in one library; each test goes on where the one before ended. */
test.describe.configure({ mode: 'serial' });

const DIGEST = '曲靖市教育發展大會報導（摘要）';
let session: Session;

test.beforeAll(async () => {
  session = await Session.start();
});
test.afterAll(async () => {
  await session.close();
});

test('a search before the pack is ready waits, and says so', async () => {
  const { app, page, reader } = session;
  await expect(reader.reportOption(DIGEST)).toBeVisible();
  const tell = (state: string): Promise<void> =>
    surely(() =>
      app.evaluate(({ BrowserWindow }, told) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send('zhupi:event:packsState', { state: told });
      }, state),
    );
  // The pack of the program is loaded before anybody can type: what a large one would tell is told here.
  await tell('loading');
  await page.keyboard.press('Control+Shift+f');
  await reader.searchBox.fill('教育强国');
  await expect(reader.searchResults.getByText('资料包正在载入，载入后会补上其中的结果…')).toBeVisible();
  await reader.screenshot('bundle-waiting');
  await tell('ready');
  await expect(reader.searchResults.getByText('资料包正在载入，载入后会补上其中的结果…')).toBeHidden();
});

test('a simplified query finds Traditional digests, with the right characters lit', async () => {
  const { page, reader, dataDir } = session;
  await reader.searchBox.fill('优质均衡');
  const found = reader.searchResults;
  await expect(found.getByRole('status').first()).toContainText(/\d+ 份报告中有 \d+ 处/u);
  const answer = zhupiJson<{ total: { hits: number; reports: number } }>(dataDir, ['search', '优质均衡']);
  await expect(found.getByRole('status').first()).toContainText(
    `${answer.total.reports} 份报告中有 ${answer.total.hits} 处`,
  );
  await expect(found.locator('mark')).toHaveCount(answer.total.hits);
  const marks = await found.locator('mark').allInnerTexts();
  // Most digests are Traditional, one is Simplified; nothing but the four characters is lit.
  expect([...new Set(marks)].sort()).toEqual(['优质均衡', '優質均衡']);
  await reader.screenshot('bundle-search');

  await found
    .getByRole('button', { name: /優質均衡/u })
    .first()
    .click();
  await expect(reader.article).toBeVisible();
  await expect.poll(() => reader.painted('search-current')).toEqual(['優質均衡']);
  // In another script the same characters are lit, in its own form.
  await reader.chooseView('cn');
  await expect.poll(() => reader.painted('search-current')).toEqual(['优质均衡']);
  await reader.chooseView('source');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.press('Escape');
});

test('a digest is read, marked and noted; the note outlives a restart', async () => {
  await session.reader.openReport(DIGEST);
  await session.reader.highlight('高質量發展三年行動', '蓝');
  await expect.poll(() => session.reader.painted('code-blue')).toEqual(['高質量發展三年行動']);
  await session.reader.notes.getByRole('button', { name: '写批注' }).click();
  await session.reader.notes.getByRole('textbox', { name: '批注（Markdown）' }).fill('全文的骨架');
  await session.page.keyboard.press('Control+Enter');
  await expect(session.reader.notes.getByText('全文的骨架')).toBeVisible();
  await session.restart();
  const { reader, dataDir } = session;
  await expect(reader.article).toContainText('高質量發展三年行動');
  await expect.poll(() => reader.painted('code-blue')).toEqual(['高質量發展三年行動']);
  await expect(reader.notes.getByText('全文的骨架')).toBeVisible();
  expect(zhupiJsonLines<StoredNote>(dataDir, ['notes'])).toMatchObject([
    { reportId: 'p-zhupi-qujing-education-digest', code: 'blue', note: '全文的骨架' },
  ]);
  await reader.screenshot('bundle-noted');
});

test('a report of the pack is not deleted, and the program’s own pack is not removed', async () => {
  const { reader, page } = session;
  await reader.library.focus();
  await reader.reportOption('台州市').click();
  await reader.library.press('Delete');
  await expect(reader.toasts.getByText('资料包里的报告不能单独删除')).toBeVisible();
  await expect(reader.reportOption('台州市')).toBeVisible();
  await page.getByRole('button', { name: '文库操作' }).click();
  await page.getByRole('menuitem', { name: '资料包' }).click();
  const dialog = page.getByRole('dialog', { name: '资料包' });
  await expect(dialog.getByText('随程序附带')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /移除/u })).toHaveCount(0);
  await page.keyboard.press('Escape');
  const refused = await page.evaluate(() => {
    const { zhupi } = window as unknown as { zhupi: { removePack: (request: object) => Promise<unknown> } };
    return zhupi.removePack({ packId: 'zhupi' });
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'pack-not-found' } });
  await expect(reader.reportOption(DIGEST)).toBeVisible();
});

test('the notes are exported as Markdown', async () => {
  const { reader, page, app } = session;
  await reader.openReport(DIGEST);
  const folder = temporaryFolder('notes');
  await answerOpenDialogs(app, [folder]);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: '选择文件夹并导出…' }).click();
  await expect(page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
  const [file] = readdirSync(folder);
  expect(file).toMatch(/曲靖市教育發展大會報導.*\.md$/u);
  const markdown = readFileSync(path.join(folder, file ?? ''), 'utf8');
  expect(markdown).toContain('zhupi-id: p-zhupi-qujing-education-digest');
  expect(markdown).toContain('> 高質量發展三年行動');
  expect(markdown).toContain('全文的骨架');
});
