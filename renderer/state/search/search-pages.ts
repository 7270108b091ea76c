import type { StoreApi } from 'zustand/vanilla';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { SearchAnswer } from '#core/ipc/payloads.ts';
import { labelKey, type SearchState } from './search-state.ts';
import type { WindowParts } from '../window/use-window.ts';

/** Reports of one more page. */
const NEXT_REPORTS = 100;

interface PagesDeps extends WindowParts {
  readonly state: StoreApi<SearchState>;
  /** What is asked for now. */
  readonly asked: () => Omit<Parameters<ZhupiApi['search']>[0], 'limit' | 'offset'>;
  /** Grows with each search: what was asked for before is dropped. */
  readonly serial: () => number;
}

/** The pages behind the first one, and the labels of all. */
export function searchPages({ client, store, state, asked, serial }: PagesDeps) {
  /** Asks for the labels of the places that are listed. */
  const nameResults = async (results: SearchAnswer['results']): Promise<void> => {
    const mine = serial();
    const places = results
      .filter((result) => result.places.length > 0)
      .map((result) => ({ reportId: result.reportId, starts: result.places.map(({ start }) => start) }));
    if (places.length === 0) return;
    const answer = await client.placeLabels({ places });
    if (mine !== serial() || !answer.ok) return;
    const labels = new Map(state.getState().labels);
    for (const [at, { reportId, starts }] of places.entries()) {
      for (const [index, start] of starts.entries()) {
        labels.set(labelKey(reportId, start), answer.value[at]?.[index] ?? '');
      }
    }
    state.setState({ labels });
  };

  const more = async (): Promise<void> => {
    const { answer, status, isLoadingMore } = state.getState();
    if (answer === null || status !== 'done' || isLoadingMore) return;
    if (answer.results.length >= (answer.listed ?? answer.total.reports)) return;
    const mine = serial();
    state.setState({ isLoadingMore: true });
    const next = await client.search({ ...asked(), limit: NEXT_REPORTS, offset: answer.results.length });
    if (mine !== serial()) return;
    if (!next.ok) {
      state.setState({ isLoadingMore: false });
      return void (next.error.code === 'cancelled' ? undefined : store.getState().tellError(next.error));
    }
    const results = [...answer.results, ...next.value.results];
    state.setState({ isLoadingMore: false, answer: { ...next.value, results } });
    await nameResults(next.value.results);
  };

  return { nameResults, more };
}
