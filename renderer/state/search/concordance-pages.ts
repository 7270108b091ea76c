import type { ConcordanceRow } from '#core/ipc/calls/concordance-calls.ts';

/** Lines that are asked for at once. */
export const PAGE_LINES = 50;
/** Pages that are kept: about a thousand screens are more than a person scrolls back. */
const MOST_PAGES = 80;

type LoadPage = (from: number, count: number) => Promise<readonly ConcordanceRow[] | null>;

/**
 * The lines of one concordance that have been asked for. Only what is in sight is asked for, one page after the other, so
 * that scrolling far leaves no backlog.
 */
export class ConcordancePages {
  readonly #pages = new Map<number, readonly ConcordanceRow[]>();
  readonly #load: LoadPage;
  readonly #onPage: (isKept: boolean) => void;
  readonly #earlier: ConcordancePages | undefined;
  #wanted: readonly [first: number, last: number] = [0, -1];
  #loading = false;
  #ended = false;

  /**
   * @param onPage told when lines have come; `false` when the service keeps the concordance no more
   * @param earlier the same lines in another script or width, which stand until these have come
   */
  constructor(load: LoadPage, onPage: (isKept: boolean) => void, earlier?: ConcordancePages) {
    this.#earlier = earlier;
    this.#load = load;
    this.#onPage = onPage;
  }

  /** Undefined while it has not come. */
  line(number: number): ConcordanceRow | undefined {
    return this.#own(number) ?? (this.#earlier === undefined ? undefined : this.#earlier.#own(number));
  }

  #own(number: number): ConcordanceRow | undefined {
    return this.#pages.get(Math.floor(number / PAGE_LINES))?.[number % PAGE_LINES];
  }

  /** Asks for the lines in sight, from the first to the last. */
  want(first: number, last: number): void {
    this.#wanted = [Math.floor(first / PAGE_LINES), Math.floor(last / PAGE_LINES)];
    if (!this.#loading) void this.#loadWanted();
  }

  /** Lines that come later are dropped. */
  end(): void {
    this.#ended = true;
  }

  async #loadWanted(): Promise<void> {
    this.#loading = true;
    for (let page = this.#missing(); page !== null && !this.#ended; page = this.#missing()) {
      const lines = await this.#load(page * PAGE_LINES, PAGE_LINES);
      if (this.#ended) break;
      if (lines === null) {
        this.#ended = true;
        this.#onPage(false);
        break;
      }
      this.#pages.set(page, lines);
      this.#forgetFarPages();
      this.#onPage(true);
    }
    this.#loading = false;
  }

  #missing(): number | null {
    const [first, last] = this.#wanted;
    for (let page = first; page <= last; page += 1) if (!this.#pages.has(page)) return page;
    return null;
  }

  #forgetFarPages(): void {
    const [first, last] = this.#wanted;
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) return;
      if (page < first || page > last) this.#pages.delete(page);
    }
  }
}
