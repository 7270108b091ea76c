import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds without work after which V8 gives back the space in which it has made new objects, at the next collection. */
const REST = 9_000;

/** Megabytes (10⁶ bytes) of the whole process, without what can be given back; the engine needs `--expose-gc`. */
export async function settledMemory(): Promise<number> {
  globalThis.gc?.();
  await wait(REST);
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
