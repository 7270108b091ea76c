import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { checkout, runtimeExecutable, sandboxArguments } from '../launch.ts';
import type { BarePages } from './bare/bare-pages.ts';

/** A program that was started and has said that its page is ready. */
export interface Started {
  readonly pid: number;
  /** Milliseconds from the launch of the process to two frames after the page was ready. */
  readonly readyAfter: number;
  readonly stop: () => Promise<void>;
}

/** The list with five reports stands in the page, and a click at the first of them would reach it. */
const LIBRARY_USABLE = `(() => {
  const rows = document.querySelectorAll('[role="listbox"] [role="option"]');
  if (rows.length < 5) return false;
  const box = rows[0].getBoundingClientRect();
  return rows[0].contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
})()`;

const PAGE_THERE = `document.body.childElementCount > 0`;

export function startZhupi(dataDir: string): Promise<Started> {
  return start([checkout, ...sandboxArguments(), ...COMMON, '--data-dir', dataDir], LIBRARY_USABLE);
}

export function startBare({ folder }: BarePages): Promise<Started> {
  const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
  return start([folder, ...sandboxArguments(), ...COMMON, profile], PAGE_THERE);
}

const COMMON = ['--lang=zh-CN', '--force-device-scale-factor=1'];
const PATIENCE = 30_000;

async function start(arguments_: readonly string[], ready: string): Promise<Started> {
  const probe = path.join(import.meta.dirname, 'probe.cjs');
  const begun = performance.timeOrigin + performance.now();
  const child = spawn(runtimeExecutable(), ['-r', probe, ...arguments_], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN', ZHUPI_BENCH_READY: ready },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = (): Promise<void> => end(child);
  try {
    const at = await readyTime(child);
    return { pid: child.pid ?? 0, readyAfter: at - begun, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyTime(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`the program ${what} before it was ready`));
    const timer = setTimeout(() => fail('took too long'), PATIENCE);
    child.once('exit', () => {
      clearTimeout(timer);
      fail('ended');
    });
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(timer);
      resolve(Number(line.slice('ready '.length)));
    });
  });
}

/** Asks the program to quit, and waits until it has. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
