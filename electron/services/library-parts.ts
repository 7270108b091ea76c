import { exportMarkdown } from './exporter/export-markdown.ts';
import { importPaths } from './importers/import-paths.ts';
import type { LibraryParts } from './library-types.ts';
import { createPacks, type IndexedPackService } from './packs/pack-service.ts';
import { createSearch } from './search/create-search.ts';

/** The services that the program is made of, for the library process and the command alike. */
export const libraryParts: LibraryParts<IndexedPackService> = {
  createPacks,
  createSearch,
  importPaths,
  exportMarkdown,
};
