import type { ConcordanceRow, ConcordanceWish } from '#core/ipc/calls/concordance-calls.ts';
import type { Query } from '#core/search/query/ast.ts';
import { requireQuery } from '#core/search/query/query.ts';
import { isSameList, listedReports, namedGroups, ordersOf, type Orders } from './concordance-collect.ts';
import { ConcordanceJobs } from './concordance-jobs.ts';
import { linesOfReport, type LineWish } from './concordance-lines.ts';
import { groupPlaces, listPlaces, type PlaceGroup, type PlaceList } from './concordance-list.ts';
import { concordanceText } from './concordance-text.ts';
import { searchTrend } from './concordance-trend.ts';
import type { PlaceFinder } from '../run/place-finder-types.ts';
import type { ConcordanceService, TellReports } from './concordance-types.ts';
import { createPause, type Pause } from '../run/work-slices.ts';

/** Concordances whose lines can be asked for: that of the window, and those of calls that cross each other. */
const KEPT = 3;

/** A concordance in its order. */
interface Collected {
  readonly query: Query;
  /** As typed. */
  readonly written: string;
  readonly list: PlaceList;
  readonly order: Int32Array;
  readonly groups: readonly PlaceGroup[];
}

/** @param ready the search over the library as it is now */
export function createConcordance(
  ready: () => Promise<PlaceFinder>,
  closing: AbortSignal,
): ConcordanceService {
  const jobs = new ConcordanceJobs(closing);
  const collect = collector();
  const kept = new Map<number, Collected>();
  let lastId = 0;
  return {
    open: (wish, onProgress) =>
      jobs.run(wish.job, 'open', async (signal) => {
        const finder = await ready();
        const collected = await collect(finder, wish, createPause(signal), onProgress);
        const { list, groups } = collected;
        const named = await namedGroups(groups, wish, finder);
        lastId += 1;
        kept.set(lastId, collected);
        for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
        return {
          id: lastId,
          total: { reports: list.reports.length, hits: list.hits },
          groups: named,
        };
      }),
    lines: async ({ id, from, count, script, context }) => {
      const collected = kept.get(id);
      if (collected === undefined) return null;
      const places = collected.order.subarray(from, from + count);
      return linesAt(
        await ready(),
        collected,
        places,
        { ...collected, script, context },
        createPause(closing),
      );
    },
    cancel: (job) => {
      jobs.cancel(job);
    },
    text: (wish, onProgress) =>
      jobs.run(wish.job, 'text', async (signal) => {
        const finder = await ready();
        const pause = createPause(signal);
        const { query, list, order } = await collect(finder, wish, pause, () => undefined);
        const lineWish: LineWish = { ...wish, query, written: wish.query };
        return concordanceText({
          ...{ list, order, format: wish.format, onProgress, pause },
          linesOf: (report, numbers) => linesOfReport(finder, report, numbers, lineWish),
        });
      }),
    trend: async ({ query, script }) => searchTrend(await ready(), query, script, createPause(closing)),
  };
}

/** Collects the places of a query; the last orders by neighbours are kept for other groupings and scripts. */
function collector() {
  let sorted: { readonly written: string; readonly list: PlaceList; readonly orders: Orders } | undefined;
  return async (
    finder: PlaceFinder,
    wish: ConcordanceWish,
    pause: Pause,
    onProgress: TellReports,
  ): Promise<Collected> => {
    await pause();
    const written = wish.query;
    const query = requireQuery(written, finder.folder);
    const list = listPlaces(await listedReports(query, wish, finder, pause));
    let order: Int32Array = Int32Array.from({ length: list.hits }, (_item, place) => place);
    if (wish.order !== 'text') {
      if (sorted?.written !== written || !isSameList(sorted.list, list)) {
        sorted = {
          written,
          list,
          orders: await ordersOf(list, { query, written }, finder, pause, onProgress),
        };
      }
      order = sorted.orders[wish.order];
    }
    const grouped =
      wish.grouping === 'none' ? { order, groups: [] } : groupPlaces(list, order, wish.grouping);
    return { query, written, list, ...grouped };
  };
}

/** The lines of some places, in their order; null when a report of theirs has changed. */
async function linesAt(
  finder: PlaceFinder,
  { list }: Collected,
  places: Int32Array,
  wish: LineWish,
  pause: Pause,
): Promise<ConcordanceRow[] | null> {
  const wanted = new Map<number, number[]>();
  for (const place of places) {
    const report = list.reportOf[place] ?? 0;
    const number = place - (list.starts[report] ?? 0);
    wanted.set(report, [...(wanted.get(report) ?? []), number]);
  }
  const rows = new Map<number, ConcordanceRow>();
  for (const [index, numbers] of wanted) {
    await pause();
    const report = list.reports[index];
    const lines = report && (await linesOfReport(finder, report, numbers, wish));
    if (lines === undefined) return null;
    for (const line of lines) rows.set((list.starts[index] ?? 0) + line.index, line);
  }
  return Array.from(places, (place) => rows.get(place)).filter((row) => row !== undefined);
}
