import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

/** The whole job without a mouse, in one window; each test goes on where the one before ended. */
test.describe.configure({ mode: 'serial' });

let session: Session;

test.beforeAll(async () => {
  const dataDir = newDataFolder();
  const files = writeFiles(temporaryFolder('files'), { 'damaged.txt': DAMAGED_REPORT });
  zhupiJsonLines(dataDir, ['import', ...Object.values<string>(files)]);
  session = await Session.start({ dataDir });
});
test.afterAll(async () => {
  await session.close();
});

const notes = (): readonly StoredNote[] => zhupiJsonLines<StoredNote>(session.dataDir, ['notes']);

/** Presses a key until the focus is where it is wanted; a place that the key never reaches fails. */
async function tabTo(selector: string, key = 'Tab'): Promise<void> {
  const { page } = session;
  for (let presses = 0; presses < 60; presses += 1) {
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${selector}`);
}

test('a report is chosen in the library and opened', async () => {
  const { reader, page } = session;
  await expect(reader.reportOption(DAMAGED_TITLE)).toBeVisible();
  await expectAccessible(page, 'library');
  await tabTo('[role="listbox"]');
  const active = (): Promise<string> =>
    page.evaluate(
      () =>
        document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
          ?.textContent ?? '',
    );
  await page.keyboard.press('Home');
  // Down to the report, whatever stands over it; a row that is not drawn yet is waited for.
  for (let row = 0, last = ''; row < 20 && !last.includes(DAMAGED_TITLE); row += 1) {
    if (row > 0) await page.keyboard.press('ArrowDown');
    await expect.poll(active).not.toBe(row === 0 ? '' : last);
    last = await active();
  }
  await page.keyboard.press('Enter');
  await expect(reader.article).toContainText('統籌推動');
  await expectAccessible(page, 'report');
});

test('paragraphs are walked, a passage is selected with Shift, a digit colours it', async () => {
  const { reader, page } = session;
  await tabTo('article');
  const current = reader.article.locator('.current');
  await page.keyboard.press('j');
  await expect(current).toContainText('統籌推動');
  await page.keyboard.press('Control+ArrowDown');
  await expect(current).toContainText('互聯網');
  await page.keyboard.press('k');
  await expect(current).toContainText('統籌推動');
  for (let character = 0; character < 4; character += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('會議指出');
  await page.keyboard.press('2');
  await expect.poll(() => reader.painted('code-red')).toEqual(['會議指出']);

  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Shift+Control+ArrowDown');
  await page.keyboard.press('h');
  await expect.poll(async () => (await reader.painted('code-red')).length).toBe(2);
  expect((await reader.painted('code-red')).at(-1)).toMatch(/^會議強調.+2400個。$/u);
});

test('the bar at the selection is reached with Enter', async () => {
  const { reader, page } = session;
  await page.keyboard.press('Control+ArrowDown');
  await expect(reader.article.locator('.current')).toContainText('各級黨組織');
  await page.keyboard.press('Enter');
  await expect(reader.selectionBar).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reader.selectionBar.getByRole('button', { name: '标成红色' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  // The toolbar moves the focus behind the event of the key.
  await expect(reader.selectionBar.getByRole('button', { name: '标成绿色' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => reader.painted('code-green'))
    .toEqual([expect.stringMatching(/^會議要求.+見到實效。$/u)]);
  await expect(reader.article).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => reader.painted('code-green')).toEqual([]);
});

test('a note is written and tagged', async () => {
  const { reader, page } = session;
  await expect(reader.article.locator('.current')).toContainText('各級黨組織');
  for (let character = 0; character < 4; character += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('a');
  const panel = page.getByRole('dialog', { name: '新批注' });
  await expect(panel.getByRole('textbox', { name: '批注（Markdown）' })).toBeFocused();
  await expectAccessible(page, 'writing a note');
  await page.keyboard.type('1a?责任主体是谁');
  // Keys of the window are letters here: no colour, no help, no second note.
  await expect(panel.getByRole('textbox', { name: '批注（Markdown）' })).toHaveValue('1a?责任主体是谁');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('combobox', { name: '标签' })).toBeFocused();
  await page.keyboard.type('责任主体');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
  await expect(reader.notes.getByText('1a?责任主体是谁')).toBeVisible();
  expect(notes()).toHaveLength(3);
  expect(notes().find(({ note }) => note !== '')).toMatchObject({
    note: '1a?责任主体是谁',
    tags: ['责任主体'],
    anchor: { exact: '會(huì)議要求' },
  });
  await expectAccessible(page, 'with notes');
});

test('keys lead from note to note, delete one and bring it back', async () => {
  const { reader, page } = session;
  await tabTo('article');
  const selected = reader.notes.locator('[aria-current="true"]');
  const at = async (): Promise<string> => (await selected.allInnerTexts()).join().trim();
  const before = await at();
  await page.keyboard.press('n');
  await expect.poll(at).not.toBe(before);
  const first = await at();
  await page.keyboard.press('n');
  await expect.poll(at).not.toBe(first);
  await page.keyboard.press('p');
  await expect.poll(at).toBe(first);
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog', { name: '此处的批注' })).toBeVisible();
  await expectAccessible(page, 'panel of a note');
  await page.keyboard.press('Escape');
  await expect(reader.article).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(
    reader.notes.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^到原文/u }) }),
  ).toHaveCount(2);
  await expect.poll(() => notes().length).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => notes().length).toBe(3);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => notes().length).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => notes().length).toBe(3);
});

test('the search is reached, walked and left', async () => {
  const { reader, page } = session;
  await page.keyboard.press('Control+Shift+f');
  await expect(reader.searchBox).toBeFocused();
  await page.keyboard.type('会议要求');
  await expect(reader.searchResults).toHaveAttribute('data-query', '会议要求');
  await expect(reader.searchResults).toContainText('會議要求');
  // Suggestions for what was typed until then would take the arrow key.
  await expect(page.getByRole('listbox', { name: '搜索建议' })).toBeHidden();
  await expectAccessible(page, 'search results');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(reader.article).toBeVisible();
  await expect.poll(() => reader.painted('search-current')).toEqual(['會議要求']);
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.press('Escape');
  await expect.poll(() => reader.painted('search-current')).toEqual([]);
});

test('the help lists the keys, the settings and dialogs can be used', async () => {
  const { page } = session;
  await tabTo('article');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '快捷键' });
  await expect(help).toBeVisible();
  for (const words of [
    '标成黄、红、绿、蓝、紫',
    '下一条批注',
    '上一段、下一段',
    '从当前段开始选字，或扩展选区',
    '撤销',
  ]) {
    await expect(help.getByText(words)).toBeVisible();
  }
  await expect(help.getByText('Ctrl').first()).toBeVisible();
  await expectAccessible(page, 'help');
  await session.reader.screenshot('keyboard-help');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await session.reader.inSettings(async () => {
    await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
    await expectAccessible(page, 'settings');
  });
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: '导出批注' })).toBeVisible();
  await expectAccessible(page, 'export');
  await session.reader.closeDialog();
});

test('the dark and the sepia window can be read as well', async () => {
  const { page, reader } = session;
  for (const theme of ['墨黑', '米黄', '纸白']) {
    await reader.inSettings(() => page.getByRole('radio', { name: theme }).click());
    await expectAccessible(page, theme);
  }
});
