import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppError } from '#core/base/app-error.ts';
import type {
  ConcordanceHead,
  ConcordanceRow,
  ConcordanceTextWish,
  ConcordanceWish,
} from '#core/ipc/calls/concordance-calls.ts';
import type { ConcordanceGrouping } from '#core/search/concordance.ts';
import { lateMessagesOf } from '#renderer/i18n/late-catalogue.ts';
import { ConcordancePages } from './concordance-pages.ts';
import { searchModel } from './search-model.ts';
import { useWindowParts } from '../window/use-window.ts';
import type { WindowParts } from '../window/use-window.ts';

/** The one group that is shown. */
export interface OnlyGroup {
  readonly by: ConcordanceGrouping;
  readonly key: string;
  /** As it is shown; empty for what is not known. */
  readonly name: string;
}

export interface ConcordanceState {
  readonly status: 'idle' | 'opening' | 'done' | 'failed';
  readonly head: ConcordanceHead | null;
  readonly error: AppError | null;
  /** Reports gone through while the places are put in order. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly only: OnlyGroup | null;
  /** Number of the line that the keys are on; null before they were used. */
  readonly active: number | null;
  /** Grows with each page of lines that has come. */
  readonly pages: number;
}

const IDLE: ConcordanceState = {
  ...{ status: 'idle', head: null, error: null, progress: null, only: null, active: null, pages: 0 },
};

const models = new WeakMap<WindowParts['store'], ConcordanceModel>();

/** The one concordance of a window. */
function concordanceModel(parts: WindowParts): ConcordanceModel {
  const known = models.get(parts.store);
  if (known !== undefined) return known;
  const made = new ConcordanceModel(parts);
  models.set(parts.store, made);
  return made;
}

export function useConcordanceModel(): ConcordanceModel {
  return concordanceModel(useWindowParts());
}

export function useConcordance<T>(selector: (state: ConcordanceState) => T): T {
  return useStore(useConcordanceModel().state, selector);
}

type Wish = Omit<ConcordanceWish, 'job'>;

/** What is open or being opened. */
interface Opened {
  readonly wish: Wish;
  readonly context: number;
  readonly packsState: string;
}

export class ConcordanceModel {
  readonly state = createStore<ConcordanceState>()(() => IDLE);
  readonly #parts: WindowParts;
  #pages = new ConcordancePages(
    () => Promise.resolve([]),
    () => undefined,
  );
  #opened: Opened | null = null;
  #jobs = 0;
  /** Pixels from the top of the list, for when it is shown again. */
  #scrollTop = 0;

  constructor(parts: WindowParts) {
    this.#parts = parts;
    parts.client.onConcordanceProgress(({ job, done, total }) => {
      if (job === jobName(this.#jobs)) this.state.setState({ progress: { done, total } });
    });
    // What is typed on ends the work for what was typed before.
    searchModel(parts).state.subscribe((now, before) => {
      const query = now.query.trim();
      if (query === before.query.trim() || query === this.#opened?.wish.query) return;
      this.#stop();
      this.#opened = null;
      this.#scrollTop = 0;
      this.state.setState({ ...IDLE, pages: this.state.getState().pages });
    });
  }

  /** Opens the concordance of the search as the settings and the chosen group want it; nothing when it is open. */
  open(): void {
    const wish = this.#wishNow();
    if (wish.query === '') return;
    const { settings, packsState } = this.#parts.store.getState();
    const last = this.#opened;
    const isSame = last === null || isEqual({ ...last.wish, script: wish.script }, wish);
    const isOpen = last !== null && isEqual(last.wish, wish) && last.packsState === packsState;
    const context = settings.concordanceContext;
    this.#opened = { wish, context, packsState };
    const { head } = this.state.getState();
    if (isOpen) {
      if (last.context !== context && head !== null) this.#showLines(head, this.#pages);
      return;
    }
    if (!isSame) {
      this.#scrollTop = 0;
      this.state.setState({ active: null });
    }
    void this.#run(wish, isSame);
  }

  line(number: number): ConcordanceRow | undefined {
    return this.#pages.line(number);
  }

  /** Asks for the lines in sight. */
  want(first: number, last: number): void {
    this.#pages.want(first, last);
  }

  showOnly(only: OnlyGroup | null): void {
    this.state.setState({ only, active: null });
    this.#scrollTop = 0;
    this.#parts.store.getState().changeSettings({ searchView: 'concordance' });
    this.open();
  }

  setActive(active: number): void {
    this.state.setState({ active });
  }

  scrollTop(): number {
    return this.#scrollTop;
  }

  noteScroll(pixels: number): void {
    this.#scrollTop = pixels;
  }

  /** Shows the place of a line in the reader. */
  async openLine(number: number): Promise<void> {
    const row = this.#pages.line(number);
    if (row === undefined) return;
    this.setActive(number);
    const { reportId, index, start, end } = row;
    const isShown = await searchModel(this.#parts).openPlace({ reportId, index });
    if (!isShown) this.#parts.store.getState().openReport(reportId, { start, end, flash: true });
  }

  async copy(format: ConcordanceTextWish['format']): Promise<void> {
    const { client, store } = this.#parts;
    const answer = await client.copyConcordance(this.#textWish(format));
    const { tell, tellError } = store.getState();
    if (!answer.ok) return tellError(answer.error);
    const count = answer.value.lines;
    tell({ tone: 'good', text: ({ locale }) => lateMessagesOf(locale).concordance.copied({ count }) });
  }

  async save(format: ConcordanceTextWish['format']): Promise<void> {
    const { client, store } = this.#parts;
    const answer = await client.saveConcordanceWithDialog(this.#textWish(format));
    const { tell, tellError } = store.getState();
    if (!answer.ok) return tellError(answer.error);
    const path = answer.value?.path;
    if (path === undefined) return;
    tell({ tone: 'good', text: ({ locale }) => lateMessagesOf(locale).concordance.saved({ path }) });
  }

  #wishNow(): Wish {
    const { readingScript, concordanceOrder, concordanceGrouping } = this.#parts.store.getState().settings;
    const { only } = this.state.getState();
    return {
      query: searchModel(this.#parts).state.getState().answer?.query ?? '',
      script: readingScript,
      order: concordanceOrder,
      grouping: concordanceGrouping,
      only: only === null ? null : { by: only.by, key: only.key },
    };
  }

  #textWish(format: ConcordanceTextWish['format']): ConcordanceTextWish {
    const context = this.#parts.store.getState().settings.concordanceContext;
    return { ...this.#wishNow(), job: `text ${jobName(this.#jobs)}`, context, format };
  }

  /** Ends the work under way; what it answers is dropped. */
  #stop(): void {
    if (this.state.getState().status === 'opening') {
      void this.#parts.client.cancelConcordance({ job: jobName(this.#jobs) });
    }
    this.#jobs += 1;
  }

  async #run(wish: Wish, isSame: boolean): Promise<void> {
    this.#stop();
    const mine = this.#jobs;
    // The lines that are shown stay until the others come.
    this.state.setState({ status: 'opening', error: null, progress: null });
    const answer = await this.#parts.client.openConcordance({ ...wish, job: jobName(mine) });
    if (mine !== this.#jobs) return;
    if (answer.ok) return this.#showLines(answer.value, isSame ? this.#pages : undefined);
    this.#opened = null;
    this.state.setState({ status: 'failed', error: answer.error, head: null, progress: null });
  }

  #showLines(head: ConcordanceHead, earlier?: ConcordancePages): void {
    const { client, store } = this.#parts;
    const { readingScript: script, concordanceContext: context } = store.getState().settings;
    this.#pages.end();
    this.#pages = new ConcordancePages(
      async (from, count) => {
        const answer = await client.concordanceLines({ id: head.id, script, context, from, count });
        if (!answer.ok) store.getState().tellError(answer.error);
        return answer.ok ? answer.value : [];
      },
      (isKept) => {
        if (isKept) return this.state.setState({ pages: this.state.getState().pages + 1 });
        // A report has changed, or others were opened since: the same once more, at the same place.
        this.#opened = null;
        this.open();
      },
      earlier,
    );
    const pages = this.state.getState().pages + 1;
    this.state.setState({ status: 'done', head, error: null, progress: null, pages });
  }
}

function jobName(number: number): string {
  return `concordance ${number}`;
}

function isEqual(a: Wish, b: Wish): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
