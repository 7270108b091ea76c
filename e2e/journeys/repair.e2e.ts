import { expect, test } from '@playwright/test';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder, sharedReports } from '../launch.ts';
import { existsSync } from 'node:fs';
import { RepairPanel } from '../pages/repair-panel.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
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
