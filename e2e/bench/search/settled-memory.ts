import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds without work after which V8 gives back the space in which it has made new objects, at the next collection. */
const REST = 9_000;
/** Milliseconds in which a thread of V8's gives it back. */
const GIVING = 1_000;
const STATUS = '/proc/self/status';

/** Megabytes (10⁶ bytes) of the whole process, without what can be given back; the engine needs `--expose-gc`. */
export async function settledMemory(): Promise<number> {
  globalThis.gc?.();
  await wait(REST);
  globalThis.gc?.();
  await wait(GIVING);
  return ownBytes() / 1e6;
}

/** Linux takes pages of the program's file away and brings them back as it likes, and counts them as the process's. */
function ownBytes(): number {
  const anonymous = existsSync(STATUS) ? /^RssAnon:\s+(\d+) kB$/mu.exec(readFileSync(STATUS, 'utf8')) : null;
  return anonymous === null ? process.memoryUsage().rss : Number(anonymous[1]) * 1024;
}
