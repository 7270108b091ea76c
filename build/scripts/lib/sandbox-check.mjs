import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stopIfInterrupted } from './process.mjs';

/** The user and group "nobody" of Linux systems. */
const nobody = 65534;
const limitMs = 30_000;
/** What Chromium says where the system gives ordinary users no way to a sandbox. */
const noSandboxHere = /No usable sandbox|SUID sandbox helper binary was found, but is not configured/;

/** @param {string} dataDir @returns {Promise<string[]>} addresses of the pages that the program shows by now */
async function shownPages(dataDir) {
  try {
    const port = readFileSync(path.join(dataDir, 'window', 'DevToolsActivePort'), 'utf8').split('\n')[0];
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = /** @type {{ url: string }[]} */ (await answer.json());
    return targets.map(({ url }) => url);
  } catch {
    return [];
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function endGroup(child) {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await Promise.race([ended, wait(3000)]);
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}

/** @param {string} folder @param {string} executable @param {string} dataDir */
async function watchStart(folder, executable, dataDir) {
  const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', 'xvfb-run', '-a'];
  const command = [...asNobody, executable, '--remote-debugging-port=0', '--data-dir', dataDir];
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    DISPLAY: '',
    ELECTRON_OVERRIDE_DIST_PATH: '',
  };
  const child = spawn('setpriv', command, {
    env,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  try {
    const end = performance.now() + limitMs;
    while (performance.now() < end && child.exitCode === null) {
      if ((await shownPages(dataDir)).some((url) => url.startsWith('app://'))) return 'shown';
      stopIfInterrupted();
      await wait(200);
    }
    if (noSandboxHere.test(errors)) return 'not possible';
    throw new Error(`no window as an ordinary user: ${errors.trim()}`);
  } finally {
    await endGroup(child);
  }
}

/**
 * Starts a packaged app as an ordinary user, with its sandbox on, from a process of root; others run every test so.
 * @param {{ folder: string; executable: string }} app
 * @returns {Promise<'shown' | 'not possible'>} `not possible` where the system gives such users no sandbox
 */
export async function startWithSandbox(app) {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhupi-sandbox-'));
  try {
    // A copy, since the checkout may lie where only root can look.
    const copy = path.join(folder, 'app');
    cpSync(app.folder, copy, { recursive: true, verbatimSymlinks: true });
    const dataDir = path.join(folder, 'data');
    mkdirSync(dataDir);
    for (const each of [folder, dataDir]) chownSync(each, nobody, nobody);
    chmodSync(folder, 0o755);
    return await watchStart(folder, path.join(copy, path.relative(app.folder, app.executable)), dataDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
