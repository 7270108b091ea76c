import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '#core/base/app-error.ts';
import { prepareFile, type PreparedReport, type PrepareOptions } from './prepare-report.ts';
import type { FromWorker, PrepareAnswer, PrepareRequest, WorkerStart } from './worker-messages.ts';

/** A worker's end of worker-pool.ts: prepares one file after the other, in the order that they come. */
const { known: hashes, yields } = workerData as WorkerStart;
const known = new Set(hashes);
const OPTIONS: PrepareOptions = { isKnown: (hash) => known.has(hash), indexable: true };
let turn: Promise<void> = Promise.resolve();

// Where a priority is a thread's. Elsewhere it is the whole process's, which writes and answers, too.
if (yields && process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on('message', ({ path }: PrepareRequest) => {
  turn = turn.then(async () => {
    const answer = await answerTo(path);
    post(answer, 'prepared' in answer ? bytesToMove(answer.prepared) : []);
  });
});
post({ ready: true }, []);

async function answerTo(path: string): Promise<PrepareAnswer> {
  try {
    return { prepared: await prepareFile(path, OPTIONS) };
  } catch (error) {
    return { error: toAppError(error) };
  }
}

function post(message: FromWorker, move: readonly ArrayBuffer[]): void {
  parentPort?.postMessage(message, move);
}

/** The file itself is handed over, not copied, where its bytes have a buffer of their own. */
function bytesToMove(prepared: PreparedReport): readonly ArrayBuffer[] {
  if (prepared.kind === 'known') return [];
  const { buffer, byteLength } = prepared.report.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
