import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { SearchRun } from './search-run.ts';

/** A search that goes on behind its answers until it is complete, or until the same job asks for something else. */
interface Session {
  readonly run: SearchRun;
  /** Rejects with what the search threw; `cancelled` when it was stopped. */
  readonly done: Promise<void>;
  readonly controller: AbortController;
}

/** Milliseconds after which a job gets what has been found so far. */
const PATIENCE = 150;

/** The searches of windows by their jobs (a search box, say), each with at most one under way. */
export class SearchSessions {
  readonly #sessions = new Map<string, Session>();

  /**
   * The search of a job, its last one where that is the same. Ends when it is complete, or after a moment. Without a job it
   * ends when it is complete. Throws what the search throws, `cancelled` among it.
   */
  async ask(
    job: string | undefined,
    isSame: (run: SearchRun) => boolean,
    begin: () => SearchRun,
  ): Promise<SearchRun> {
    if (job === undefined) {
      const run = begin();
      await finish(run, new AbortController().signal);
      return run;
    }
    const known = this.#sessions.get(job);
    const session = known !== undefined && isSame(known.run) ? known : this.#begin(job, begin);
    await Promise.race([session.done, pause(PATIENCE, undefined, { ref: false })]);
    return session.run;
  }

  /** Throws `cancelled` when the job has asked for something else since. */
  requireCurrent(job: string | undefined, run: SearchRun): void {
    if (job !== undefined && this.#sessions.get(job)?.run !== run) throw new ZhupiError('cancelled');
  }

  cancel(job: string): void {
    this.#sessions.get(job)?.controller.abort();
    this.#sessions.delete(job);
  }

  close(): void {
    for (const job of [...this.#sessions.keys()]) this.cancel(job);
  }

  #begin(job: string, begin: () => SearchRun): Session {
    this.cancel(job);
    const run = begin();
    const controller = new AbortController();
    const done = finish(run, controller.signal);
    const session = { run, done, controller };
    this.#sessions.set(job, session);
    // It may fail between two questions; the next one is told, or begins anew.
    done.catch(() => undefined);
    return session;
  }
}

async function finish(run: SearchRun, signal: AbortSignal): Promise<void> {
  for (const _stop of run.work()) {
    await nextTurn();
    if (signal.aborted) throw new ZhupiError('cancelled');
  }
}
