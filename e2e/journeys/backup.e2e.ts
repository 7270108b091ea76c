import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { ZhupiApi } from '#core/ipc/api.ts';
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

/** The long run turns bytes over in twenty copies of a database, every run in one. */
const TRIALS = process.env['ZHUPI_LONG'] === '1' ? 20 : 1;
const NOTES = 30;

/** Calls the window's own API, as its page does; answers the ids of notes. */
async function noteIds(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { zhupi } = window as unknown as { readonly zhupi: ZhupiApi };
    const notes = await zhupi.listNotes({ reportId: null });
    if (!notes.ok) throw new Error(notes.error.code);
    return notes.value.map(({ id }) => id);
  });
}

/** Makes notes on the report that was imported. */
async function makeNotes(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { zhupi } = window as unknown as { readonly zhupi: ZhupiApi };
    const reports = await zhupi.reportChanges({});
    const reportId = reports.ok
      ? (reports.value.reports.find(({ origin }) => origin === 'library')?.reportId ?? '')
      : '';
    for (let start = 0; start < wanted; start += 1) {
      const place = { reportId, start, end: start + 2, kind: 'highlight', code: 'red' } as const;
      await zhupi.createNote({ ...place, note: '批注'.repeat(100), tags: ['目标'] });
    }
  }, count);
}

/** Ids of notes that SQLite reads in a file, up to the first page that it cannot. */
function readableNotes(file: string): readonly string[] {
  const ids: string[] = [];
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      for (const row of database.prepare('SELECT id FROM annotation ORDER BY rowid').iterate()) {
        ids.push(String((row as { readonly id: unknown }).id));
      }
    } finally {
      database.close();
    }
  } catch {
    // The rest cannot be read.
  }
  return ids;
}

/** Always the same numbers for a trial: a failure can be looked at again. */
function randomOf(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 48_271) >>> 0) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

test(`bytes turned over in a database, ${String(TRIALS)} times: it starts, and the notes are there`, async () => {
  test.setTimeout(60_000 + TRIALS * 60_000);
  const session = await Session.start();
  const files = writeFiles(temporaryFolder('e2e-flips'), { 'a.txt': DAMAGED_REPORT });
  await session.reader.importFiles([files['a.txt']]);
  await expect(session.reader.reportOption(DAMAGED_TITLE)).toBeVisible();
  await makeNotes(session.page, NOTES);
  const backups = await openBackups(session.page);
  await backups.getByRole('button', { name: '立即备份' }).click();
  await expect(backups.getByRole('listitem')).toHaveCount(1);
  const backedUp = await noteIds(session.page);
  await makeNotes(session.page, NOTES);
  const all = await noteIds(session.page);
  expect(all).toHaveLength(2 * NOTES);
  const whole = session.dataDir;
  await session.close();

  for (let trial = 0; trial < TRIALS; trial += 1) {
    const random = randomOf(trial);
    const dataDir = temporaryFolder('e2e-flipped');
    cpSync(whole, dataDir, {
      recursive: true,
      filter: (name) => !name.startsWith(path.join(whole, 'window')),
    });
    const database = path.join(dataDir, 'zhupi.db');
    const bytes = readFileSync(database);
    for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips -= 1) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255));
    }
    writeFileSync(database, bytes);
    const readable = readableNotes(database).filter((id) => all.includes(id));
    // What damages a disk ends the program, too: the mark of a process that is no more.
    const running = path.join(dataDir, 'running');
    mkdirSync(running, { recursive: true });
    writeFileSync(path.join(running, '1-crashed'), '');

    const damaged = await Session.start({ dataDir });
    // Not by its role: the notice of what was mended may lie over the list already and take the roles below it away.
    await expect(damaged.page.locator('[role="option"]').first()).toBeVisible({ timeout: 30_000 });
    // It goes when the check behind the start has found the data whole, mended or not.
    await expect.poll(() => readdirSync(running), { timeout: 30_000 }).not.toContain('1-crashed');
    const there = await noteIds(damaged.page);
    const missing = [...new Set([...backedUp, ...readable])].filter((id) => !there.includes(id));
    expect(missing, `trial ${String(trial)}`).toEqual([]);
    await damaged.close();
  }
});
