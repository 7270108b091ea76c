import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialogs } from './dialogs.ts';
import { expect } from './expect.ts';
import { checkout, newDataFolder, sharedReports } from './launch.ts';
import { VIEWS, type View } from './pages/reader-window.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from './samples.ts';
import { Session } from './session.ts';

/**
 * The main job, shown: imports reports, reads one in each view, highlights, notes, searches and exports, with a screenshot
 * of each step in out/tour/. Works on ../shared/reports where they stand, else on a damaged sample of its own.
 */
const folder = path.join(checkout, 'out', 'tour');
const notesFolder = path.join(folder, 'notes');

interface Tour {
  /** What is imported. */
  readonly paths: readonly string[];
  readonly title: string;
  readonly passage: string;
  /** As the source has it, before the repairs. */
  readonly damaged: string;
}

function planTour(): Tour {
  if (existsSync(sharedReports)) {
    const title = '全市教育發展大會召開';
    return { paths: [sharedReports], title, passage: '統籌推動各類教育協調發展', damaged: '(tǒng)' };
  }
  const files = writeFiles(path.join(newDataFolder(), 'reports'), { 'damaged.txt': DAMAGED_REPORT });
  return {
    paths: [files['damaged.txt']],
    title: DAMAGED_TITLE,
    passage: '統籌推動各類教育協調發展',
    damaged: '(tǒng)',
  };
}

let steps = 0;

/** Says a step, and leaves a picture of the window after it. */
async function show({ page }: Session, name: string, words: string): Promise<void> {
  steps += 1;
  const file = `${String(steps).padStart(2, '0')}-${name}.png`;
  console.log(`${file}  ${words}`);
  await page.screenshot({ path: path.join(folder, file) });
}

async function readAndMark(session: Session, tour: Tour): Promise<void> {
  const { reader, page } = session;
  await expect(reader.library).toBeVisible();
  await show(session, 'start', 'Zhupi starts; its own reports are there.');
  await reader.importFiles(tour.paths);
  await expect(reader.reportOption(tour.title)).toBeVisible({ timeout: 30_000 });
  await expect(reader.toasts.getByText('已导入').first()).toBeVisible();
  await show(session, 'imported', `Imported: ${tour.paths.join(', ')}`);
  await reader.openReport(tour.title);
  await expect(reader.article).toContainText(tour.passage);
  await expect(reader.article).not.toContainText(tour.damaged);
  await show(session, 'repaired', `“${tour.title}” is read without the damage of its web page.`);
  for (const view of Object.keys(VIEWS) as View[]) {
    await reader.chooseView(view);
    await show(session, `view-${view}`, `The view ${VIEWS[view]}.`);
  }
  await reader.chooseView('source');
  await reader.dragOver(tour.passage);
  await expect(reader.selectionBar).toBeVisible();
  await show(session, 'selected', 'A passage is selected with the mouse.');
  await reader.markIn('红');
  await expect.poll(() => reader.painted('code-red')).toEqual([tour.passage]);
  await reader.notes.getByRole('button', { name: '写批注' }).click();
  await reader.notes
    .getByRole('textbox', { name: '批注（Markdown）' })
    .fill('范围：**各类**教育，不只义务教育。');
  await reader.notes.getByRole('combobox', { name: '标签' }).fill('措施');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(reader.notes.getByText('不只义务教育')).toBeVisible();
  await show(session, 'noted', 'It is highlighted, noted and tagged.');
}

async function searchAndExport(session: Session): Promise<void> {
  const { reader, page } = session;
  await page.keyboard.press('Control+Shift+f');
  await reader.searchBox.fill('教育强国');
  await expect(reader.searchResults.locator('mark').first()).toBeVisible();
  await show(session, 'search', 'A Simplified query finds Traditional text.');
  await page.keyboard.press('Escape');
  await session.restart();
  await expect(session.reader.notes.getByText('不只义务教育')).toBeVisible();
  await show(session, 'restarted', 'Closed and started again: everything is where it was.');
  await answerOpenDialogs(session.app, [notesFolder]);
  await session.page.keyboard.press('Control+e');
  await session.page.getByRole('button', { name: '选择文件夹并导出…' }).click();
  await expect(session.page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
  await show(session, 'exported', `The notes are Markdown: ${notesFolder}`);
  if (readdirSync(notesFolder).length === 0) throw new Error('nothing was exported');
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(notesFolder, { recursive: true });
  const session = await Session.start({ dataDir: newDataFolder() });
  try {
    await readAndMark(session, planTour());
    await searchAndExport(session);
  } finally {
    await session.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
