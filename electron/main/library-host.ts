import type { UtilityProcess } from 'electron';
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
  readonly close: () => Promise<void>;
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
    close: async () => {
      closing = true;
      if (running.ended) return;
      const timeout = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_TIME).unref());
      await Promise.race([running.client.close(), timeout]);
      running.process.kill();
    },
  };
}
