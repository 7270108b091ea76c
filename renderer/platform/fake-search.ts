import type { Hit, SearchAnswer } from '#core/ipc/payloads.ts';
import type { FakeStore } from './fake-store.ts';

const AROUND = 20;

/** Every place of a phrase in a source text, as it stands: the fake folds no scripts. */
export function fakeHits(source: string, query: string): Hit[] {
  const hits: Hit[] = [];
  if (query === '') return hits;
  for (let at = source.indexOf(query); at >= 0; at = source.indexOf(query, at + query.length)) {
    const end = at + query.length;
    hits.push({
      start: at,
      end,
      before: source.slice(Math.max(0, at - AROUND), at),
      match: query,
      after: source.slice(end, end + AROUND),
    });
  }
  return hits;
}

interface FakeSearch {
  readonly query: string;
  readonly limit: number;
  readonly offset?: number | undefined;
  readonly sort?: string | undefined;
}

/** Reports with the phrase, most places first, or the newest. */
export function fakeSearch(
  store: FakeStore,
  { query, limit, offset = 0, sort = 'relevance' }: FakeSearch,
): SearchAnswer {
  const found = store
    .summaries()
    .map(({ reportId, title, date }) => ({
      reportId,
      title,
      date,
      places: fakeHits(store.content(reportId).source, query),
    }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => (sort === 'date' && b.date.localeCompare(a.date)) || b.places.length - a.places.length);
  return {
    query,
    total: { reports: found.length, hits: found.reduce((sum, { places }) => sum + places.length, 0) },
    tookMs: 0,
    listed: found.length,
    results: found.slice(offset, offset + limit).map(({ reportId, title, places }) => {
      return { reportId, title, score: places.length, hits: places.length, places: places.slice(0, 5) };
    }),
  };
}
