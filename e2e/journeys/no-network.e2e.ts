import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder, runtimeExecutable, sandboxArguments } from '../launch.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { readNetLog } from '../security/net-log.ts';
import { WatchedServer } from '../security/watched-server.ts';
import { Session } from '../session.ts';

function netLogArguments(file: string): readonly string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];
}

test('the main job makes no request but of the program itself', async () => {
  const folder = temporaryFolder('net');
  const log = path.join(folder, 'net-log.json');
  const files = writeFiles(path.join(folder, 'reports'), { 'damaged.txt': DAMAGED_REPORT });
  const session = await Session.start({ dataDir: newDataFolder(), arguments: netLogArguments(log) });
  const { reader, page, app } = session;
  await reader.importFiles([files['damaged.txt']]);
  await expect(reader.reportOption(DAMAGED_TITLE)).toBeVisible();
  await expect(reader.article).toContainText('統籌推動');
  for (const view of ['cn', 'twp', 'source'] as const) await reader.chooseView(view);
  await reader.highlight('統籌推動', '红');
  await expect.poll(() => reader.painted('code-red')).toEqual(['統籌推動']);
  await reader.notes.getByRole('button', { name: '写批注' }).click();
  // A link in a note is text; looking at it asks nobody.
  await reader.notes
    .getByRole('textbox', { name: '批注（Markdown）' })
    .fill('见 https://example.com/ 与 ![图](https://example.com/a.png)');
  await page.keyboard.press('Control+Enter');
  await expect(reader.notes.getByText('https://example.com/a.png')).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  await reader.searchBox.fill('教育强国');
  await expect(reader.searchResults).toContainText('教育強國');
  await page.keyboard.press('Escape');
  await reader.inSettings(() => Promise.resolve());
  await answerOpenDialogs(app, [folder]);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: '选择文件夹并导出…' }).click();
  await expect(page.getByRole('dialog', { name: '导出结果' })).toContainText('已写入');
  expect(readdirSync(folder).some((name) => name.endsWith('.md'))).toBe(true);
  await session.close();

  const { events, requests, lookups, connections } = readNetLog(log);
  expect(events).toBeGreaterThan(0);
  expect({ requests, lookups, connections }).toEqual({ requests: [], lookups: [], connections: [] });
});

/** A program that asks the network, to show that the log above would have told. */
const TALKATIVE = `
const { app, net } = require('electron');
app.whenReady().then(async () => {
  await net.fetch(process.argv.at(-1)).then((answer) => answer.text());
  app.quit();
});`;

test('the net log tells of a request when there is one', async () => {
  const web = await WatchedServer.start();
  const folder = temporaryFolder('net');
  const log = path.join(folder, 'net-log.json');
  writeFiles(folder, {
    'main.cjs': TALKATIVE,
    'package.json': JSON.stringify({ name: 'talkative', version: '1.0.0', main: 'main.cjs' }),
  });
  const child = [`--user-data-dir=${path.join(folder, 'profile')}`, ...netLogArguments(log)];
  await new Promise<void>((resolve, reject) => {
    execFile(runtimeExecutable(), [folder, ...sandboxArguments(), ...child, `${web.origin}/`], (error) =>
      error === null ? resolve() : reject(error),
    );
  });
  const { requests, connections } = readNetLog(log);
  expect(web.connections).toBe(1);
  expect(requests.join('\n')).toContain(web.origin);
  expect(connections.length).toBeGreaterThan(0);
  await web.close();
});
