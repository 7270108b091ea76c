import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { zhupiJsonLines } from '../command.ts';
import { longestTaskOf, watchLongTasks } from '../long-tasks.ts';
import { newDataFolder, sharedReports } from '../launch.ts';
import { printView } from '../views.ts';
import { Session } from '../session.ts';

/** Time on a machine that does other things too. */
const PATIENCE = 240_000;

const corpora = path.join(path.dirname(sharedReports), 'corpora');
const FOLDERS = ['reports-hans', 'reports-hant', 'encoding', 'long'].map((name) => path.join(corpora, name));
/** Every so manieth is opened, too. */
const LOOKED_AT = 60;

interface Outcome {
  readonly status: string;
  readonly reportId: string;
}
interface Listed {
  readonly reportId: string;
  readonly title: string;
  readonly origin: string;
  readonly chars: number;
}

test.setTimeout(3 * PATIENCE);

/** All real texts beside the checkout through the window: the same reports as through the command, and they can be read. */
test('folders of real texts come in through the window as they do through the command', async () => {
  const missing = !existsSync(corpora);
  if (missing) console.log(`The real texts are not here, so this was not tested on them: ${corpora}`);
  test.info().skip(missing, `${corpora} is not there`);
  const commandData = newDataFolder();
  const outcomes = zhupiJsonLines<Outcome>(commandData, ['import', sharedReports, ...FOLDERS]);
  const imported = new Set(
    outcomes.filter(({ status }) => status === 'imported').map(({ reportId }) => reportId),
  );
  expect(imported.size).toBeGreaterThan(1_000);
  expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);

  const session = await Session.start();
  const { reader, page, dataDir } = session;
  await expect(reader.library).toBeVisible();
  await watchLongTasks(page);
  await reader.importFiles([sharedReports, ...FOLDERS]);
  await expect(page.getByRole('progressbar', { name: '正在导入' })).toBeVisible({ timeout: PATIENCE });
  await expect(reader.toasts.getByText(`已导入 ${imported.size.toLocaleString('en')} 份报告。`)).toBeVisible({
    timeout: PATIENCE,
  });
  await expect(reader.toasts).not.toContainText('未能导入');
  console.log(
    `Longest task of the page while ${imported.size} texts came in: ${await longestTaskOf(page)} ms`,
  );
  const library = (data: string): readonly Listed[] =>
    zhupiJsonLines<Listed>(data, ['list']).filter(({ origin }) => origin === 'library');
  const inWindow = library(dataDir);
  expect(new Set(inWindow.map(({ reportId }) => reportId))).toEqual(imported);

  const titles = new Map<string, number>();
  for (const { title } of inWindow) titles.set(title, (titles.get(title) ?? 0) + 1);
  const readable = inWindow.filter(({ title, chars }) => titles.get(title) === 1 && chars < 100_000);
  const filter = page.getByRole('searchbox', { name: '筛选报告' });
  for (let at = 0; at < readable.length; at += LOOKED_AT) {
    const { reportId, title } = readable[at] ?? { reportId: '', title: '' };
    await filter.fill(title);
    await reader.library.getByTitle(title, { exact: true }).first().click();
    await expect(reader.article, title).toHaveAttribute('aria-label', title);
    await expect
      .poll(() => reader.shownText(), { message: title })
      .toBe(printView(dataDir, reportId, 'source').text);
  }
  await session.close();
});
