import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder, sharedReports } from '../launch.ts';
import { RepairPanel } from '../pages/repair-panel.ts';
import {
  ASKING_REPORT,
  ASKING_TITLE,
  DAMAGED_REPORT,
  DAMAGED_TITLE,
  longReport,
  writeFiles,
} from '../samples.ts';
import { Session } from '../session.ts';

const PINYIN = '转换残留的拼音';
const SOUND = '統籌推動各類教育協調發展';
const STYLE = 'code-green';

/** The damaged page to work on: a real one where the reports stand beside the checkout, else the tests' own. */
function damagedPage(): { readonly title: string; readonly paths: readonly string[] } {
  if (existsSync(sharedReports)) return { title: '全市教育發展大會召開', paths: [sharedReports] };
  const files = writeFiles(temporaryFolder('files'), { 'damaged.txt': DAMAGED_REPORT });
  return { title: DAMAGED_TITLE, paths: [files['damaged.txt']] };
}

test('repairs are switched off and on under a highlight that does not move', async () => {
  const { title, paths } = damagedPage();
  const dataDir = newDataFolder();
  zhupiJsonLines(dataDir, ['import', ...paths]);
  const session = await Session.start({ dataDir });
  await session.reader.openReport(title);
  await session.reader.highlight(SOUND, '绿');
  await expect.poll(() => session.reader.painted(STYLE)).toEqual([SOUND]);
  const [note] = zhupiJsonLines<StoredNote>(dataDir, ['notes']);
  const source = note?.anchor.exact ?? '';
  expect(source).toMatch(/^統\(tǒng\)籌推動\(dòng\)/u);
  expect(source.replaceAll(/\([^)]*\)/gu, '')).toBe(SOUND);

  /** What is painted is the note's source passage as the text shows it now, and the note is as it was stored. */
  const holds = async (shown: string, step: string): Promise<void> => {
    await expect.poll(() => session.reader.painted(STYLE), { message: step }).toEqual([shown]);
    expect(zhupiJsonLines<StoredNote>(dataDir, ['notes'])[0]?.anchor, step).toEqual(note?.anchor);
  };

  let repairs = new RepairPanel(session.page);
  await repairs.open();
  await expect(repairs.button).toHaveAttribute('aria-pressed', 'true');
  await session.reader.screenshot('repair-list');
  await repairs.ruleSwitch(PINYIN).click();
  await holds(source, 'the rule is off');
  await expect(session.reader.article).toContainText(source);
  await session.reader.screenshot('repair-rule-off');
  await repairs.ruleSwitch(PINYIN).click();
  await holds(SOUND, 'the rule is on again');

  await repairs.showSourceLayer(true);
  await holds(source, 'the source layer');
  await expect.poll(() => session.reader.painted('edit-removed')).toContain('(tǒng)');
  await session.reader.screenshot('repair-source-layer');
  const passage = await session.reader.text.find(source);
  const bracket = await session.reader.text.boxOf({ block: passage.block, offset: passage.offset + 2 });
  await session.page.mouse.click(bracket.x + bracket.width / 2, bracket.y + bracket.height / 2);
  await expect(repairs.popover).toContainText(PINYIN);
  await expect(repairs.popover).toContainText('(tǒng)');
  await session.reader.screenshot('repair-popover');
  await repairs.popover.getByRole('switch', { name: '修复这一处' }).click();
  await holds(source, 'one edit is off, in the source layer');
  await expect(repairs.popover.getByRole('switch')).not.toBeChecked();
  await session.page.keyboard.press('Escape');
  await expect(repairs.popover).toBeHidden();
  await repairs.showSourceLayer(false);
  const oneOff = SOUND.replace('統籌', '統(tǒng)籌');
  await holds(oneOff, 'one edit is off');

  await session.reader.dragOver('推動各類');
  await repairs.correctSelection('促進各類');
  await holds('統(tǒng)籌促進各類教育協調發展', 'a word inside is corrected');
  await expect(repairs.pane.getByRole('button', { name: '我的改正' })).toBeVisible();
  await repairs.unfold('我的改正');
  await session.reader.screenshot('repair-corrected');

  await session.restart();
  repairs = new RepairPanel(session.page);
  await holds('統(tǒng)籌促進各類教育協調發展', 'after a restart');
  await repairs.showSourceLayer(true);
  await holds(source, 'the source layer after a restart');
  await repairs.showSourceLayer(false);
  await repairs.open();
  await repairs.unfold('我的改正');
  await repairs.pane.getByRole('button', { name: '收回改正' }).click();
  await holds(oneOff, 'the correction is taken back');
  await session.page.keyboard.press('Control+z');
  await holds('統(tǒng)籌促進各類教育協調發展', 'taking back is undone');
  await session.page.keyboard.press('Control+z');
  await holds(oneOff, 'the correction is undone');
  await session.page.keyboard.press('Control+z');
  await holds(SOUND, 'the one edit is undone');
  await session.page.keyboard.press('Control+Shift+z');
  await holds(oneOff, 'the one edit is done again');
  await repairs.pane.getByRole('button', { name: '全部恢复为规则的判断' }).click();
  await holds(SOUND, 'all is as the rules have it');
  await session.close();
});

/** A session on a data folder into which the command imported one text, which is open. */
async function startWith(name: string, text: string, title: string, language = 'zh-CN'): Promise<Session> {
  const dataDir = newDataFolder();
  const files = writeFiles(temporaryFolder('files'), { [name]: text });
  zhupiJsonLines(dataDir, ['import', ...Object.values<string>(files)]);
  const session = await Session.start({ dataDir, language });
  await session.page.getByRole('option', { name: title }).first().click();
  await expect(session.reader.article).toBeVisible();
  return session;
}

test('what the rules are not sure of is asked, by the keyboard too, and each state can be read in each theme', async () => {
  const session = await startWith('asking.txt', ASKING_REPORT, ASKING_TITLE);
  const { reader, page } = session;
  const repairs = new RepairPanel(page);
  await expect(reader.article).toContainText('單(shàn)縣');
  await expect.poll(() => reader.painted('edit-asks')).toContain('(shàn)');
  await reader.article.focus();
  await page.keyboard.press('r');
  await expect(repairs.pane).toContainText('请决定 3 处');
  await repairs.unfold('半角标点');
  for (const theme of ['纸白', '米黄', '墨黑']) {
    await reader.inSettings(() => page.getByRole('radio', { name: theme }).click());
    await expectAccessible(page, `the list, ${theme}`);
    await reader.screenshot(`repair-asks-${theme}`);
    await page.keyboard.press('s');
    await expect(repairs.sourceLayer).toHaveAttribute('aria-pressed', 'true');
    await expect(reader.article).toContainText('打印本頁');
    await expect.poll(() => reader.painted('edit-asks')).toContain('(shàn)');
    await expect.poll(() => reader.painted('edit-removed')).toContain('打印本頁 關閉窗口');
    await expectAccessible(page, `the source layer, ${theme}`);
    await reader.screenshot(`repair-source-${theme}`);
    await page.keyboard.press('s');
    await expect(repairs.sourceLayer).toHaveAttribute('aria-pressed', 'false');
  }
  await repairs.pane.getByRole('button', { name: '保持原样: 删去“(shàn)”' }).press('Enter');
  await expect(repairs.pane).toContainText('请决定 2 处');
  await expect(reader.article).toContainText('單(shàn)縣');
  for (const left of [1, 0]) {
    await repairs.pane.getByRole('button', { name: /^采用/u }).first().press('Enter');
    await expect(repairs.pane.getByRole('heading', { name: `请决定 ${left} 处` })).toHaveCount(
      left === 0 ? 0 : 1,
    );
  }
  await expect(reader.article).toContainText('“大班額”');
  await repairs.pane.getByRole('button', { name: '半角标点' }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => reader.painted('flash')).toEqual([expect.stringMatching(/^[，：]$/u)]);
  await reader.screenshot('repair-flash');

  // A script chosen in the source layer leads back to reading, in that script.
  await page.keyboard.press('s');
  await expect(reader.article).toContainText('(責編王文)');
  await page.keyboard.press('Alt+2');
  await expect(repairs.sourceLayer).toHaveAttribute('aria-pressed', 'false');
  await expect(reader.article).toContainText('海山县教育简报');
  await reader.dragOver('教育简报');
  await page.keyboard.press('e');
  await expect(repairs.correction.getByRole('textbox')).toHaveValue('教育簡報');
  await expectAccessible(page, 'the correction');
  await reader.screenshot('repair-correction');
  await session.close();
});

for (const [language, name, source] of [
  ['zh-TW', /^修復 \d/u, '原貌'],
  ['en-GB', /\d repairs?\b/u, 'As imported'],
] as const) {
  test(`the list and the source layer in ${language}`, async () => {
    const session = await startWith('asking.txt', ASKING_REPORT, ASKING_TITLE, language);
    const { reader, page } = session;
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: source, exact: true }).click();
    await expect(reader.article).toContainText('打印本頁');
    await expectAccessible(page, language);
    await reader.screenshot(`repair-${language}`);
    await session.close();
  });
}

test('the place in a long text is kept to the character between reading and source layer', async () => {
  const damaged = longReport(600).replaceAll('繼續', '繼續(xù)').replaceAll('學校', '學(xué)校');
  const session = await startWith('long.txt', damaged, '海山縣教育發展年鑑');
  const { reader, page } = session;
  const repairs = new RepairPanel(page);
  const before = await reader.text.scrollBy(16_000);
  expect(before.block).toBeGreaterThan(50);
  /** The same character in the line of the source, which has brackets. */
  const inSource = async (): Promise<number> => {
    const line = (await reader.shownText()).split('\n')[before.block] ?? '';
    const shown = [...line.matchAll(/\([^)]*\)|[^]/gu)].filter(([part]) => !part.startsWith('('));
    return shown[before.offset]?.index ?? -1;
  };
  for (const round of [1, 2, 3]) {
    await repairs.showSourceLayer(true);
    await expect(reader.article).toHaveClass(/source-layer/u);
    await expect.poll(async () => (await reader.shownText()).includes('續(xù)')).toBe(true);
    const place = { block: before.block, offset: await inSource() };
    expect(place.offset).toBeGreaterThanOrEqual(before.offset);
    await expect
      .poll(async () => Math.abs((await reader.text.topOf(place)) - before.top), {
        message: `round ${round}`,
      })
      .toBeLessThan(1.5);
    await repairs.showSourceLayer(false);
    await expect(reader.article).not.toHaveClass(/source-layer/u);
    await expect
      .poll(
        async () => {
          const { block, offset, top } = await reader.text.firstVisible();
          return { block, offset, isThere: Math.abs(top - before.top) < 1.5 };
        },
        { message: `round ${round}` },
      )
      .toEqual({ block: before.block, offset: before.offset, isThere: true });
  }
  await session.close();
});
