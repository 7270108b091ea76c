import { expect, test } from '@playwright/test';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { answerOpenDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { VIEWS, type Colour, type View } from '../pages/reader-window.ts';
import { RepairPanel } from '../pages/repair-panel.ts';
import { writeFiles } from '../samples.ts';
import { Session } from '../session.ts';
import { printView, rangeInView } from '../views.ts';

/** Notes under scripts, repairs and another text; the tests go on from each other. */
test.describe.configure({ mode: 'serial' });

interface Imported {
  readonly reportId: string;
  readonly title: string;
}

const TITLE = '海山县教育工作要点';
const KEPT = '校舍修缮任务在开学以前全部完成。';
const CROSSING = ['各镇的学校按期开学，', '家长会每学期召开一次。'] as const;
const TWICE = '食堂每周公布一次菜单。';

function text(middle: readonly string[], end: readonly string[]): string {
  const lines = [TITLE, '一、总体要求', '他说钟，会议指出，，要加强领导，落实责任。', KEPT, ...middle];
  for (let number = 1; number <= 12; number += 1) {
    lines.push(`第${number}个镇的教师轮岗${number + 5}0人，乡村宿舍通了热水。`);
  }
  return `${[...lines, '二、组织保障', '各单位按季度报告进展。', ...end].join('\n')}\n`;
}

const FIRST = text(
  [...CROSSING, '通校公路一律铺成柏油路面。', TWICE, '实验室的仪器每年检定一次，登记造册。'],
  [],
);
const SECOND = text(
  ['新学年增加体育课时。', ...CROSSING, '图书室周末向村民开放。', '实验室的仪器每年检定两次，登记造册。'],
  [TWICE, '安全演练每季度进行。', TWICE],
);

const folder = temporaryFolder('versions');
const files = writeFiles(folder, { 'first.txt': FIRST, 'second.txt': SECOND });
let session: Session;
let report: Imported;

test.beforeAll(async () => {
  const dataDir = newDataFolder();
  const [imported] = zhupiJsonLines<Imported>(dataDir, ['import', files['first.txt']]);
  if (imported === undefined) throw new Error('nothing was imported');
  report = imported;
  session = await Session.start({ dataDir });
  await session.reader.openReport(TITLE);
});
test.afterAll(async () => {
  await session.close();
});

function notes(): readonly (StoredNote & { readonly state: string })[] {
  return zhupiJsonLines<StoredNote & { readonly state: string }>(session.dataDir, ['notes']);
}

/** What the window shows and paints, against what the command prints of the same view. */
async function expectExact(views: readonly View[]): Promise<void> {
  const { reader } = session;
  const stored = notes();
  for (const view of views) {
    await reader.chooseView(view);
    const printed = printView(session.dataDir, report.reportId, view);
    await expect.poll(() => reader.shownText(), { message: view }).toBe(printed.text);
    for (const note of stored.filter(({ state }) => state !== 'orphan')) {
      const expected = printed.text.slice(...rangeInView(printed, note.anchor));
      await expect.poll(() => reader.painted(`code-${note.code}`), { message: view }).toEqual([expected]);
    }
  }
}

const ALL_VIEWS = Object.keys(VIEWS) as View[];

test('passages over borders of paragraphs, marked in one script, are exact in all six, with repairs and without', async () => {
  const { reader, page } = session;
  await reader.chooseView('tw');
  const mark = async (from: string, to: string, colour: Colour): Promise<void> => {
    const [start, end] = [await reader.text.find(from), await reader.text.find(to)];
    await reader.text.drag(start, { block: end.block, offset: end.offset + to.length - 1 });
    await reader.markIn(colour);
  };
  await mark('要加強領導', '全部完成。', '黄');
  await mark('學校按期開學', '每學期召開', '绿');
  await mark('通校公路', '柏油路面。', '红');
  await mark('食堂每週', '菜單。', '蓝');
  await mark('實驗室的儀器', '登記造冊。', '紫');
  await expect(reader.notes.locator('[data-note-id]')).toHaveCount(5);
  expect(notes().map(({ anchor }) => anchor.exact)).toEqual([
    `要加强领导，落实责任。\n${KEPT}`,
    '学校按期开学，\n家长会每学期召开',
    '通校公路一律铺成柏油路面。',
    TWICE,
    '实验室的仪器每年检定一次，登记造册。',
  ]);
  await expectExact(ALL_VIEWS);
  const repairs = new RepairPanel(page);
  await repairs.open();
  await repairs.pane.getByRole('switch').first().click();
  await expect(repairs.pane.getByRole('switch').first()).not.toBeChecked();
  await expect(reader.article).toContainText('，，');
  await expectExact(ALL_VIEWS);
  await reader.article.focus();
  await page.keyboard.press('Control+z');
  await expect(reader.article).not.toContainText('，，');
  await repairs.button.click();
  await reader.chooseView('source');
});

test('after another text each note is in the state that it must have, and one is settled by hand', async () => {
  const { reader, page, app } = session;
  await answerOpenDialogs(app, [files['second.txt']]);
  await page.getByRole('button', { name: '报告操作' }).click();
  await page.getByRole('menuitem', { name: '用另一个文件替换正文…' }).click();
  const result = page.getByRole('dialog', { name: '正文已更换' });
  await expect(result).toBeVisible();
  await result.getByRole('button', { name: '查看这些批注' }).click();
  const stateOf = (): Readonly<Record<string, string>> =>
    Object.fromEntries(notes().map(({ code, state }) => [code, state]));
  expect(stateOf()).toEqual({
    yellow: 'exact',
    green: 'exact',
    red: 'orphan',
    blue: 'doubtful',
    purple: 'moved',
  });
  const doubtful = reader.notes.locator('[data-note-id]').filter({ hasText: '食堂每周' });
  await doubtful.getByRole('button', { name: '确定位置' }).click();
  const places = doubtful.getByRole('list', { name: '可能的位置' });
  await expect(places.getByRole('listitem')).toHaveCount(2);
  await places.getByRole('button', { name: '就在这里' }).last().click();
  await expect.poll(() => stateOf()['blue']).toBe('exact');
  expect(notes().find(({ code }) => code === 'blue')?.anchor.start).toBe(SECOND.lastIndexOf(TWICE));
  await expectExact(['source', 'hk']);
});

test('a doubtful character is marked, chosen by the keyboard for this report, shown by the command, and taken back', async () => {
  const { reader, page } = session;
  const before = notes();
  await reader.chooseView('tw');
  await reader.article.focus();
  await page.keyboard.press('d');
  await expect.poll(() => reader.painted('doubtful')).toContain('鍾');
  await reader.screenshot('doubtful-marks');
  await page.keyboard.press('Home');
  await page.keyboard.press('F8');
  const panel = page.getByRole('dialog', { name: '“钟”的写法' });
  await expect(panel).toBeVisible();
  await reader.screenshot('doubtful-panel');
  await expect.poll(() => panel.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(reader.article).toContainText('他說鐘');
  await expect.poll(() => reader.painted('doubtful-chosen')).toEqual(['鐘']);
  expect(printView(session.dataDir, report.reportId, 'tw').text).toContain('他說鐘');
  expect(notes()).toEqual(before);
  await reader.inSettings(async () => {
    await page.getByText('您选定的写法').click();
    await reader.screenshot('doubtful-settings');
    await page.getByRole('button', { name: '删除 说钟 → 說鐘' }).click();
    await expect(page.getByRole('button', { name: '删除 说钟 → 說鐘' })).toHaveCount(0);
  });
  await expect(reader.article).toContainText('他說鍾');
});
