import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { checkout } from './launch.ts';

/** A note as the command prints it. */
export interface StoredNote {
  readonly id: string;
  readonly reportId: string;
  readonly code: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly anchor: { readonly start: number; readonly end: number; readonly exact: string };
}

/** Runs the command `zhupi` on a data folder, as a script of a user would, and reads its JSON. */
export function zhupiJson<T>(dataDir: string, arguments_: readonly string[]): T {
  return JSON.parse(run(dataDir, arguments_)) as T;
}

/** The same for commands that answer one JSON document a line. */
export function zhupiJsonLines<T>(dataDir: string, arguments_: readonly string[]): readonly T[] {
  return run(dataDir, arguments_)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function run(dataDir: string, arguments_: readonly string[]): string {
  const command = path.join(checkout, 'out', 'cli', 'zhupi.cjs');
  return execFileSync(process.execPath, [command, ...arguments_, '--data-dir', dataDir, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // What it says on stderr belongs to an error's message, not to the list of tests.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
