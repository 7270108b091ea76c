import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { checkout } from './launch.ts';

/** Runs the command `zhupi` on a data folder, as a script of a user would, and reads its JSON. */
export function zhupiJson<T>(dataDir: string, arguments_: readonly string[]): T {
  const output = execFileSync(
    process.execPath,
    [path.join(checkout, 'out', 'cli', 'zhupi.cjs'), ...arguments_, '--data-dir', dataDir, '--json'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(output) as T;
}

/** The same for commands that answer one JSON document a line. */
export function zhupiJsonLines<T>(dataDir: string, arguments_: readonly string[]): readonly T[] {
  const output = execFileSync(
    process.execPath,
    [path.join(checkout, 'out', 'cli', 'zhupi.cjs'), ...arguments_, '--data-dir', dataDir, '--json'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
