import type { TextRange } from '#core/base/text-range.ts';
import type {
  ConcordanceHead,
  ConcordanceRow,
  ConcordanceTextWish,
  ConcordanceWish,
} from '#core/ipc/calls/concordance-calls.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { Folder } from '#core/script/index.ts';
import type { Query } from '#core/search/query/ast.ts';
import type { SearchText } from '#core/search/search-text.ts';
import type { Trend } from '#core/search/trend.ts';
import type { Documents } from '../corpus/documents.ts';
import type { Pause } from './work-slices.ts';

/** The search over packs and library as they are now. */
export interface PlaceFinder {
  readonly folder: Folder;
  readonly documents: Pick<Documents, 'get' | 'converter'>;
  /** All reports that are searched. */
  readonly reports: ReadonlyMap<string, ReportSummary>;
  /** Reports with places and how many they have, as the results list them. Throws `query-bad` when it takes too long. */
  readonly find: (query: Query, written: string, pause: Pause) => Promise<readonly CountedReport[]>;
  /** The places of a report that are hits, in order. */
  readonly placesIn: (
    query: Query,
    written: string,
    reportId: string,
    text: SearchText,
  ) => readonly TextRange[];
  /** Whether a report passes a filter of the query. */
  readonly passes: (query: Query, written: string, filter: number, report: ReportSummary) => boolean;
}

interface CountedReport {
  readonly reportId: string;
  /** At least 1. */
  readonly hits: number;
}

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
