import type { Library, SearchService } from './library-types.ts';

/** The library's calls about finding in one report. */
export function findCalls(search: Pick<SearchService, 'find'>) {
  return {
    findInReport: async (wish) => (await search.find()).find(wish),
    foundPlaces: async (wish) => (await search.find()).places(wish),
  } satisfies Partial<Library>;
}
