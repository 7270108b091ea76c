import type { SourceScript, ViewScript } from '#core/report/script.ts';
import type { DoubtfulSpot } from '#core/script/index.ts';
import type { ReportView } from '#renderer/dom/report-view.ts';
import type { ViewPiece } from '#renderer/dom/view-piece.ts';
import type { ScriptTables } from '#renderer/state/report/script-rules.ts';
import type { ViewAnswer, ViewRequest } from './view-protocol.ts';

/** The part of a Worker that the reader uses. */
export interface ViewWorker {
  postMessage(request: ViewRequest): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ViewAnswer>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
}

export interface ViewListener {
  readonly onPiece: (index: number, piece: ViewPiece) => void;
  readonly onDone: () => void;
  readonly onFailed: (message: string) => void;
}

/** How a report is to be shown. */
export interface AskedView {
  readonly view: ViewScript;
  /** Whether quotation marks follow the view. */
  readonly punctuation: boolean;
  readonly tables: ScriptTables;
}

/** Asks the worker for views; of several demands only the last is answered. */
export class ViewClient {
  readonly #start: () => ViewWorker;
  #worker: ViewWorker | null = null;
  #opened: ReportView | null = null;
  #listener: ViewListener | null = null;
  #request = 0;
  #lastFind = 0;
  readonly #finds = new Map<number, (spots: readonly DoubtfulSpot[]) => void>();

  constructor(start: () => ViewWorker) {
    this.#start = start;
  }

  /** Starts the worker, so that the first view does not wait for it. */
  warm(): void {
    this.#worker ??= this.#connect();
  }

  /** Lets the worker load the dictionaries of a view that is likely to be wanted. */
  preload(script: SourceScript, view: ViewScript): void {
    if (view === 'source' || script === 'none') return;
    this.#send({ type: 'preload', script, view });
  }

  /** Asks for the pieces of `report` in the order given. */
  ask(
    report: ReportView,
    script: SourceScript,
    asked: AskedView,
    order: readonly number[],
    listener: ViewListener,
  ): void {
    this.#listener = listener;
    this.#request += 1;
    this.#open(report, script);
    this.#send({ type: 'view', request: this.#request, ...asked, order });
  }

  /** Finds the doubtful spots of piece `index`, in offsets of its reading text; none once another report is opened. */
  findDoubtful(
    report: ReportView,
    script: SourceScript,
    { view, tables }: Omit<AskedView, 'punctuation'>,
    index: number,
  ): Promise<readonly DoubtfulSpot[]> {
    this.#open(report, script);
    this.#lastFind += 1;
    const request = this.#lastFind;
    return new Promise((resolve) => {
      this.#finds.set(request, resolve);
      this.#send({ type: 'doubtful', request, view, tables, index });
    });
  }

  /** The answers to the last demand are no longer wanted. */
  cancel(): void {
    this.#request += 1;
    if (this.#listener !== null) this.#send({ type: 'cancel' });
    this.#listener = null;
  }

  #open(report: ReportView, script: SourceScript): void {
    if (this.#opened === report) return;
    for (const resolve of this.#finds.values()) resolve([]);
    this.#finds.clear();
    const { text, bounds } = report.reading;
    this.#send({ type: 'open', script, text, starts: bounds.starts, ends: bounds.ends, cuts: report.cuts });
    this.#opened = report;
  }

  #send(request: ViewRequest): void {
    this.#worker ??= this.#connect();
    this.#worker.postMessage(request);
  }

  #connect(): ViewWorker {
    const worker = this.#start();
    worker.addEventListener('message', (event) => this.#receive(event.data));
    worker.addEventListener('error', (event) => this.#fail(event.message));
    return worker;
  }

  #receive(answer: ViewAnswer): void {
    if (answer.type === 'doubtful') {
      this.#finds.get(answer.request)?.(answer.spots);
      this.#finds.delete(answer.request);
      return;
    }
    if (answer.request !== this.#request) return;
    switch (answer.type) {
      case 'piece':
        if (this.#opened !== null) this.#listener?.onPiece(answer.index, pieceOf(this.#opened, answer));
        return;
      case 'done':
        this.#listener?.onDone();
        return;
      case 'failed':
        this.#fail(answer.message);
        return;
    }
  }

  #fail(message: string): void {
    this.#listener?.onFailed(message);
  }
}

/** The client of the page's own worker; the worker starts with the first demand. */
export function createViewClient(): ViewClient {
  return new ViewClient(() => new Worker(new URL('./view.worker.ts', import.meta.url), { type: 'module' }));
}

function pieceOf(report: ReportView, answer: ViewAnswer & { readonly type: 'piece' }): ViewPiece {
  const plain = report.piece(answer.index);
  return {
    firstBlock: plain.firstBlock,
    endBlock: plain.endBlock,
    readingStart: plain.readingStart,
    readingLength: answer.readingLength,
    text: answer.text,
    blockStarts: answer.starts,
    blockEnds: answer.ends,
    map: { spans: answer.spans, aLength: answer.readingLength, bLength: answer.text.length },
  };
}
