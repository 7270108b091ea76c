import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { answerOpenDialogs, answerSaveDialogs, surely } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

/** A report's own matters: contents, details, encodings, another text, its original, the clipboard. The tests go on from each other. */
test.describe.configure({ mode: 'serial' });

const TITLE = '海山县教育工作计划';

interface Change {
  readonly roads: string;
  readonly meals: string;
  readonly end: readonly string[];
}

function plan(change: Change): string {
  const lines = [TITLE, '各位代表：', '一、过去一年的工作', '过去一年，全县教育稳步发展。'];
  for (const [number, name] of ['学前教育', '小学教育', '初中教育'].entries()) {
    const numeral = '一二三'[number] ?? '';
    lines.push(`（${numeral}）${name}`, `${name}新增学位${number + 2}00个，家长普遍满意。`);
    lines.push('1.校舍', `${name}校舍修缮${number + 3}处，冬季取暖全部改用电。`);
    lines.push('2.教师', `${name}教师轮岗${number + 5}0人，乡村教师宿舍通了热水。`);
  }
  lines.push('二、今年的任务', change.roads, change.meals);
  lines.push('要做好三件事：一是修路。二是架桥，通到村口。三是办学。');
  for (let line = 1; line <= 30; line += 1) lines.push(`第${line}个镇的学校按期开学，门前的路都已修好。`);
  lines.push('三、组织保障', '各单位按季度报告进展。', ...change.end);
  return `${lines.join('\n')}\n`;
}

const FIRST = plan({ roads: '通校公路一律铺成柏油路面。', meals: '食堂每周公布一次菜单。', end: [] });
const SECOND = plan({
  roads: '每个乡镇都要有一所像样的小学。',
  meals: '教室的灯全部换新。',
  // Twice alike, and neither where it stood.
  end: [
    '食堂每周公布一次菜单。',
    '各单位按季度报告进展。',
    '食堂每周公布一次菜单。',
    '各单位按季度报告进展。',
  ],
});

const folder = temporaryFolder('report');
const files = writeFiles(folder, { 'plan.txt': FIRST, 'plan-2.txt': SECOND });
let session: Session;

test.beforeAll(async () => {
  session = await Session.start({ dataDir: newDataFolder() });
});
test.afterAll(async () => {
  await session.close();
});

async function reportMenu(item: string): Promise<void> {
  await session.page.getByRole('button', { name: '报告操作' }).click();
  await session.page.getByRole('menuitem', { name: item }).click();
}

function notes(): readonly StoredNote[] {
  return zhupiJsonLines<StoredNote>(session.dataDir, ['notes']);
}

function dialog(name: string): Locator {
  return session.page.getByRole('dialog', { name });
}

async function resize(width: number, height: number): Promise<void> {
  await surely(() =>
    session.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), {
      width,
      height,
    }),
  );
  await expect.poll(() => session.page.evaluate(() => innerWidth)).toBeLessThanOrEqual(width);
  await expect.poll(() => session.page.evaluate(() => innerWidth)).toBeGreaterThan(width - 100);
}

/** Text and head of the first block in the window's upper half. */
async function inSight(words: string): Promise<boolean> {
  return session.reader.article
    .getByText(words, { exact: true })
    .first()
    .evaluate((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return top > 0 && bottom < innerHeight * 0.75;
    });
}

test('contents lead to their places, follow the reading and the script, and a number is gone to', async () => {
  const { reader, page } = session;
  await reader.importFiles([files['plan.txt']]);
  await expect(reader.article).toContainText('各位代表');
  await page.keyboard.press('Control+Shift+O');
  const tree = page.getByRole('tree', { name: '目录' });
  await expect(tree.getByRole('treeitem', { name: '（一） 学前教育' })).toBeVisible();
  await reader.screenshot('report-contents');
  const field = page.getByRole('searchbox', { name: '筛选目录或输入编号' });
  await expect(field).toBeFocused();
  await field.fill('1(3)2');
  await expect(page.getByText('回车到 一（三）2')).toBeVisible();
  await field.press('Enter');
  await expect.poll(() => inSight('初中教育教师轮岗70人，乡村教师宿舍通了热水。')).toBe(true);
  await field.press('Escape');
  await tree.getByRole('treeitem', { name: '三 组织保障' }).click();
  await expect(tree.locator('[aria-current="location"]')).toHaveText('三组织保障');
  await expect.poll(() => inSight('三、组织保障')).toBe(true);
  await reader.article.focus();
  await reader.text.scrollBy(-20_000);
  await expect(tree.locator('[aria-current="location"]')).not.toHaveText('三组织保障');
  await reader.chooseView('tw');
  await expect(tree.getByRole('treeitem', { name: '三 組織保障' })).toBeVisible();
  await field.fill('组织');
  await expect(tree.getByRole('treeitem')).toHaveCount(1);
  await field.fill('');
  await reader.chooseView('source');
});

test('details are corrected, seen in the list, and taken back', async () => {
  const { reader, page } = session;
  await page.keyboard.press('Control+i');
  const details = dialog('报告信息');
  await details.getByRole('textbox', { name: '发文单位' }).fill('海山县教育局');
  await details.getByRole('textbox', { name: '日期' }).fill('2026-13');
  await details.getByRole('button', { name: '保存' }).click();
  await expect(details.getByText('请写成 2023、2023-07 或 2023-07-18。')).toBeVisible();
  await reader.screenshot('report-details');
  await details.getByRole('textbox', { name: '日期' }).fill('2026-03');
  await details.getByRole('button', { name: '保存' }).click();
  await expect(details).toBeHidden();
  await page.getByRole('tab', { name: '报告' }).click();
  await expect(reader.reportOption(TITLE)).toContainText('2026-03');
  await expect(reader.reportOption(TITLE)).toContainText('海山县教育局');
  await page.keyboard.press('Control+z');
  await expect(reader.reportOption(TITLE)).not.toContainText('2026-03');
  await page.keyboard.press('Control+Shift+z');
  await expect(reader.reportOption(TITLE)).toContainText('2026-03');
});

test('reopened with another encoding and back, notes are where they were', async () => {
  const { reader } = session;
  await reader.highlight('通校公路', '红');
  await reader.highlight('食堂每周公布一次菜单。', '黄');
  await reader.highlight('乡村教师宿舍通了热水', '绿');
  await expect(reader.notes.locator('[data-note-id]')).toHaveCount(3);
  const before = notes().map(({ anchor }) => anchor.exact);
  const reopen = async (encoding: RegExp): Promise<Locator> => {
    await reportMenu('换编码重新打开…');
    await dialog('换编码重新打开').getByRole('radio', { name: encoding }).click();
    await reader.screenshot('report-encoding');
    await dialog('换编码重新打开').getByRole('button', { name: '重新打开' }).click();
    await expect(dialog('正文已更换')).toBeVisible();
    return dialog('正文已更换');
  };
  const garbled = await reopen(/^GB18030/u);
  await reader.screenshot('report-encoding-result');
  await garbled.getByRole('button', { name: '完成' }).click();
  // Repairs read most of it right even so; what was lost shows.
  await expect(reader.article).toContainText('\uFFFD');
  const right = await reopen(/^UTF-8/u);
  await right.getByRole('button', { name: '完成' }).click();
  await expect(reader.article).not.toContainText('\uFFFD');
  expect(notes().map(({ anchor }) => anchor.exact)).toEqual(before);
  await expect.poll(() => reader.painted('code-red')).toEqual(['通校公路']);
});

test('with another text notes have states, and each is settled by hand', async () => {
  const { reader, page, app } = session;
  await answerOpenDialogs(app, [files['plan-2.txt']]);
  await reportMenu('用另一个文件替换正文…');
  const result = dialog('正文已更换');
  await expect(result).toBeVisible();
  await reader.screenshot('report-replaced');
  const counts = await result.locator('dd').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(3);
  await result.getByRole('button', { name: '查看这些批注' }).click();
  await expect(reader.notes.getByRole('group', { name: '按位置状态筛选' })).toBeVisible();

  const orphan = reader.notes.locator('[data-note-id]').filter({ hasText: '通校公路' });
  await expect(orphan.getByText('原文已不存在')).toBeVisible();
  await orphan.getByRole('button', { name: '确定位置' }).click();
  await reader.screenshot('report-orphan');
  await orphan.getByRole('button', { name: '自己选位置' }).click();
  await reader.dragOver('二是架桥');
  await reader.screenshot('report-picking');
  await orphan.getByRole('button', { name: '放在这里' }).click();
  await expect.poll(() => reader.painted('code-red')).toEqual(['二是架桥']);

  const doubtful = reader.notes.locator('[data-note-id]').filter({ hasText: '食堂每周' });
  await expect(doubtful.getByText('位置待确认')).toBeVisible();
  await doubtful.getByRole('button', { name: '确定位置' }).click();
  const places = doubtful.getByRole('list', { name: '可能的位置' });
  await expect(places.getByRole('listitem')).toHaveCount(2);
  await places.getByRole('button', { name: /^查看/u }).last().click();
  await reader.screenshot('report-doubtful');
  await places.getByRole('button', { name: '就在这里' }).last().click();
  const waiting = reader.notes.locator('[data-note-id]').getByText('位置待确认');
  await expect(waiting).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(waiting.first()).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(waiting).toHaveCount(0);
  expect(notes()).toHaveLength(3);
});

test('the original is saved as it came in', async () => {
  const { app, reader } = session;
  const target = path.join(folder, 'saved.txt');
  await answerSaveDialogs(app, target);
  await reportMenu('另存原文件…');
  await expect(reader.toasts.getByText(`原文件已存到 ${target}`)).toBeVisible();
  expect(readFileSync(target, 'utf8')).toBe(SECOND);
});

test('what was copied becomes a report, but not while somebody types', async () => {
  const { app, page, reader } = session;
  await surely(() =>
    app.evaluate(({ clipboard }) => void clipboard.writeText('剪贴板里的通知\n各学校下周一照常上课。')),
  );
  await reader.article.focus();
  await page.keyboard.press('Control+Shift+V');
  await expect(reader.reportOption('剪贴板里的通知')).toBeVisible();
  await expect(reader.article).toContainText('照常上课');
  const count = await reader.library.getByRole('option').count();
  await surely(() => app.evaluate(({ clipboard }) => void clipboard.writeText('另一段文字')));
  await page.getByRole('searchbox', { name: '筛选报告' }).focus();
  await page.keyboard.press('Control+Shift+V');
  await expect(page.getByRole('searchbox', { name: '筛选报告' })).toHaveValue('另一段文字');
  await page.getByRole('searchbox', { name: '筛选报告' }).fill('');
  await expect(reader.library.getByRole('option')).toHaveCount(count);
});

test('in a narrow window a side pane lies over the text until the user turns to the text', async () => {
  const { page, reader } = session;
  await reader.openReport(TITLE);
  await resize(700, 760);
  await expect(reader.library).toBeHidden();
  await expect(reader.notes).toBeHidden();
  await reader.screenshot('report-narrow');
  const widthNow = async (): Promise<number> => (await reader.article.boundingBox())?.width ?? 0;
  let width = 0;
  // Once it rests.
  await expect
    .poll(async () => {
      const last = width;
      width = await widthNow();
      return width === last && width > 500;
    })
    .toBe(true);
  await page.keyboard.press('Control+Shift+O');
  const tree = page.getByRole('tree', { name: '目录' });
  await expect(tree).toBeVisible();
  await reader.screenshot('report-narrow-contents');
  await expect.poll(widthNow).toBe(width);
  await page.keyboard.press('Escape');
  await expect(tree).toBeHidden();
  await page.keyboard.press('F9');
  await tree.getByRole('treeitem', { name: '二 今年的任务' }).click();
  await expect(tree).toBeHidden();
  await expect.poll(() => inSight('二、今年的任务')).toBe(true);
  await page.keyboard.press('Shift+F9');
  await expect(reader.notes).toBeVisible();
  await reader.screenshot('report-narrow-notes');
  await page.keyboard.press('Escape');
});

test('pictures of it in the dark, in Traditional Chinese and in English', async () => {
  const { page, reader } = session;
  await resize(1240, 820);
  await page.getByRole('tab', { name: '目录' }).click();
  const speak = async (field: string, language: string): Promise<void> => {
    const choice = page.getByRole('combobox', { name: field });
    await reader.inSettings(async () => void (await choice.selectOption({ label: language })));
  };
  await reader.inSettings(() => page.getByRole('radio', { name: '墨黑' }).click());
  await reader.screenshot('report-dark');
  await page.keyboard.press('Control+i');
  await expect(dialog('报告信息')).toBeVisible();
  await reader.screenshot('report-dark-details');
  await reader.closeDialog();
  await speak('界面语言', '繁體中文');
  await reader.screenshot('report-dark-traditional');
  await speak('介面語言', 'English');
  await page.keyboard.press('Control+i');
  await expect(dialog('Report details')).toBeVisible();
  await reader.screenshot('report-english-details');
  await reader.closeDialog();
});
