import type { TextRange } from '#core/base/text-range.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { Folder } from '#core/script/index.ts';
import type { Query } from '#core/search/query/ast.ts';
import type { SearchText } from '#core/search/search-text.ts';
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
