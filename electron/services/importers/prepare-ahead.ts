import { setImmediate as nextTurn } from 'node:timers/promises';
import { isPackFile, type CollectedEntry } from './collect-files.ts';
import type { FilePreparer } from './file-preparer.ts';
import type { PreparedReport } from './prepare-report.ts';

/** A file that was read, or why it was not. */
export type Prepared = { readonly prepared: PreparedReport } | { readonly error: unknown };

interface Started {
  readonly result: Promise<Prepared | null>;
  isDone: boolean;
}

/** Work that is due at some time: `wait` milliseconds from now, undefined when there is none. */
export interface Due {
  readonly wait: () => number | undefined;
  readonly run: () => Promise<void>;
}

/** Milliseconds of work after which other calls, or a cancellation, are let in. */
const SLICE = 10;

/** Begins as many files as there is room for, and hands their results out in order. */
export function prepareAhead(entries: readonly CollectedEntry[], preparer: FilePreparer) {
  const started: Started[] = [];
  let next = 0;
  let turnedAt = performance.now();
  return {
    fill: (): void => {
      for (; next < entries.length; next += 1) {
        const entry = entries[next];
        if (entry === undefined) return;
        const isFile = entry.error === null && !isPackFile(entry.path);
        if (isFile && !preparer.hasRoom(entry.size)) return;
        const work: Started = {
          result: isFile ? settle(preparer, entry) : Promise.resolve(null),
          isDone: false,
        };
        void work.result.then(() => {
          work.isDone = true;
        });
        started.push(work);
      }
    },
    /** The result of the next file, null for one that needs no reading. While it is waited for, what is due is done. */
    next: async (
      entry: CollectedEntry,
      signal: AbortSignal,
      due: Due,
    ): Promise<Prepared | null | 'aborted'> => {
      const work = started.shift();
      if (work === undefined) throw new Error('a file was not begun');
      if (work.isDone && performance.now() - turnedAt > SLICE) {
        await nextTurn();
        turnedAt = performance.now();
      }
      while (!work.isDone && !signal.aborted) {
        const wait = due.wait();
        if (wait !== undefined && wait <= 0) await due.run();
        else await firstOf(work.result, signal, wait);
        turnedAt = performance.now();
      }
      if (signal.aborted) return 'aborted';
      const result = await work.result;
      if (result !== null) preparer.release(entry);
      return result;
    },
  };
}

async function settle(preparer: FilePreparer, entry: CollectedEntry): Promise<Prepared> {
  try {
    return { prepared: await preparer.prepare(entry) };
  } catch (error) {
    return { error };
  }
}

/** Ends with the work, with the signal, or after a time. */
function firstOf(work: Promise<unknown>, signal: AbortSignal, wait: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = wait === undefined ? undefined : setTimeout(end, wait);
    signal.addEventListener('abort', end);
    void work.then(end);
  });
}
