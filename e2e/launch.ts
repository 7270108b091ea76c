import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { temporaryFolder } from './folders.ts';

export const checkout = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where screenshots and results of the tests land. */
export const results = path.join(checkout, 'out', 'e2e');

/** The real reports, where they stand beside the checkout. */
export const sharedReports = path.join(
  process.env['ZHUPI_SHARED'] ?? path.join(path.dirname(checkout), 'shared'),
  'reports',
);

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export interface LaunchOptions {
  readonly dataDir: string;
  /** Behind the program's own arguments. */
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** BCP 47 tag that Chromium takes for the system's; decides the language of the interface. */
  readonly language?: string;
}

/** Milliseconds that a start may take on a machine that does other things too. */
const START_TIME = 120_000;

/** A data folder of its own, in the system's folder for temporary files. */
export function newDataFolder(): string {
  return temporaryFolder('e2e');
}

/** Starts Zhupi and waits for its window. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { executable, arguments: own } = program();
  const app = await _electron.launch({
    executablePath: executable,
    timeout: START_TIME,
    args: [
      ...own,
      ...sandboxArguments(),
      `--lang=${options.language ?? 'zh-CN'}`,
      '--force-device-scale-factor=1',
      '--data-dir',
      options.dataDir,
      ...(options.arguments ?? []),
    ],
    env: {
      ...definedOnly(process.env),
      LANG: 'zh_CN.UTF-8',
      LANGUAGE: options.language ?? 'zh_CN',
      ...options.environment,
    },
  });
  const page = await app.firstWindow({ timeout: START_TIME });
  return { app, page };
}

/** Starts the program a second time on the same data, as a click on a link does; answers its exit code. */
export async function launchAgain(dataDir: string, arguments_: readonly string[]): Promise<number> {
  const { executable, arguments: own } = program();
  const child = spawn(executable, [...own, ...sandboxArguments(), '--data-dir', dataDir, ...arguments_], {
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
}

/** Zhupi from the checkout, or the packaged app where ZHUPI_PACKAGED_APP names one. */
function program(): { readonly executable: string; readonly arguments: readonly string[] } {
  const packaged = process.env['ZHUPI_PACKAGED_APP'];
  return packaged === undefined
    ? { executable: runtimeExecutable(), arguments: [checkout] }
    : { executable: packaged, arguments: [] };
}

/** The Electron that the set-up found. */
export function runtimeExecutable(): string {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined) {
    throw new Error('ELECTRON_OVERRIDE_DIST_PATH is not set: run npm test or npm start');
  }
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ??
    'electron';
  return path.join(folder, name);
}

/** Chromium refuses its sandbox to root. */
export function sandboxArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
