import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { storeError } from './sqlite-error.ts';

/** Markers of this process, to tell them from those of a dead one that had the same number (usual in containers). */
const own = new Set<string>();

/** A file running/<pid>-<random> that stands while a process has the store open; one whose process is gone = a crash. */
export interface RunningMarker {
  /** Markers of dead processes that stood at the start. */
  readonly crashed: readonly string[];
  /** Numbers of other processes, or `this`, that have the store open now. */
  others(): readonly string[];
  /** Forgets the crashes, once the data was found whole. */
  clearCrashed(): void;
  remove(): void;
}

/** Marks the data as open. */
export function markRunning(dataDir: string): RunningMarker {
  const folder = path.join(dataDir, 'running');
  const name = `${String(process.pid)}-${randomBytes(6).toString('hex')}`;
  const file = path.join(folder, name);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, '');
  } catch (thrown) {
    throw storeError(thrown, file);
  }
  own.add(name);
  const names = (): readonly string[] => fs.readdirSync(folder).filter((other) => other !== name);
  const crashed = names().filter((other) => !isAlive(other));
  return {
    crashed,
    others: () =>
      names()
        .filter(isAlive)
        .map((other) => (own.has(other) ? 'this' : pidOf(other).toString())),
    clearCrashed: () => {
      for (const other of crashed) fs.rmSync(path.join(folder, other), { force: true });
    },
    remove: () => {
      own.delete(name);
      fs.rmSync(file, { force: true });
    },
  };
}

function pidOf(name: string): number {
  return Number.parseInt(name, 10);
}

function isAlive(name: string): boolean {
  const pid = pidOf(name);
  if (!(pid > 0)) return false;
  if (pid === process.pid) return own.has(name);
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
