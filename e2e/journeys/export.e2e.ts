import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from '../axe.ts';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { answerOpenDialogs, answerSaveDialogs, surely } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

const FIRST = '優質課程';
const SECOND = '加強領導';

const read = (file: string): string => readFileSync(file, 'utf8');

/**
 * Notes out and in again, as a writer does it: into a vault that is kept up to date while she edits its files, as Word, to the
 * clipboard with citation, and back from the JSON.
 */
test('a vault is kept beside what the user writes in it; Word, citations, and notes back in', async () => {
  const sources = writeFiles(path.join(temporaryFolder('export'), 'reports'), { 'a.txt': DAMAGED_REPORT });
  const session = await Session.start();
  const { reader, page, app, dataDir } = session;
  const dialog = page.getByRole('dialog');
  const vault = temporaryFolder('vault');
  const only = (): string =>
    path.join(vault, readdirSync(vault).find((name) => /^[^.].*\.md$/u.test(name)) ?? '');
  /** The one file of the vault; empty until it is there. */
  const written = (): string => (only() === vault ? '' : read(only()));
  await reader.importFiles([sources['a.txt']]);
  await reader.openReport(DAMAGED_TITLE);
  await reader.highlight(FIRST, '绿');
  await expect.poll(() => reader.painted('code-green')).toEqual([FIRST]);

  await test.step('a folder is chosen and written', async () => {
    await page.keyboard.press('Control+e');
    await dialog.getByRole('radio', { name: '笔记库' }).click();
    await expectAccessible(page, 'vault');
    await answerOpenDialogs(app, [vault]);
    await dialog.getByRole('button', { name: '选择文件夹…' }).click();
    await expect(dialog).toContainText(vault);
    await expect.poll(written).toContain(`> ${FIRST}\n`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('the user writes in the file, notes change, both are there', async () => {
    const edited = written()
      .replace('---\n\n#', '---\n\n我的開頭。\n\n#')
      .replace(`> ${FIRST}`, `> ${FIRST}\n\n我的話。`);
    writeFileSync(only(), edited);
    await reader.highlight(SECOND, '红');
    await expect.poll(written).toContain(`> ${SECOND}\n`);
    const merged = written();
    expect(merged).toContain('我的開頭。\n\n#');
    expect(merged).toContain(`> ${FIRST}\n\n我的話。`);
    await page.keyboard.press('Control+z');
    await expect.poll(written).not.toContain(`> ${SECOND}\n`);
    expect(written()).toContain('我的話。');
  });

  await test.step('Word opens what is written', async () => {
    const file = path.join(temporaryFolder('word'), '批注.docx');
    await page.keyboard.press('Control+e');
    await dialog.getByRole('combobox', { name: '格式' }).selectOption('docx');
    await dialog.getByRole('radio', { name: '一个文件', exact: true }).click();
    await answerSaveDialogs(app, file);
    await dialog.getByRole('button', { name: '选择文件并导出…' }).click();
    await expect(page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
    await reader.closeDialog();
    const parts = unzipSync(readFileSync(file));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain(FIRST);
    expect(document).toContain(DAMAGED_TITLE);
    expect(document.endsWith('</w:document>')).toBe(true);
  });

  await test.step('a passage is copied with its citation', async () => {
    await reader.dragOver(SECOND);
    await reader.selectionBar.getByRole('button', { name: '复制并附出处' }).click();
    await expect(reader.toasts).toContainText('已复制引文和出处');
    const copied = await surely(() => app.evaluate(({ clipboard }) => clipboard.readText()));
    expect(copied).toContain(`${SECOND}\n——`);
    expect(copied).toContain(`${DAMAGED_TITLE}[`);
  });

  await test.step('notes go out as JSON, are deleted, and come back', async () => {
    const before = zhupiJsonLines<StoredNote>(dataDir, ['notes']);
    expect(before).toHaveLength(1);
    const folder = temporaryFolder('json');
    await page.keyboard.press('Control+e');
    await dialog.getByRole('combobox', { name: '格式' }).selectOption('json');
    await dialog.getByRole('radio', { name: /文件夹/u }).click();
    await answerOpenDialogs(app, [folder]);
    await dialog.getByRole('button', { name: '选择文件夹并导出…' }).click();
    await expect(page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
    await reader.closeDialog();
    await reader.notes.getByRole('button', { name: '删除' }).first().click();
    await expect.poll(() => reader.painted('code-green')).toEqual([]);
    await answerOpenDialogs(app, [path.join(folder, readdirSync(folder)[0] ?? '')]);
    await page.getByRole('button', { name: '文库操作' }).click();
    await page.getByRole('menuitem', { name: '导入批注…' }).click();
    await expect.poll(() => reader.painted('code-green')).toEqual([FIRST]);
    const after = zhupiJsonLines<StoredNote>(dataDir, ['notes']);
    expect(after.map(({ id, anchor }) => ({ id, anchor }))).toEqual(
      before.map(({ id, anchor }) => ({ id, anchor })),
    );
  });
  await session.close();
});
