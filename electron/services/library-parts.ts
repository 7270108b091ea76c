import { ZhupiError } from '#core/base/app-error.ts';
import { exportMarkdown } from './exporter/export-markdown.ts';
import { importPaths } from './importers/import-paths.ts';
import type { LibraryParts, SearchService } from './library-types.ts';
import { createPacks, type IndexedPackService } from './packs/pack-service.ts';

/** The program's own services. */
export const libraryParts: LibraryParts<IndexedPackService> = {
  createPacks,
  importPaths,
  exportMarkdown,
  createSearch: searchNotBuilt,
};

/** Until electron/services/search is there, a search says so instead of answering that nothing was found. */
function searchNotBuilt(): SearchService {
  const refuse = (): Promise<never> =>
    Promise.reject(new ZhupiError('internal', { message: 'this build has no search' }));
  return {
    search: refuse,
    searchInReport: refuse,
    invalidate: () => undefined,
    close: () => Promise.resolve(),
  };
}
