import type { Library, LibraryOptions } from './library-types.ts';
import type { SearchService } from './search-types.ts';
import type { TellReports } from './search/concordance/concordance-types.ts';

export interface ConcordanceCallDeps {
  readonly dataDir: string;
  readonly search: Pick<SearchService, 'concordance'>;
  readonly onEvent: LibraryOptions['onEvent'];
}

/** Milliseconds between two tellings of how far a job is. */
const TELLING_PAUSE = 100;

/** The calls about all places of a query: as lines, as a text, and how they spread. */
export function concordanceCalls({ dataDir, search, onEvent }: ConcordanceCallDeps) {
  const tellingOf = (job: string): TellReports =>
    seldom((done, total) => {
      onEvent({ name: 'concordanceProgress', payload: { job, done, total } });
    });
  return {
    openConcordance: async (wish) => (await search.concordance()).open(wish, tellingOf(wish.job)),
    concordanceLines: async (wish) => (await search.concordance()).lines(wish),
    cancelConcordance: async ({ job }) => {
      (await search.concordance()).cancel(job);
      return {};
    },
    searchTrend: async (wish) => {
      const { years, reports, total } = await (await search.concordance()).trend(wish);
      return { total, years: [...years], reports: [...reports] };
    },
    concordanceText: async (wish) => (await search.concordance()).text(wish, tellingOf(wish.job)),
    writeConcordance: async ({ path, ...wish }) => {
      const { writeChosenFile, requireOutside } = await import('./exporter/chosen-file.ts');
      // Before the long work: a place that cannot be is told at once.
      await requireOutside(dataDir, path);
      const { text } = await (await search.concordance()).text(wish, tellingOf(wish.job));
      return writeChosenFile(dataDir, path, text);
    },
    writeText: async ({ path, content }) => {
      const { writeChosenFile } = await import('./exporter/chosen-file.ts');
      return writeChosenFile(dataDir, path, content);
    },
  } satisfies Partial<Library>;
}

function seldom(tell: (...payload: Parameters<TellReports>) => void): TellReports {
  let last = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (now - last < TELLING_PAUSE) return;
    last = now;
    tell(done, total);
  };
}
