import type { Library, LibraryOptions } from '../library-types.ts';
import { answerCall } from './answer-call.ts';
import { KeptLibrary } from './kept-library.ts';
import type { ProcessCall, ProcessEvent } from './process-calls.ts';
import type { FromProcess, ProcessInit } from './process-messages.ts';
import { toProcessSchema } from './process-messages.ts';
import { recoverData, restoreData } from './replace-data.ts';

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

/** What the window asks first, and again when it tries anew. */
const LISTS: ReadonlySet<string> = new Set<ProcessCall>(['listReports', 'reportChanges', 'firstReports']);

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
 * Answers main's messages with a library. A library that does not open answers every call with its error, until a list of
 * reports is asked for once more. Damaged data are put together again, which the window is told. Packs are loaded behind
 * the first list of reports, so that the window's first paint does not wait for them.
 */
export function serveLibrary(port: ServedPort, options: ServeOptions): void {
  let kept: KeptLibrary | undefined;
  let dataDir = '';
  let isClosing = false;
  let packsAsked = false;
  let packsTimer: NodeJS.Timeout | undefined;
  const tell = (event: ProcessEvent) => {
    port.send(event);
  };

  const loadPacks = async (again = false) => {
    clearTimeout(packsTimer);
    if (packsAsked && !again) return;
    packsAsked = true;
    try {
      await (await kept?.library())?.loadPacks();
    } catch {
      tell({ event: 'packsState', payload: { state: 'failed' } });
    }
  };

  /** The window has what was there before. */
  const tellReopened = (library: Library) => {
    if (isClosing) return;
    if (packsAsked) void loadPacks(true);
    tell({ event: 'libraryChanged', payload: {} });
    const reportIds = library.listReports({}) as readonly { readonly reportId: string }[];
    tell({ event: 'notesChanged', payload: { reportIds: reportIds.map(({ reportId }) => reportId) } });
  };

  const answer = async (library: KeptLibrary, id: number, call: string, request: unknown) => {
    if (LISTS.has(call)) library.retry();
    if (NEEDS_PACKS.has(call)) void loadPacks();
    port.send({ id, result: await answerCall({ kept: library, restore }, call, request, tell) });
    if (LISTS.has(call) && !packsAsked) {
      clearTimeout(packsTimer);
      packsTimer = setTimeout(() => void loadPacks(), PACKS_DELAY);
    }
  };

  const restore = async (library: KeptLibrary, name: string) => {
    const notice = await library.without(() => restoreData(dataDir, name, options.now()));
    tell({ event: 'libraryNotice', payload: notice });
    tell({ event: 'libraryReplaced', payload: {} });
  };

  const close = async () => {
    clearTimeout(packsTimer);
    packsAsked = true;
    isClosing = true;
    try {
      await kept?.close();
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
      ({ dataDir } = message.data.init);
      kept ??= keep(message.data.init, options, tell, tellReopened);
    } else if ('close' in message.data) {
      void close();
    } else if (kept !== undefined) {
      void answer(kept, message.data.id, message.data.call, message.data.request);
    }
  });
}

/** Opens the library of a data folder. */
function keep(
  init: ProcessInit,
  options: ServeOptions,
  tell: (event: ProcessEvent) => void,
  onReopened: (library: Library) => void,
): KeptLibrary {
  return new KeptLibrary({
    dataDir: init.dataDir,
    open: async () => {
      const library = await options.openLibrary({
        ...init,
        now: options.now,
        actor: 'window',
        // The payload belongs to the name; TypeScript loses the pair when it is taken apart.
        onEvent: ({ name, payload }) => {
          tell({ event: name, payload } as ProcessEvent);
        },
      });
      if (library.mode === 'newer') tell({ event: 'libraryNotice', payload: { kind: 'newer' } });
      return library;
    },
    recover: () => recoverData(init.dataDir, options.now()),
    onNotice: (payload) => {
      tell({ event: 'libraryNotice', payload });
    },
    onReopened,
  });
}
