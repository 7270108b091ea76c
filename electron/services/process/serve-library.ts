import type { Library, LibraryOptions } from '../library-types.ts';
import { answerCall } from './answer-call.ts';
import type { ProcessCall, ProcessEvent } from './process-calls.ts';
import type { FromProcess, ProcessInit } from './process-messages.ts';
import { toProcessSchema } from './process-messages.ts';

/** The end of a channel to main. */
export interface ServedPort {
  readonly send: (message: FromProcess) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

export interface ServeOptions {
  readonly openLibrary: (options: LibraryOptions) => Promise<Library>;
  readonly now: () => number;
  /** Called when main asked to close and everything is on the disk. */
  readonly onClosed: () => void;
}

/** Milliseconds between the first list of reports and the loading of packs: the window paints in between. */
const PACKS_DELAY = 400;

/** Calls whose answers depend on packs: they do not wait for the delay. */
const NEEDS_PACKS: ReadonlySet<string> = new Set<ProcessCall>([
  'openReport',
  'search',
  'searchInReport',
  'openConcordance',
  'searchTrend',
  'listPacks',
  'importPaths',
]);

/**
 * Answers main's messages with a library. A library that does not open answers every call with its error. Packs are loaded
 * behind the first list of reports, so that the window's first paint does not wait for them.
 */
export function serveLibrary(port: ServedPort, options: ServeOptions): void {
  let opening: Promise<Library> | undefined;
  let packsAsked = false;
  let packsTimer: NodeJS.Timeout | undefined;
  const tell = (event: ProcessEvent) => {
    port.send(event);
  };

  const begin = (init: ProcessInit) => {
    opening = options.openLibrary({
      ...init,
      now: options.now,
      actor: 'window',
      // The payload belongs to the name; TypeScript loses the pair when it is taken apart.
      onEvent: ({ name, payload }) => {
        tell({ event: name, payload } as ProcessEvent);
      },
    });
    // Every call answers with the failure; unheard, it would end the process.
    opening.catch(() => undefined);
  };

  const open = () => opening ?? Promise.reject(new Error('the library was called before it was opened'));

  const loadPacks = async () => {
    clearTimeout(packsTimer);
    if (packsAsked) return;
    packsAsked = true;
    try {
      await (await open()).loadPacks();
    } catch {
      tell({ event: 'packsState', payload: { state: 'failed' } });
    }
  };

  const answer = async (id: number, call: string, request: unknown) => {
    if (NEEDS_PACKS.has(call)) void loadPacks();
    port.send({ id, result: await answerCall(open, call, request, tell) });
    if (call === 'listReports' && !packsAsked) {
      clearTimeout(packsTimer);
      packsTimer = setTimeout(() => void loadPacks(), PACKS_DELAY);
    }
  };

  const close = async () => {
    clearTimeout(packsTimer);
    packsAsked = true;
    try {
      await (await opening)?.close();
    } catch {
      // Nothing is left to be done with a library that cannot even close.
    }
    port.send({ closed: true });
    options.onClosed();
  };

  port.onMessage((data) => {
    const message = toProcessSchema.safeParse(data);
    if (!message.success) return;
    if ('init' in message.data) {
      if (opening === undefined) begin(message.data.init);
    } else if ('close' in message.data) {
      void close();
    } else {
      void answer(message.data.id, message.data.call, message.data.request);
    }
  });
}
