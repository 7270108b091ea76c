import type { ZhupiApi } from '#core/ipc/api.ts';
import { wordAt } from '#core/search/suggest/word-at.ts';
import { fakeHits, fakeSearch } from './fake-search.ts';
import type { FakeWorld } from './fake-world.ts';

type SearchMethods = Pick<
  ZhupiApi,
  'search' | 'searchInReport' | 'cancelSearch' | 'placeLabels' | 'suggestQueries'
>;

/** Search over everything and in one report. */
export function fakeSearchCalls({ answer, store }: FakeWorld): SearchMethods {
  return {
    search: (request) => answer('search', () => fakeSearch(store, request)),
    searchInReport: ({ query, reportId }) =>
      answer('searchInReport', () => fakeHits(store.content(reportId).source, query)),
    // Saved and recent queries, titles and tags that hold the word; the fake counts no phrases.
    suggestQueries: ({ written, caret, recent }) =>
      answer('suggestQueries', () => {
        const { text, field } = wordAt(written, caret);
        if (text === '') return [];
        const has = (value: string): boolean => value.includes(text);
        const tags = [...new Set(store.notesOf(null).flatMap((note) => note.tags))].filter(has);
        const titles = store.summaries().filter(({ title }) => has(title));
        const queries = [
          ...store.savedSearches
            .filter(({ name, query }) => has(name) || has(query))
            .map(({ name, query, sort }) => ({ kind: 'saved' as const, name, query, sort })),
          ...recent
            .filter((query) => has(query) && query !== written)
            .map((query) => ({ kind: 'recent' as const, query })),
        ];
        return [
          ...(field === null ? queries : []),
          ...(field === null || field === 'tag' ? tags : []).map((tag) => ({
            kind: 'tag' as const,
            text: tag,
          })),
          ...(field === null || field === 'title' ? titles : []).map(({ reportId, title }) => {
            return { kind: 'title' as const, reportId, text: title };
          }),
        ];
      }),
    cancelSearch: () => answer('cancelSearch', () => ({})),
    // The fake knows no numbered headings: a place is in the paragraph of its line.
    placeLabels: ({ places }) =>
      answer('placeLabels', () =>
        places.map(({ reportId, starts }) => {
          const { source } = store.content(reportId);
          return starts.map((start) => `¶${String(source.slice(0, start).split('\n').length)}`);
        }),
      ),
  };
}
