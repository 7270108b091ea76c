import type { SearchService } from './search-types.ts';

/** Makes reports searchable behind other work, so that the next search need not. */
export interface BackgroundIndexing {
  /** Reports came or changed. */
  wake(): void;
  close(): Promise<void>;
}

/** @param delay milliseconds from the first wake until work begins; what comes in between is done with it */
export function createBackgroundIndexing(
  search: Pick<SearchService, 'prepare'>,
  delay: number,
): BackgroundIndexing {
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  const run = (): void => {
    timer = undefined;
    isWanted = false;
    running = search
      .prepare(closing.signal)
      // Whoever searches next meets the same failure and is told; here it would only end the process.
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
        if (isWanted) schedule();
      });
  };
  const schedule = (): void => {
    if (closing.signal.aborted || timer !== undefined) return;
    timer = setTimeout(run, delay);
    timer.unref();
  };
  return {
    wake: () => {
      isWanted = true;
      if (running === undefined) schedule();
    },
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
