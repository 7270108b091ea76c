import type { LibraryOptions } from '../library-types.ts';
import type { BulkWatch } from './bulk-steps.ts';

/** Milliseconds between two tellings of how far an action is. */
const TELLING = 100;

export interface BulkJobs {
  /** Does an action; `job` names it for who follows or cancels it. Actions on many notes are done one after another. */
  readonly run: <T>(job: string | undefined, work: (watch: BulkWatch) => Promise<T>) => Promise<T>;
  readonly cancel: (job: string) => void;
}

/** Actions on many notes that are under way. */
export function bulkJobs(onEvent: LibraryOptions['onEvent']): BulkJobs {
  const underWay = new Map<string, AbortController>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (job, work) => {
      const controller = new AbortController();
      if (job !== undefined) underWay.set(job, controller);
      let toldAt = 0;
      const onProgress = (done: number, total: number): void => {
        const time = performance.now();
        if (job === undefined || (time - toldAt < TELLING && done < total)) return;
        toldAt = time;
        onEvent({ name: 'notesProgress', payload: { job, done, total } });
      };
      const running = last
        .then(() => work({ onProgress, signal: controller.signal }))
        .finally(() => {
          if (job !== undefined && underWay.get(job) === controller) underWay.delete(job);
        });
      last = running.catch(() => undefined);
      return running;
    },
    cancel: (job) => underWay.get(job)?.abort(),
  };
}
