import type {
  ConcordanceHead,
  ConcordanceRow,
  ConcordanceTextWish,
  ConcordanceWish,
} from '#core/ipc/calls/concordance-calls.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { Trend } from '#core/search/trend.ts';

/** Reports gone through, of how many. */
export type TellReports = (done: number, total: number) => void;

interface LinesWish {
  readonly id: number;
  readonly script: ViewScript;
  readonly context: number;
  readonly from: number;
  readonly count: number;
}

/** Every place of a query in order, and how the places spread. Long work lets other calls through. */
export interface ConcordanceService {
  /** Throws `query-bad`, and `cancelled` when another one was opened or it was cancelled. */
  open(wish: ConcordanceWish, onProgress: TellReports): Promise<ConcordanceHead>;
  /** Null when the concordance is not kept, or a report of these lines has changed. */
  lines(wish: LinesWish): Promise<ConcordanceRow[] | null>;
  cancel(job: string): void;
  /** The whole concordance, with its line ends. Throws as `open` does. */
  text(
    wish: ConcordanceTextWish,
    onProgress: TellReports,
  ): Promise<{ readonly text: string; readonly lines: number }>;
  trend(wish: {
    readonly query: string;
    readonly script: ViewScript;
  }): Promise<Trend & { readonly total: ConcordanceHead['total'] }>;
}
