import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { zhupiJsonLines } from '../command.ts';
import { surely } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { longestTaskOf, watchLongTasks } from '../long-tasks.ts';
import { Session } from '../session.ts';

const REPORTS = 3_000;
/** As the window writes counts. */
const grouped = (count: number): string => count.toLocaleString('en');
const LINES = 50;
/** Time for an import on a machine that does other things too. */
const PATIENCE = 180_000;

test.setTimeout(2 * PATIENCE);

const nameOf = (number: number): string => `${String(number).padStart(4, '0')}.txt`;
const titleOf = (number: number): string => `海山縣第${String(number)}號工作報告`;

/** Small reports of which no two are the same. */
function writeReports(folder: string): void {
  for (let number = 1; number <= REPORTS; number += 1) {
    const lines = Array.from(
      { length: LINES },
      (_line, at) =>
        `　　第${String(number)}年第${String(at)}項：會議要求各級政府加強領導，統籌推動發展，按期報告進展。`,
    );
    writeFileSync(path.join(folder, nameOf(number)), [titleOf(number), ...lines, ''].join('\n'));
  }
}

/** Threads of the library's process beside those that the runtime starts by itself, on systems that list them. */
function threadsOf(process_: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const status = readFileSync(`/proc/${String(process_)}/status`, 'utf8');
  return Number(/^Threads:\s+(\d+)$/mu.exec(status)?.[1]);
}

/**
 * A folder of many files through the window: it can be used meanwhile, the import can be stopped, what was done stays, the
 * rest comes with another import, and a file that failed can be tried again.
 */
test('a folder of many reports is imported, stopped, taken up again, and a failed file tried again', async () => {
  const folder = temporaryFolder('many');
  writeReports(folder);
  const broken = path.join(folder, '0000.txt');
  writeFileSync(broken, '');
  const session = await Session.start();
  const { page, reader, app } = session;
  await expect(page.getByRole('button', { name: '导入' }).first()).toBeVisible();
  await watchLongTasks(page);
  const libraryProcess = await surely(() =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')?.pid ??
        0,
    ),
  );
  expect(libraryProcess).toBeGreaterThan(0);
  const threadsBefore = threadsOf(libraryProcess);

  await reader.importFiles([folder]);
  const bar = page.getByRole('progressbar', { name: '正在导入' });
  await expect(bar).toBeVisible({ timeout: PATIENCE });
  await expect(
    page.getByText(new RegExp(`^正在导入：[\\d,]+ / ${grouped(REPORTS + 1)}$`, 'u')),
  ).toBeVisible();
  if (process.platform === 'linux') {
    await expect.poll(() => threadsOf(libraryProcess)).toBeGreaterThan(threadsBefore);
  }

  await expect(page.getByText(/^约剩 \d+ (?:秒|分钟)$/u)).toBeVisible({ timeout: PATIENCE });
  const filter = page.getByRole('searchbox', { name: '筛选报告' });
  await filter.pressSequentially('海山縣第1號');
  await expect(filter).toHaveValue('海山縣第1號');
  await expect(reader.library.getByRole('option')).toHaveCount(1);
  await expect(reader.reportOption(titleOf(1))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');

  await page.getByRole('button', { name: '停止导入' }).click();
  await expect(reader.toasts).toContainText('导入已停止', { timeout: PATIENCE });
  await expect(bar).toBeHidden();
  const listed = (): readonly string[] =>
    zhupiJsonLines<{ title: string }>(session.dataDir, ['list'])
      .map(({ title }) => title)
      .filter((title) => title.startsWith('海山縣第'));
  const kept = listed().length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(REPORTS);

  await reader.importFiles([folder]);
  await expect(reader.toasts.getByText(`已导入 ${grouped(REPORTS - kept)} 份报告。`)).toBeVisible({
    timeout: PATIENCE,
  });
  await expect(reader.toasts).toContainText(`${grouped(kept)} 份已在文库中。`);
  // At once: the message goes after a while.
  await reader.toasts.getByRole('button', { name: '查看详情' }).last().click();
  const results = page.getByRole('dialog', { name: '导入结果' });
  await expect(results).toContainText('0000.txt');
  const all = listed();
  expect(new Set(all).size).toBe(REPORTS);
  expect(all.length).toBe(REPORTS);

  writeFileSync(broken, `${titleOf(0)}\n　　會議要求各級政府加強領導。\n`);
  await results.getByRole('button', { name: '重试未导入的文件' }).click();
  await expect(reader.reportOption(titleOf(0))).toBeVisible({ timeout: PATIENCE });
  expect(listed()).toContain(titleOf(0));

  console.log(
    `Longest task of the page while ${String(REPORTS)} reports came in: ${await longestTaskOf(page)} ms`,
  );
  await session.close();
  rmSync(folder, { recursive: true });
});
