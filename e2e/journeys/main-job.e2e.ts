import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { answerOpenDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { launch, newDataFolder, sharedReports } from '../launch.ts';
import { ReaderWindow, VIEWS, type View } from '../pages/reader-window.ts';
import { printView, rangeInView } from '../views.ts';

const REPORT = '全市教育發展大會召開';

/** Without the real reports these tests do not run, which is told and counted; where all must run it is a failure. */
test.beforeEach(() => {
  const missing = !existsSync(sharedReports);
  if (missing) console.log(`The real reports are not here, so this was not tested on them: ${sharedReports}`);
  test.info().skip(missing, `${sharedReports} is not there`);
});

/**
 * The whole job on the five real reports: import, read in each of the six views, highlight by mouse and by keys, write, tag,
 * search, close, start again, export. What is painted in each view is held against the map that the command prints.
 */
test('import, read, mark, note, search, restart and export', async () => {
  const dataDir = newDataFolder();
  let launched = await launch({ dataDir });
  let reader = new ReaderWindow(launched);
  await expect(reader.page.getByRole('button', { name: '导入' }).first()).toBeVisible();
  await reader.screenshot('01-empty');

  await reader.importFiles([sharedReports]);
  await expect(reader.reportOption(REPORT)).toBeVisible();
  await reader.openReport(REPORT);
  await expect(reader.article).toContainText('統籌推動各類教育協調發展');
  await expect(reader.article).not.toContainText('(tǒng)');
  await reader.screenshot('02-opened');

  await reader.highlight('統籌推動各類教育協調發展', '绿');
  await expect.poll(() => reader.painted('code-green')).toEqual(['統籌推動各類教育協調發展']);
  await reader.page.keyboard.press('Control+z');
  await expect.poll(() => reader.painted('code-green')).toEqual([]);
  await reader.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => reader.painted('code-green')).toEqual(['統籌推動各類教育協調發展']);

  await reader.notes.getByRole('button', { name: '写批注' }).click();
  await reader.notes.getByRole('textbox', { name: '批注（Markdown）' }).fill('三年行动的**范围**');
  await reader.notes.getByRole('combobox', { name: '标签' }).fill('措施');
  await reader.page.keyboard.press('Enter');
  await reader.page.keyboard.press('Control+Enter');
  await expect(reader.notes.getByText('三年行动的范围')).toBeVisible();
  await reader.screenshot('03-noted');

  const [stored] = zhupiJsonLines<StoredNote>(dataDir, ['notes']);
  expect(stored).toMatchObject({ code: 'green', note: '三年行动的**范围**', tags: ['措施'] });
  expect(stored?.anchor.exact).toContain('統(tǒng)籌推動(dòng)');
  const reportId = zhupiJsonLines<{ reportId: string; title: string }>(dataDir, ['list']).find(
    ({ title }) => title === REPORT,
  )?.reportId;
  expect(reportId).toBeDefined();

  for (const view of Object.keys(VIEWS) as View[]) {
    await reader.chooseView(view);
    const shown = printView(dataDir, reportId ?? '', view);
    await expect.poll(() => reader.shownText()).toBe(shown.text);
    const expected = shown.text.slice(...rangeInView(shown, stored?.anchor ?? { start: 0, end: 0 }));
    expect(expected.length).toBeGreaterThan(8);
    await expect.poll(() => reader.painted('code-green')).toEqual([expected]);
    await reader.screenshot(`04-view-${view}`);
  }

  await reader.page.keyboard.press('Control+Shift+f');
  await reader.page.getByRole('combobox', { name: '搜索全部报告' }).fill('教育强国');
  const found = reader.page.getByRole('region', { name: '搜索结果' });
  await expect(found.getByRole('status').first()).toContainText(/\d+ 处/u);
  await expect(found).toContainText('教育強國');
  await reader.screenshot('05-search');
  await reader.page.keyboard.press('Escape');
  await expect(reader.article).toBeVisible();

  await launched.app.close();
  launched = await launch({ dataDir });
  reader = new ReaderWindow(launched);
  await expect(reader.article).toBeVisible();
  await expect(reader.page.getByRole('radio', { name: VIEWS.hk, exact: true })).toBeChecked();
  await reader.chooseView('source');
  await expect.poll(() => reader.painted('code-green')).toEqual(['統籌推動各類教育協調發展']);
  await expect(reader.notes.getByText('三年行动的范围')).toBeVisible();
  await reader.screenshot('06-restarted');

  const folder = temporaryFolder('notes');
  await answerOpenDialogs(launched.app, [folder]);
  await reader.page.keyboard.press('Control+e');
  await reader.page.getByRole('button', { name: '选择文件夹并导出…' }).click();
  await expect(reader.page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
  await reader.screenshot('07-exported');
  const [file] = readdirSync(folder);
  const markdown = readFileSync(path.join(folder, file ?? ''), 'utf8');
  expect(markdown).toContain('> 統籌推動各類教育協調發展');
  expect(markdown).toContain('三年行动的**范围**');
  expect(markdown).toContain('#措施');
  expect(markdown).toContain(`zhupi://report/${reportId}?note=${stored?.id}`);
  await launched.app.close();
});

interface Listed {
  readonly reportId: string;
  readonly title: string;
  readonly origin: 'pack' | 'library';
}

/** Each of the five as it is, in the view that is furthest from it; what the window shows is what the command prints. */
test('each of the real reports is imported and read', async () => {
  const dataDir = newDataFolder();
  const { app, page } = await launch({ dataDir });
  const reader = new ReaderWindow({ app, page });
  await reader.importFiles([sharedReports]);
  await expect(reader.toasts.getByText('已导入 5 份报告。')).toBeVisible({ timeout: 60_000 });
  const reports = zhupiJsonLines<Listed>(dataDir, ['list']).filter(({ origin }) => origin === 'library');
  expect(reports).toHaveLength(5);
  for (const { reportId, title } of reports) {
    await reader.openReport(title);
    for (const view of ['twp', 'cn'] as const) {
      await reader.chooseView(view);
      const { text } = printView(dataDir, reportId, view);
      await expect.poll(() => reader.shownText()).toBe(text);
      expect(text).not.toMatch(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+\)/u);
    }
  }
  await app.close();
});
