import { parentPort } from 'node:worker_threads';
import { toAppError } from '#core/base/app-error.ts';
import { DOCUMENT_READERS } from './document-readers.ts';
import type { ReadAnswer, ReadRequest } from './thread-messages.ts';

/** The thread's end of reader-thread.ts: reads one file after the other. */
parentPort?.on('message', (request: ReadRequest) => {
  void read(request).then((answer) => {
    parentPort?.postMessage(answer);
  });
});

// PDF.js leaves promises of broken files behind that nobody waits for; the file itself has been answered.
process.on('unhandledRejection', () => undefined);

async function read({ kind, bytes, encoding }: ReadRequest): Promise<ReadAnswer> {
  try {
    const reader = DOCUMENT_READERS.find(({ kinds }) => kinds.includes(kind));
    if (reader === undefined) throw new Error(`no reader for ${kind}`);
    return { text: await reader.read(bytes, kind, encoding) };
  } catch (error) {
    return { error: toAppError(error) };
  }
}
