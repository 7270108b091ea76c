import type { UtilityProcess } from 'electron';
import type { ListOrder } from '#core/ipc/calls/first-reports.ts';
import type { Result } from '#core/base/result.ts';
import { createLibraryClient, type LibraryClient } from '#services/process/library-client.ts';
import type {
  ProcessCall,
  ProcessEvent,
  ProcessRequest,
  ProcessResponse,
} from '#services/process/process-calls.ts';
import type { ProcessInit } from '#services/process/process-messages.ts';
import { forkLibrary } from './fork-library.ts';

/** Milliseconds that the library process is given to close its files before it is ended. */
const CLOSE_TIME = 5_000;
/** A process that dies again and again is not started for ever: at most this often a minute. */
const STARTS_A_MINUTE = 3;

export interface LibraryHost {
  readonly call: <C extends ProcessCall>(
    name: C,
    request: ProcessRequest<C>,
  ) => Promise<Result<ProcessResponse<C>>>;
  /** `order`: of the list of reports, whose first rows are kept for the next start. */
  readonly close: (order: ListOrder) => Promise<void>;
}

interface Running {
  readonly process: UtilityProcess;
  readonly client: LibraryClient;
  ended: boolean;
}

/**
 * Keeps the utility process that owns the data. When it dies, the calls under way answer `internal` and the next call starts
 * it anew: the store has everything that was acknowledged. `first` is the process that was forked from `entry` already.
 */
export function startLibraryHost(
  entry: string,
  first: UtilityProcess,
  init: ProcessInit,
  onEvent: (event: ProcessEvent) => void,
): LibraryHost {
  let starts: number[] = [];
  let closing = false;
  let running = start(first);

  function start(process: UtilityProcess): Running {
    starts = [...starts.filter((time) => time > Date.now() - 60_000), Date.now()];
    const client = createLibraryClient(process);
    const started: Running = { process, client, ended: false };
    process.on('exit', () => {
      started.ended = true;
    });
    client.onEvent(onEvent);
    client.start(init);
    return started;
  }

  return {
    call: (name, request) => {
      if (running.ended && !closing && starts.length < STARTS_A_MINUTE) running = start(forkLibrary(entry));
      return running.client.call(name, request);
    },
    close: async (order) => {
      closing = true;
      if (running.ended) return;
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_TIME).unref());
      // Without the rows the next start is slower, and nothing is lost.
      const closed = running.client.call('keepList', order).then(() => running.client.close());
      await Promise.race([closed, timeout]);
      running.process.kill();
    },
  };
}
