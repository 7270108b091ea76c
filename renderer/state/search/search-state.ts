import type { AppError } from '#core/base/app-error.ts';
import type { Hit, SearchAnswer } from '#core/ipc/payloads.ts';

/** A place of the current search: number `index` (from 0) of a report's hits. */
export interface SearchPlace {
  readonly reportId: string;
  readonly index: number;
}

export interface SearchState {
  /** As typed. */
  readonly query: string;
  /** `counting`: there is an answer, and it grows. */
  readonly status: 'idle' | 'searching' | 'counting' | 'done' | 'failed';
  /** Of the last query that was answered; stays while the next one runs. Its results are those of all pages so far. */
  readonly answer: SearchAnswer | null;
  readonly error: AppError | null;
  /** Whether another page is on its way. */
  readonly isLoadingMore: boolean;
  readonly place: SearchPlace | null;
  /** Structural labels of places, by {@link labelKey}. */
  readonly labels: ReadonlyMap<string, string>;
  /** All hits in the report that is open, for the article to paint; null when there is no search. */
  readonly openHits: { readonly reportId: string; readonly hits: readonly Hit[] } | null;
}

/** Names a place by its offset in the source. */
export function labelKey(reportId: string, start: number): string {
  return `${reportId} ${String(start)}`;
}

export const IDLE: SearchState = {
  query: '',
  status: 'idle',
  answer: null,
  error: null,
  isLoadingMore: false,
  place: null,
  labels: new Map(),
  openHits: null,
};

export function failedWith(error: AppError): Partial<SearchState> {
  return { status: 'failed', error, answer: null, place: null, openHits: null };
}

/** The place after or before the current one, around the ends; the first or the last where there is none. */
export function neighbour({ answer, place }: SearchState, direction: 1 | -1): SearchPlace | null {
  // Reports without a place are no station of the walk.
  const results = (answer?.results ?? []).filter(({ hits }) => hits > 0);
  const at = results.findIndex((result) => result.reportId === place?.reportId);
  const current = results[at];
  const edge = direction === 1 ? results[0] : results.at(-1);
  if (edge === undefined) return null;
  if (place === null || current === undefined) return edgePlace(edge, direction);
  const index = place.index + direction;
  if (index >= 0 && index < current.hits) return { reportId: current.reportId, index };
  return edgePlace(results[at + direction] ?? edge, direction);
}

/** The place at which a walk enters a report. */
function edgePlace(result: SearchAnswer['results'][number], direction: 1 | -1): SearchPlace {
  return { reportId: result.reportId, index: direction === 1 ? 0 : Math.max(0, result.hits - 1) };
}
