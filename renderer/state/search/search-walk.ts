import type { StoreApi } from 'zustand/vanilla';
import type { HitsOfReports } from './search-hits.ts';
import { keepRecent } from './recent-queries.ts';
import { neighbour, type SearchPlace, type SearchState } from './search-state.ts';
import type { WindowParts } from '../window/use-window.ts';

interface WalkDeps {
  readonly parts: WindowParts;
  readonly state: StoreApi<SearchState>;
  readonly hits: HitsOfReports;
  /** Grows with each search: what was asked for before is dropped. */
  readonly serial: () => number;
}

/** From place to place of the current search, and what of it the open report shows. */
export function searchWalk({ parts, state, hits, serial }: WalkDeps) {
  const { store } = parts;
  const hitsOf = (reportId: string) => hits.of(reportId, state.getState().answer?.query ?? '');

  /** Gives the article of the open report its hits. */
  const showHits = async (): Promise<void> => {
    const reportId = store.getState().currentReportId;
    const { answer } = state.getState();
    if (answer === null || reportId === null) return void state.setState({ openHits: null });
    const known = answer.results.some((result) => result.reportId === reportId);
    const complete = answer.progress === undefined && answer.results.length >= answer.total.reports;
    const found = known || !complete ? await hitsOf(reportId) : [];
    const now = state.getState().answer;
    const stillOpen = store.getState().currentReportId === reportId && now?.query === answer.query;
    if (stillOpen) state.setState({ openHits: { reportId, hits: found } });
  };

  const openPlace = async (place: SearchPlace): Promise<boolean> => {
    const mine = serial();
    const hit = (await hitsOf(place.reportId))[place.index];
    if (hit === undefined || mine !== serial()) return false;
    keepRecent(parts, state.getState().query);
    state.setState({ place });
    store.getState().openReport(place.reportId, { start: hit.start, end: hit.end });
    return true;
  };

  const step = async (direction: 1 | -1): Promise<boolean> => {
    const next = neighbour(state.getState(), direction);
    return next !== null && openPlace(next);
  };

  return { showHits, openPlace, step };
}
