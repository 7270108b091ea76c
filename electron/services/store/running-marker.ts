import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { ZhupiError } from '#core/base/app-error.ts';
import { storeError } from './sqlite-error.ts';

/**
 * A file running/<pid>-<random> that stands while a process has the store open; one that nobody holds = a crash. It is
 * an empty SQLite file with an exclusive lock, which the system lets go when its process ends: a process number alone
 * may belong to another program by now.
 */
export interface RunningMarker {
  /** Markers of dead processes that stood at the start. */
  readonly crashed: readonly string[];
  /** Numbers of the processes that have the store open now beside this marker's. */
  others(): readonly string[];
  /** Forgets the crashes, once the data was found whole. */
  clearCrashed(): void;
  remove(): void;
}

/** Stands, held, while one process has the data for itself. */
const ALONE = 'alone';

/** Marks the data as open. Throws `store-unwritable`, `disk-full`, and `store-locked` while a process has them alone. */
export function markRunning(dataDir: string): RunningMarker {
  const marker = mark(dataDir);
  // This marker stands first: whoever wants the data alone sees it, or is seen here.
  // Another that only looks holds it for a moment.
  if (!isHeld(path.join(dataDir, ALONE), 500)) return marker;
  marker.remove();
  throw new ZhupiError('store-locked', { path: dataDir });
}

/**
 * Takes the data for this process alone: while it is held no store opens there. The answer lets go. Throws `store-locked`
 * (with its holder) when a process has them open.
 */
export function holdAlone(dataDir: string): () => void {
  const file = path.join(dataDir, ALONE);
  const lock = takeLock(dataDir, file);
  const release = (): void => {
    lock.close();
    fs.rmSync(file, { force: true });
  };
  const folder = path.join(dataDir, 'running');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const holder = names.find((name) => isHeld(path.join(folder, name)));
  if (holder === undefined) return release;
  release();
  throw new ZhupiError('store-locked', { path: dataDir, holder: processOf(holder), reason: 'holder' });
}

const processOf = (name: string): string => name.replace(/-.*$/u, '');

function mark(dataDir: string): RunningMarker {
  const folder = path.join(dataDir, 'running');
  const name = `${String(process.pid)}-${randomBytes(6).toString('hex')}`;
  const file = path.join(folder, name);
  const lock = takeLock(dataDir, file);
  const others = (): readonly string[] => fs.readdirSync(folder).filter((other) => other !== name);
  const isHeldIn = (other: string): boolean => isHeld(path.join(folder, other));
  const crashed = others().filter((other) => !isHeldIn(other));
  return {
    crashed,
    others: () => others().filter(isHeldIn).map(processOf),
    clearCrashed: () => {
      // One that was just being made when this process looked is held by now.
      for (const other of crashed.filter((each) => !isHeldIn(each))) {
        fs.rmSync(path.join(folder, other), { force: true });
      }
    },
    remove: () => {
      lock.close();
      fs.rmSync(file, { force: true });
    },
  };
}

function takeLock(dataDir: string, file: string): InstanceType<typeof DatabaseSync> {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const lock = new DatabaseSync(file);
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (thrown) {
    throw storeError(thrown, dataDir);
  }
}

/** Whether a living process holds the lock; a file that is gone is held by nobody. */
function isHeld(file: string, patience = 0): boolean {
  let probe: InstanceType<typeof DatabaseSync> | undefined;
  try {
    // Opened only where it is: its owner may take it away at this moment.
    probe = new DatabaseSync(`${pathToFileURL(file).href}?mode=rw`, { timeout: patience });
    probe.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch {
    return fs.existsSync(file);
  } finally {
    probe?.close();
  }
}
