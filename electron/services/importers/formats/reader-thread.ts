import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { ZhupiError } from '#core/base/app-error.ts';
import type { Encoding } from '#core/report/encoding.ts';
import type { ImportedText } from '../importer.ts';
import type { ReadAnswer, ReadRequest } from './thread-messages.ts';

/** What takes longer is given up. */
const MOST_MILLISECONDS = 30_000;
const MOST_HEAP_MEGABYTES = 2_048;

let thread: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread of its own, one after the other, so that neither a parser that fails nor one that never ends touches
 * this process. The thread starts with the first file and does not keep the process alive.
 * @throws ZhupiError of the reader; `file-too-complex` when time or memory run out; `file-damaged` when the thread dies of the file
 */
export function readInThread(kind: string, bytes: Uint8Array, encoding?: Encoding): Promise<ImportedText> {
  const turn = queue.then(() => readNext({ kind, bytes, encoding }));
  queue = turn.catch(() => undefined);
  return turn;
}

async function readNext(request: ReadRequest): Promise<ImportedText> {
  thread ??= startThread();
  const answer = await ask(thread, request);
  if ('text' in answer) return answer.text;
  throw new ZhupiError(answer.error.code, answer.error.params);
}

function ask(worker: Worker, request: ReadRequest): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      end();
    };
    const giveUp = (error: ZhupiError): void => {
      thread = undefined;
      void worker.terminate();
      settle(() => {
        reject(error);
      });
    };
    const onMessage = (answer: ReadAnswer): void => {
      settle(() => {
        resolve(answer);
      });
    };
    const onError = (cause: unknown): void => {
      const isMemory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      giveUp(new ZhupiError(isMemory ? 'file-too-complex' : 'file-damaged', {}, { cause }));
    };
    const onExit = (): void => {
      giveUp(new ZhupiError('file-damaged'));
    };
    const timer = setTimeout(() => {
      giveUp(new ZhupiError('file-too-complex'));
    }, MOST_MILLISECONDS);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(request);
  });
}

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES };
  // The bundle lies in a folder, its chunks in one below.
  for (const beside of ['document.worker.cjs', '../document.worker.cjs']) {
    const file = path.join(import.meta.dirname, beside);
    if (existsSync(file)) return new Worker(file, { resourceLimits, execArgv: [] });
  }
  return startFromSource(resourceLimits);
}

/** Node 20 runs no TypeScript in a thread before a loader is registered in it. */
function startFromSource(resourceLimits: ResourceLimits): Worker {
  const [loader, source] = [import.meta.resolve('tsx/esm/api'), import.meta.resolve('./document.worker.ts')];
  const code = `import('${loader}').then(({ register }) => { register(); return import('${source}'); });`;
  return new Worker(code, { eval: true, resourceLimits, execArgv: [] });
}
