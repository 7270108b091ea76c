/** The work under way, by the names that the window gives it. */
export class ConcordanceJobs {
  readonly #running = new Map<string, { readonly kind: 'open' | 'text'; readonly abort: AbortController }>();
  readonly #closing: AbortSignal;

  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  /** Does work that can be cancelled. What is opened ends the opening before it: the window shows one concordance. */
  async run<T>(job: string, kind: 'open' | 'text', work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (const [name, other] of this.#running) {
      if (name === job || (kind === 'open' && other.kind === kind)) other.abort.abort();
    }
    const mine = { kind, abort: new AbortController() };
    this.#running.set(job, mine);
    try {
      return await work(AbortSignal.any([mine.abort.signal, this.#closing]));
    } finally {
      if (this.#running.get(job) === mine) this.#running.delete(job);
    }
  }

  cancel(job: string): void {
    this.#running.get(job)?.abort.abort();
  }
}
