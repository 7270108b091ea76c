import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { zhupiJson, zhupiJsonLines, type StoredNote } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { ASKING_REPORT, ASKING_TITLE, DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

/** Notes over the whole library, without a mouse where a keyboard can do it; each test goes on where the last one ended. */
test.describe.configure({ mode: 'serial' });

let session: Session;

test.beforeAll(async () => {
  const dataDir = newDataFolder();
  const files = writeFiles(temporaryFolder('files'), {
    'damaged.txt': DAMAGED_REPORT,
    'asking.txt': ASKING_REPORT,
  });
  zhupiJsonLines(dataDir, ['import', ...Object.values<string>(files)]);
  session = await Session.start({ dataDir });
});
test.afterAll(async () => {
  await session.close();
});

const stored = (): readonly StoredNote[] => zhupiJsonLines<StoredNote>(session.dataDir, ['notes']);

/** The quotes of the list, as they are shown. */
const listed = () => session.reader.notes.getByRole('button', { name: /^到原文：/u });

test('keys underline, bookmark, and write a note on the report; a screen reader is told', async () => {
  const { reader, page } = session;
  await reader.openReport(DAMAGED_TITLE);
  await expect(reader.article).toContainText('統籌推動');
  await reader.article.focus();
  await page.keyboard.press('j');
  for (let character = 0; character < 4; character += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('2');
  await expect.poll(() => reader.painted('code-red')).toEqual(['會議指出']);
  await page.keyboard.press('j');
  for (let character = 0; character < 4; character += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('u');
  await expect.poll(() => reader.painted('line-red')).toEqual(['會議強調']);
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await expect(reader.article.locator('.barred')).toContainText('各級黨組織');
  await expect(listed()).toHaveCount(3);
  await expect(reader.notes.getByRole('img', { name: '书签' })).toBeVisible();

  await page.keyboard.press('Shift+A');
  const editor = reader.notes.getByRole('textbox', { name: '批注（Markdown）' });
  await expect(editor).toBeFocused();
  await page.keyboard.type('全篇总评');
  await page.keyboard.press('Control+Enter');
  await expect(listed()).toHaveText(['关于整份报告', '會議指出', '會議強調', /^會議要求/u]);
  await expectAccessible(page, 'notes of a report');

  // The paragraph tells its notes by its description, and the keys that come to it say them.
  const voice = page.locator('[aria-live="polite"].visually-hidden');
  await reader.article.focus();
  await page.keyboard.press('k');
  await expect(voice).toContainText('會議強調，要用好');
  await expect(voice).toContainText('红色划线');
  const tree = await page.context().newCDPSession(page);
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  const descriptions = nodes.map(({ description }) => String(description?.value ?? ''));
  expect(descriptions).toContain('红色标记。');
  expect(descriptions).toContain('红色划线。');
  await page.keyboard.press('n');
  await expect(voice).toHaveText(/^會議/u);
});

test('what the command writes is seen; the list shows the whole library and finds either script', async () => {
  const { reader, page } = session;
  const [other] = zhupiJsonLines<{ readonly reportId: string }>(session.dataDir, [
    ...['list', '--query', ASKING_TITLE],
  ]);
  zhupiJsonLines(session.dataDir, [
    ...['annotate', other?.reportId ?? '', '--quote', '落實責任'],
    ...['--note', '谁来落实', '--tag', '責任'],
  ]);
  await reader.notes.getByRole('radio', { name: '全部报告' }).click();
  await expect(listed()).toHaveCount(5);
  await expect(reader.notes.getByRole('heading', { name: ASKING_TITLE })).toBeVisible();
  const search = reader.notes.getByRole('searchbox', { name: '筛选批注' });
  await search.fill('落实责任');
  await expect(listed()).toHaveText(['落實責任']);
  await expect(reader.notes.getByRole('status').first()).toHaveText('1 / 5 条');
  await reader.notes.getByRole('button', { name: '去掉筛选：“落实责任”' }).click();
  await expect(listed()).toHaveCount(5);
  await expect(search).toHaveValue('');
  await expectAccessible(page, 'notes of all reports');
});

test('all are chosen, recoloured and tagged by keys; each is taken back in one step, over a restart', async () => {
  const { reader, page } = session;
  await listed().first().focus();
  await page.keyboard.press('Control+a');
  const bar = reader.notes.getByRole('toolbar', { name: '对所选批注的操作' });
  await expect(bar.getByRole('status')).toHaveText('已选 5 条');
  await page.keyboard.press('4');
  await expect.poll(() => reader.painted('code-blue')).toEqual(['會議指出']);
  await bar.getByRole('button', { name: '标签' }).press('Enter');
  await expect(page.getByRole('dialog').locator('input').first()).toBeFocused();
  await page.keyboard.type('复核');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '应用' }).press('Enter');
  await expect(page.getByText('已修改 5 条批注。').last()).toBeVisible();
  expect(stored().map(({ code, tags }) => [code, tags.at(-1)])).toEqual(
    Array.from({ length: 5 }, () => ['blue', '复核']),
  );

  await session.restart();
  const again = session.reader;
  await expect(again.article).toContainText('統籌推動');
  await expect.poll(() => again.painted('code-blue')).toEqual(['會議指出']);
  await session.page.keyboard.press('Control+z');
  await expect(again.notes.getByText('复核')).toHaveCount(0);
  await session.page.keyboard.press('Control+z');
  await expect.poll(() => again.painted('code-red')).toEqual(['會議指出']);
  expect(
    stored()
      .map(({ tags }) => tags)
      .filter((tags) => tags.includes('复核')),
  ).toEqual([]);
  await session.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => again.painted('code-blue')).toEqual(['會議指出']);
});

test('the history of a note leads back to a version; a deleted note comes back from the trash', async () => {
  const { reader, page } = session;
  const item = reader.notes.locator('[data-note-id]').filter({ hasText: '會議指出' });
  await item.getByRole('button', { name: '修改记录' }).press('Enter');
  const history = page.getByRole('dialog', { name: '修改记录' });
  // Made, recoloured, tagged, both taken back, recoloured again.
  await expect(history.getByRole('listitem')).toHaveCount(6);
  await expectAccessible(page, 'history of a note');
  await history
    .getByRole('button', { name: /^恢复这个版本/u })
    .last()
    .press('Enter');
  await expect(history).toBeHidden();
  await expect.poll(() => reader.painted('code-red')).toEqual(['會議指出']);

  await item.getByRole('button', { name: /^到原文/u }).focus();
  await page.keyboard.press('Delete');
  await expect(listed()).toHaveCount(3);
  await session.restart();
  const again = session.reader;
  await expect(again.notes.locator('[data-note-id]')).toHaveCount(3);
  await again.notes.getByRole('button', { name: '批注的更多操作' }).press('Enter');
  await session.page.getByRole('menuitem', { name: '已删除的批注' }).press('Enter');
  const trash = session.page.getByRole('dialog', { name: '已删除的批注' });
  await trash.getByRole('button', { name: '恢复：會議指出' }).press('Enter');
  await expect(trash.getByText('最近 30 天没有删除过批注。')).toBeVisible();
  await session.page.keyboard.press('Escape');
  await expect.poll(() => again.painted('code-red')).toEqual(['會議指出']);
  await expect(again.notes.locator('[data-note-id]')).toHaveCount(4);
});

test('window and command see each other; a note that both have changed is there twice, as each wrote it', async () => {
  const { reader, page, dataDir } = session;
  const [report] = zhupiJsonLines<{ readonly reportId: string }>(dataDir, [
    ...['list', '--query', DAMAGED_TITLE],
  ]);
  const reportId = report?.reportId ?? '';
  const noteOf = (words: string) => reader.notes.locator('[data-note-id]').filter({ hasText: words });
  const words = (): readonly string[] =>
    stored()
      .map(({ note }) => note)
      .filter((note) => note.startsWith('甲'));

  zhupiJson(dataDir, ['annotate', reportId, '--quote', '優質課程', '--note', '甲：命令所写']);
  const ended = performance.now();
  await expect(noteOf('甲：命令所写')).toBeVisible();
  const seenAfter = `${String(Math.round(performance.now() - ended))} ms`;
  test.info().annotations.push({ type: 'seen in the window after the command', description: seenAfter });

  const folder = temporaryFolder('both');
  const { files } = zhupiJson<{ readonly files: readonly { readonly path: string }[] }>(dataDir, [
    ...['export', reportId, '--format', 'json', '--out', folder],
  ]);
  await noteOf('甲：命令所写').getByRole('button', { name: '编辑' }).press('Enter');
  const editor = reader.notes.getByRole('textbox', { name: '批注（Markdown）' });
  await expect(editor).toBeFocused();
  await editor.fill('甲：窗口改过');
  await page.keyboard.press('Control+Enter');
  await expect(editor).toBeHidden();
  await expect.poll(words).toEqual(['甲：窗口改过']);

  const file = files[0]?.path ?? '';
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('甲：命令所写', '甲：别处改过'));
  zhupiJson(dataDir, ['import-notes', file]);
  await expect(noteOf('甲：别处改过')).toBeVisible();
  await expect(noteOf('甲：窗口改过')).toBeVisible();
  expect(words().toSorted()).toEqual(['甲：别处改过', '甲：窗口改过'].toSorted());
});
