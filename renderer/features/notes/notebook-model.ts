import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { NotebookAnswer, NotebookQuery, NotebookRow } from '#core/ipc/calls/notebook-calls.ts';
import type { WindowState, WindowStore } from '#renderer/state/window/store.ts';
import type { WindowParts } from '#renderer/state/window/use-window.ts';

/** The list of notes as far as it has been read. */
export interface NotebookState {
  /** Null until the first answer, and where there is nothing to ask. */
  readonly answer: NotebookAnswer | null;
  /** What the answer is to. */
  readonly query: NotebookQuery | null;
  /** The lines that were read, by their place in the list. */
  readonly rows: ReadonlyMap<number, NotebookRow>;
  /** The chosen notes, by id. */
  readonly chosen: ReadonlySet<string>;
}

/** Lines that are read at once. */
const PAGE = 60;
/** Lines that are kept; those far from what is seen are let go. */
const MOST_ROWS = 3000;

const NOTHING: NotebookState = { answer: null, query: null, rows: new Map(), chosen: new Set() };

/** The list of notes of one window: asks the library, reads the lines that are seen, keeps what is chosen. */
export class NotebookModel {
  readonly state: StoreApi<NotebookState> = createStore<NotebookState>()(() => NOTHING);
  readonly #parts: WindowParts;
  #wanted = { from: 0, to: PAGE };
  #serial = 0;
  /** Where a range of chosen notes begins. */
  #from = 0;
  #asking = false;
  #stale = false;
  readonly #pages = new Set<number>();

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  /** Follows the window while the list is in the page; the answer ends that. */
  follow(): () => void {
    const { client, store } = this.#parts;
    const refresh = (): void => void this.refresh();
    const stops = [
      client.onNotesChanged(refresh),
      client.onLibraryChanged(refresh),
      store.subscribe((state, before) => {
        const isOther =
          (state.notebookView !== before.notebookView || state.currentReportId !== before.currentReportId) &&
          JSON.stringify(queryOf(state)) !== JSON.stringify(queryOf(before));
        if (isOther) this.choose(new Set());
        if (isOther || state.annotations !== before.annotations) refresh();
      }),
    ];
    refresh();
    return () => stops.forEach((stop) => stop());
  }

  /** Asks again; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    this.#stale = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#stale) {
      this.#stale = false;
      await this.#ask();
    }
    this.#asking = false;
  }

  /** Tells which lines are seen, so that they are read. */
  want(from: number, to: number): void {
    this.#wanted = { from, to };
    const { query, rows, answer } = this.state.getState();
    if (query === null || answer === null) return;
    const last = Math.min(to, answer.matching);
    for (let page = Math.floor(from / PAGE); page * PAGE < last; page += 1) {
      const begin = Math.max(from, page * PAGE);
      const end = Math.min(last, (page + 1) * PAGE);
      let missing = false;
      for (let index = begin; index < end && !missing; index += 1) missing = !rows.has(index);
      if (missing && !this.#pages.has(page)) void this.#read(query, page);
    }
  }

  /** Ids of the list from one place to another. */
  async idsOf(from: number, to: number): Promise<readonly string[]> {
    const { query } = this.state.getState();
    if (query === null || to <= from) return [];
    const answer = await this.#parts.client.notebookIds({ ...query, offset: from, limit: to - from });
    if (answer.ok) return answer.value;
    this.#parts.store.getState().tellError(answer.error);
    return [];
  }

  choose(chosen: ReadonlySet<string>): void {
    if (chosen.size + this.state.getState().chosen.size > 0) this.state.setState({ chosen });
  }

  /** Takes a note in or out; the next {@link chooseTo} begins at it. */
  toggle(id: string, index: number): void {
    const chosen = new Set(this.state.getState().chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.#from = index;
    this.state.setState({ chosen });
  }

  /** The next {@link chooseTo} begins here. */
  begin(index: number): void {
    this.#from = index;
    this.choose(new Set());
  }

  /** Chooses everything between where the choice began and an index, beside what was chosen before. */
  async chooseTo(index: number): Promise<void> {
    const [first, last] = [Math.min(this.#from, index), Math.max(this.#from, index)];
    const ids = await this.idsOf(first, last + 1);
    this.state.setState({ chosen: new Set([...this.state.getState().chosen, ...ids]) });
  }

  async #ask(): Promise<void> {
    const { client, store } = this.#parts;
    const query = queryOf(store.getState());
    if (query === null) return this.state.setState({ ...NOTHING, chosen: new Set() });
    const isSame = JSON.stringify(query) === JSON.stringify(this.state.getState().query);
    const offset = isSame ? Math.floor(this.#wanted.from / PAGE) * PAGE : 0;
    const limit = isSame ? Math.min(500, Math.ceil((this.#wanted.to - offset) / PAGE) * PAGE || PAGE) : PAGE;
    const [answer, lines] = await Promise.all([
      client.notebook(query),
      client.notebookRows({ ...query, offset, limit }),
    ]);
    if (!answer.ok || !lines.ok) {
      const failed = answer.ok ? lines : answer;
      if (!failed.ok) store.getState().tellError(failed.error);
      return;
    }
    this.#serial += 1;
    this.#pages.clear();
    const rows = new Map(lines.value.map((row, at) => [offset + at, row]));
    this.state.setState({ answer: answer.value, query, rows });
    this.want(this.#wanted.from, this.#wanted.to);
  }

  async #read(query: NotebookQuery, page: number): Promise<void> {
    const serial = this.#serial;
    this.#pages.add(page);
    const answer = await this.#parts.client.notebookRows({ ...query, offset: page * PAGE, limit: PAGE });
    if (serial !== this.#serial) return;
    this.#pages.delete(page);
    if (!answer.ok) return this.#parts.store.getState().tellError(answer.error);
    const { rows: known } = this.state.getState();
    const near = (index: number): boolean => Math.abs(index - this.#wanted.from) < MOST_ROWS / 3;
    const rows = new Map(known.size < MOST_ROWS ? known : [...known].filter(([index]) => near(index)));
    answer.value.forEach((row, at) => rows.set(page * PAGE + at, row));
    this.state.setState({ rows });
  }
}

/** What the window asks for; null where no report is open. */
function queryOf({ notebookView, currentReportId }: WindowState): NotebookQuery | null {
  const { everywhere, filter, sort } = notebookView;
  if (!everywhere && currentReportId === null) return null;
  const reportIds = everywhere ? filter.reportIds : [currentReportId ?? ''];
  return {
    filter: {
      text: filter.text.slice(0, 1000),
      codes: [...filter.codes],
      tags: [...filter.tags],
      states: [...filter.states],
      kinds: [...filter.kinds],
      reportIds: reportIds && [...reportIds],
    },
    sort,
  };
}

const models = new WeakMap<WindowStore, NotebookModel>();

/** The one list of a window. */
export function notebookModel(parts: WindowParts): NotebookModel {
  const known = models.get(parts.store);
  if (known !== undefined) return known;
  const made = new NotebookModel(parts);
  models.set(parts.store, made);
  return made;
}
