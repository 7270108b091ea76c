import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import type { Library } from '../library-types.ts';
import { isDatabaseProblem } from '../store/check-store.ts';

export interface KeptLibraryOptions {
  /** Absolute. */
  readonly dataDir: string;
  readonly open: () => Promise<Library>;
  /** Puts damaged data together again while nobody has them open; answers what the user must read. */
  readonly recover: () => Promise<LibraryNotice>;
  readonly onNotice: (notice: LibraryNotice) => void;
  /** Called when the library was opened once more. */
  readonly onReopened: (library: Library) => void;
}

/** A disk that damages everything that is written to it must not be written to for ever. */
const MOST_RECOVERIES = 3;

/** One library for all calls, opened at once, and closed and opened again when its files are to be replaced. */
export class KeptLibrary {
  readonly #options: KeptLibraryOptions;
  readonly #database: string;
  #opening: Promise<Library>;
  #failed: Promise<Library> | undefined;
  #recoveries = 0;
  /** Calls under way that closing the library would break. */
  #inUse = 0;
  #whenIdle: (() => void) | undefined;

  constructor(options: KeptLibraryOptions) {
    this.#options = options;
    this.#database = path.join(options.dataDir, 'zhupi.db');
    this.#opening = this.#watched(this.#openWhole());
  }

  /** Throws what opening threw. */
  library(): Promise<Library> {
    return this.#opening;
  }

  /** Opens a library anew that did not open. */
  retry(): void {
    if (this.#failed === this.#opening) this.#opening = this.#watched(this.#openWhole());
  }

  /**
   * Does work with the library. Data that show themselves damaged are put together again first, and the work is done once
   * more. `mayBeCut` is for work that closing the library ends by itself.
   */
  async use<T>(work: (library: Library) => T | Promise<T>, mayBeCut = false): Promise<T> {
    for (;;) {
      const used = this.#opening;
      const library = await used;
      // It may have been closed while this call waited for its turn.
      if (used !== this.#opening) continue;
      this.#inUse += mayBeCut ? 0 : 1;
      try {
        return await work(library);
      } catch (thrown) {
        if (!this.#canBeMended(thrown) && !(await this.#hidesDamage(thrown, library))) throw thrown;
      } finally {
        this.#inUse -= mayBeCut ? 0 : 1;
        if (this.#inUse === 0) this.#whenIdle?.();
      }
      await this.#recoverOnce(used);
    }
  }

  /** Closes the library when the calls under way have ended, does the work, and opens it again whatever the work threw. */
  async without<T>(work: () => Promise<T>): Promise<T> {
    const worked = this.#replace(work);
    const reopened = this.#opening;
    try {
      return await worked;
    } finally {
      await reopened.catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    const library = await this.#opening.catch(() => undefined);
    await library?.close();
  }

  async #openWhole(): Promise<Library> {
    try {
      return await this.#options.open();
    } catch (thrown) {
      if (!this.#canBeMended(thrown)) throw thrown;
      await this.#recover();
      return this.#options.open();
    }
  }

  #watched(opening: Promise<Library>): Promise<Library> {
    opening.then(
      // What is found behind the work: by the check after a crash, or by the check of a backup.
      (library) => {
        library.damaged.then(() => this.#recoverOnce(opening)).catch(() => undefined);
      },
      // Unheard, it would end the process; every call answers with the failure.
      () => {
        this.#failed = opening;
      },
    );
    return opening;
  }

  #canBeMended(thrown: unknown): boolean {
    return (
      thrown instanceof ZhupiError &&
      thrown.code === 'store-damaged' &&
      thrown.params['path'] === this.#database &&
      this.#recoveries < MOST_RECOVERIES
    );
  }

  /** What cannot be read back as it was written shows itself as a failure of the program; a check tells. */
  async #hidesDamage(thrown: unknown, library: Library): Promise<boolean> {
    const isUnexpected = thrown instanceof TypeError || thrown instanceof SyntaxError;
    if (!isUnexpected || this.#recoveries >= MOST_RECOVERIES) return false;
    const { problems } = await library.check();
    return problems.some(isDatabaseProblem);
  }

  async #recover(): Promise<void> {
    const notice = await this.#options.recover();
    this.#recoveries += 1;
    this.#options.onNotice(notice);
  }

  /** Of several calls that meet the same damage one sees to it; the others wait for the library that follows. */
  async #recoverOnce(damaged: Promise<Library>): Promise<void> {
    if (this.#opening === damaged) await this.#replace(() => this.#recover());
  }

  async #replace<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#opening;
    const worked = (async () => {
      if (this.#inUse > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
      const library = await before.catch(() => undefined);
      await library?.close();
      return work();
    })();
    const reopened = worked
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => this.#openWhole());
    this.#opening = this.#watched(reopened);
    reopened.then(this.#options.onReopened, () => undefined);
    return worked;
  }
}
