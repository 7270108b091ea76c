import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import {
  makeDocx,
  makeEpub,
  makePdfOfCollection,
  wordParagraph,
} from '#services/importers/formats/fixtures/make-files.ts';
import { answerOpenDialogs, surely } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder, sandboxArguments } from '../launch.ts';
import { ReaderWindow } from '../pages/reader-window.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

/** The packaged app as users get it, on a folder of its own. */
const executable = process.env['ZHUPI_PACKAGED_APP'] ?? '';

/** More than are read without threads. */
const MANY_FILES = 40;
/** Milliseconds on a machine that does other things too. */
const PATIENCE = 60_000;

test.beforeAll(() => {
  if (executable === '') throw new Error('ZHUPI_PACKAGED_APP names no packaged app: run npm test');
});

test('it starts, imports, notes, restarts and exports', async () => {
  const folder = temporaryFolder('packaged');
  const files = writeFiles(path.join(folder, 'reports'), { 'damaged.txt': DAMAGED_REPORT });
  const session = await Session.start({ dataDir: newDataFolder() });
  expect(await surely(() => session.app.evaluate(({ app }) => app.isPackaged))).toBe(true);
  await expect(session.reader.reportOption('朱批使用指南')).toBeVisible();
  await session.reader.importFiles([files['damaged.txt']]);
  await expect(session.reader.article).toContainText('統籌推動');
  await session.reader.highlight('統籌推動', '红');
  await session.reader.notes.getByRole('button', { name: '写批注' }).click();
  await session.reader.notes.getByRole('textbox', { name: '批注（Markdown）' }).fill('打包后也在');
  await session.page.keyboard.press('Control+Enter');
  await expect(session.reader.notes.getByText('打包后也在')).toBeVisible();
  await session.page.keyboard.press('Control+Shift+f');
  await session.reader.searchBox.fill('教育强国');
  await expect(session.reader.searchResults.locator('mark').first()).toHaveText(/教育強國|教育强国/u);
  await session.page.keyboard.press('Escape');
  await session.restart();
  const { reader, page, app } = session;
  await expect.poll(() => reader.painted('code-red')).toEqual(['統籌推動']);
  await expect(reader.notes.getByText('打包后也在')).toBeVisible();
  await reader.chooseView('cn');
  await expect.poll(() => reader.painted('code-red')).toEqual(['统筹推动']);
  const out = path.join(folder, 'notes');
  writeFiles(out, {});
  await answerOpenDialogs(app, [out]);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: '选择文件夹并导出…' }).click();
  await expect(page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
  const [name] = readdirSync(out);
  expect(readFileSync(path.join(out, name ?? ''), 'utf8')).toContain('打包后也在');
  await reader.screenshot('packaged');
  await session.close();
});

test('it answers as the command, without a display', () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const dataDir = newDataFolder();
  const files = writeFiles(temporaryFolder('files'), { 'damaged.txt': DAMAGED_REPORT });
  const zhupi = (...arguments_: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(executable, [...sandboxArguments(), '--cli', ...arguments_], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });

  const version = zhupi('--version');
  expect(version).toMatchObject({ status: 0 });
  expect(version.stdout).toMatch(/\d+\.\d+\.\d+/u);
  const imported = zhupi('import', files['damaged.txt'], '--data-dir', dataDir, '--json');
  expect(imported).toMatchObject({ status: 0 });
  expect(JSON.parse(imported.stdout)).toMatchObject({ status: 'imported', title: DAMAGED_TITLE });
  const listed = zhupi('list', '--data-dir', dataDir, '--json');
  const titles = listed.stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { title: string }).title);
  expect(titles).toContain(DAMAGED_TITLE);
  expect(titles).toContain('朱批使用指南');
  expect(zhupi('show', 'no-such-report', '--data-dir', dataDir)).toMatchObject({ status: 1 });
  expect(zhupi('no-such-command')).toMatchObject({ status: 2 });
});

test('it reads a PDF, a Word file and a book, with the tables that it carries for them', () => {
  const dataDir = newDataFolder();
  const files = writeFiles(temporaryFolder('documents'), {
    // 教育强国 in a font that names nothing but its place in GBK.
    'report.pdf': makePdfOfCollection('GBK-EUC-H', 'GB1', 'bdccd3fdc7bfb9fa'),
    'report.docx': makeDocx(wordParagraph('海山縣工作報告') + wordParagraph('各級政府要加強統籌。')),
    'report.epub': makeEpub(['<h1>海山縣年鑑</h1><p>各級政府要落實責任。</p>']),
  });
  const answers = Object.values(files).map((file) => {
    const command = ['--cli', 'import', file, '--data-dir', dataDir, '--json'];
    const { status, stdout } = spawnSync(executable, [...sandboxArguments(), ...command], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(status).toBe(0);
    return JSON.parse(stdout) as { status: string; title: string };
  });
  expect(answers.map(({ status, title }) => `${status} ${title}`)).toEqual([
    'imported 教育强国',
    'imported 海山縣工作報告',
    'imported 海山縣年鑑',
  ]);
});

test('it reads many files in threads, from the command and in the window', async () => {
  test.setTimeout(3 * PATIENCE);
  const folder = path.join(temporaryFolder('many'), 'reports');
  const numbers = Array.from({ length: MANY_FILES }, (_item, index) => index + 1);
  writeFiles(
    folder,
    Object.fromEntries(
      numbers.map((number) => [`${number}.txt`, `海山縣第${number}號工作報告\n各級政府要加強統籌。\n`]),
    ),
  );
  const { status, stdout, stderr } = spawnSync(
    executable,
    [...sandboxArguments(), '--cli', 'import', folder, '--data-dir', newDataFolder(), '--json'],
    { encoding: 'utf8', timeout: PATIENCE },
  );
  const statuses = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { status: string }).status);
  expect({ status, statuses, stderr }).toMatchObject({ status: 0, statuses: numbers.map(() => 'imported') });

  const session = await Session.start();
  await expect(session.reader.reportOption('朱批使用指南')).toBeVisible();
  await session.reader.importFiles([folder]);
  await expect(session.reader.toasts.getByText(`已导入 ${MANY_FILES} 份报告。`)).toBeVisible({
    timeout: PATIENCE,
  });
  await expect(session.reader.reportOption('海山縣第1號工作報告')).toBeVisible();
  await session.close();
});

test('it starts for an ordinary user with its sandbox on, where the system allows it', async () => {
  const obstacle = process.platform !== 'linux' ? 'only needed on Linux' : sandboxObstacle();
  test.info().annotations.push({ type: 'sandbox', description: obstacle ?? 'on, as an ordinary user' });
  if (obstacle !== null) console.log(`The start with the sandbox on was not tried: ${obstacle}.`);
  test.info().skip(obstacle !== null, obstacle ?? '');

  const home = temporaryFolder('user');
  const root = process.getuid?.() === 0;
  if (root) {
    chownSync(home, NOBODY, NOBODY);
    chmodSync(home, 0o700);
  }
  const app = await _electron.launch({
    executablePath: root ? asNobodyScript(home) : executable,
    // Else the driver switches the sandbox off by itself.
    chromiumSandbox: true,
    args: ['--lang=zh-CN', '--data-dir', path.join(home, 'data')],
    env: {
      ...(process.env as Record<string, string>),
      HOME: home,
      XDG_CONFIG_HOME: home,
      XAUTHORITY: screenKey(home),
      LANGUAGE: 'zh_CN',
    },
  });
  const page = await app.firstWindow();
  const reader = new ReaderWindow({ app, page });
  await expect(reader.reportOption('朱批使用指南')).toBeVisible();
  const sandboxed = await surely(() =>
    app.evaluate(({ app: electron }) => ({
      switched: electron.commandLine.hasSwitch('no-sandbox'),
      user: process.getuid?.(),
    })),
  );
  expect(sandboxed.switched).toBe(false);
  expect(sandboxed.user).not.toBe(0);
  await app.close();
});

const NOBODY = 65534;

function asNobody(): readonly string[] {
  return [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
}

/** The key of the screen, where the user of `home` may read it; empty where the screen has none. */
function screenKey(home: string): string {
  const key = process.env['XAUTHORITY'];
  if (key === undefined || !existsSync(key)) return '';
  const copy = path.join(home, 'screen-key');
  copyFileSync(key, copy);
  if (process.getuid?.() === 0) chownSync(copy, NOBODY, NOBODY);
  return copy;
}

/** A script that starts the packaged app as an ordinary user: the driver puts arguments of its own in front. */
function asNobodyScript(folder: string): string {
  const file = path.join(folder, 'zhupi.sh');
  writeFileSync(file, `#!/bin/sh\nexec setpriv ${asNobody().join(' ')} '${executable}' "$@"\n`, {
    mode: 0o755,
  });
  return file;
}

/** Why Chromium's sandbox cannot be had here; null when it can. */
function sandboxObstacle(): string | null {
  try {
    const root = process.getuid?.() === 0;
    const command = root
      ? ['setpriv', ...asNobody(), 'unshare', '--user', 'true']
      : ['unshare', '--user', 'true'];
    execFileSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' });
    if (root) execFileSync('setpriv', [...asNobody(), 'test', '-x', executable], { stdio: 'ignore' });
    return null;
  } catch {
    return 'this system gives an ordinary user no namespaces, or no way to the packaged app';
  }
}
