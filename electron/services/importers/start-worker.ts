import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { WorkerStart } from './worker-messages.ts';

const MOST_HEAP_MEGABYTES = 2_048;

/** Starts a thread of import.worker.ts, from its bundle or, in tests, from its source. */
export function startImportWorker(start: WorkerStart): Worker {
  const options = {
    workerData: start,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  } satisfies WorkerOptions;
  // The bundle lies in a folder, its chunks in one below.
  for (const beside of ['import.worker.cjs', '../import.worker.cjs']) {
    const file = path.join(import.meta.dirname, beside);
    if (existsSync(file)) return new Worker(file, options);
  }
  // Node 20 runs no TypeScript in a thread before a loader is registered in it.
  const [loader, source] = [import.meta.resolve('tsx/esm/api'), import.meta.resolve('./import.worker.ts')];
  const code = `import('${loader}').then(({ register }) => { register(); return import('${source}'); });`;
  return new Worker(code, { ...options, eval: true });
}
