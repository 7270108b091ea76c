import type { Library } from './library-types.ts';
import type { SearchService } from './search-types.ts';

/** The library's calls about finding in one report. */
export function findCalls(search: Pick<SearchService, 'find'>) {
  return {
    findInReport: async (wish) => (await search.find()).find(wish),
    foundPlaces: async (wish) => (await search.find()).places(wish),
  } satisfies Partial<Library>;
}
