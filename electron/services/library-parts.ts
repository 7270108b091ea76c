import type { LibraryParts } from './library-types.ts';
import type { SearchDeps, SearchService } from './search-types.ts';
import { createPacks, type IndexedPackService } from './packs/pack-service.ts';

/**
 * The services that the program is made of, for the library process and the command alike. Those that the first list of
 * reports does not need are evaluated when they are first called: their tables and parsers take longer than the start.
 */
export const libraryParts: LibraryParts<IndexedPackService> = {
  createPacks,
  createSearch: searchOnDemand,
  importPaths: async (deps, paths, options) => {
    const { importPaths } = await import('./importers/import-paths.ts');
    return importPaths(deps, paths, options);
  },
  importBytes: async (deps, bytes) => {
    const { importBytes } = await import('./importers/import-bytes.ts');
    return importBytes(deps, bytes);
  },
  exportMarkdown: async (deps, request) => {
    const { exportMarkdown } = await import('./exporter/export-markdown.ts');
    return exportMarkdown(deps, request);
  },
  exportData: async (deps, request) => {
    const { exportData } = await import('./exporter/export-data.ts');
    return exportData(deps, request);
  },
  exportReferences: async (deps, request) => {
    const { exportReferences } = await import('./exporter/export-references.ts');
    return exportReferences(deps, request);
  },
};

/** A search that is made with the first question. */
function searchOnDemand(deps: SearchDeps<IndexedPackService>): SearchService {
  let search: Promise<SearchService> | undefined;
  const made = (): Promise<SearchService> => {
    search ??= import('./search/create-search.ts').then(({ createSearch }) => createSearch(deps));
    return search;
  };
  return {
    search: async (request) => (await made()).search(request),
    searchInReport: async (request) => (await made()).searchInReport(request),
    placeLabels: async (request) => (await made()).placeLabels(request),
    cancel: (job) => {
      void search?.then((service) => {
        service.cancel(job);
      });
    },
    suggest: async (request) => (await made()).suggest(request),
    concordance: async () => (await made()).concordance(),
    find: async () => (await made()).find(),
    invalidate: () => {
      // A search that is not made yet has nothing that could be stale.
      void search?.then((service) => {
        service.invalidate();
      });
    },
    prepare: async (signal) => (await made()).prepare(signal),
    offer: async (rows) => (await made()).offer(rows),
    close: async () => {
      await (await search)?.close();
    },
  };
}
