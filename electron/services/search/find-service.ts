import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { FoundSeed, FoundWindow } from '#core/ipc/calls/find-calls.ts';
import { FoundPlaces } from '#core/search/found-places.ts';
import { requireQuery } from '#core/search/query/query.ts';
import { toA } from '#core/text/map-range.ts';
import type { PlaceFinder } from './run/place-finder-types.ts';
import { createPause } from './run/work-slices.ts';

export interface FindWish {
  /** Who asks: its next question ends this one. */
  readonly job: string;
  readonly query: string;
  readonly reportId: string;
}

/** The places of a query in the report that is read, in offsets of its source. */
export interface FindService {
  /** Throws `query-bad`, `report-unknown`, and `cancelled` when the same job has asked again. */
  find(wish: FindWish): Promise<{ readonly id: number; readonly total: number }>;
  /** Null when what was found is not kept any more. */
  places(wish: { readonly id: number; readonly seed: FoundSeed; readonly most: number }): FoundWindow | null;
}

/** Findings whose places can be asked for: those of a window or two, and of calls that cross each other. */
const KEPT = 4;

/** @param ready the search over the library as it is now; one report needs no index */
export function createFind(ready: () => Promise<PlaceFinder>, closing: AbortSignal): FindService {
  const newest = new Map<string, AbortController>();
  const kept = new Map<number, FoundPlaces>();
  let lastId = 0;
  return {
    find: async ({ job, query: written, reportId }) => {
      newest.get(job)?.abort();
      const mine = new AbortController();
      newest.set(job, mine);
      try {
        const signal = AbortSignal.any([mine.signal, closing]);
        const found = await findAll(await ready(), written, reportId, signal);
        lastId += 1;
        kept.set(lastId, found);
        for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
        return { id: lastId, total: found.count };
      } finally {
        if (newest.get(job) === mine) newest.delete(job);
      }
    },
    places: ({ id, seed, most }) => {
      const window = kept.get(id)?.window(seed, most);
      return window === undefined
        ? null
        : { ...window, places: window.places.flatMap(({ start, end }) => [start, end]) };
    },
  };
}

async function findAll(
  finder: PlaceFinder,
  written: string,
  reportId: string,
  signal: AbortSignal,
): Promise<FoundPlaces> {
  const query = requireQuery(written, finder.folder);
  const turn = async (): Promise<void> => {
    await nextTurn();
    if (signal.aborted) throw new ZhupiError('cancelled');
  };
  // Reading a long report and looking through it are the long steps: a newer question gets in before each.
  await turn();
  const { content, reading, folded } = finder.documents.get(reportId);
  await turn();
  const places: TextRange[] = [];
  const pause = createPause(signal);
  for (const [index, place] of finder.placesIn(query, written, reportId, folded).entries()) {
    if (index % SLICE === 0) await pause();
    places.push(toA(reading.map, toA(folded.map, place)));
  }
  return new FoundPlaces(places, content.source.length);
}

/** Places that are led back to the source between two looks at the clock. */
const SLICE = 1000;
