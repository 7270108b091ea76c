import { largeLibrary } from '../large-library.ts';
import type { Measure } from '../measure.ts';
import { takePairs } from '../pairs.ts';
import { sampledQueries } from '../search/queries.ts';
import { openBare, openZhupi, rest, showBare, timeBuilding } from '../timed-window.ts';

/** Lines that the results of a query fill. */
const LINES = 150;

/**
 * Milliseconds from a key in the search box to painted results, at 10,000 reports. Baseline: as many lines built in a bare
 * page, from texts in memory.
 */
export const paintResults: Measure = {
  name: 'paint-results',
  unit: 'ms',
  goal: { kind: 'at-most', limit: 60 },
  take: async ({ files, pairs }) => {
    const zhupi = await openZhupi(largeLibrary(10_000));
    const bare = await openBare(files.bare);
    try {
      await showBare(bare.page, files.bare.small);
      const box = zhupi.page.locator('search input');
      const lines = files.large.paragraphs.slice(0, LINES);
      const queries = sampledQueries(pairs + 4);
      const search = (query: string): Promise<number> =>
        box.evaluate((input, typed) => window.timing.search(input as HTMLInputElement, typed), query);
      // The texts are read into memory behind the first answers.
      for (const query of queries.slice(0, 3)) await search(query);
      await zhupi.page.waitForTimeout(3_000);
      let next = 3;
      return await takePairs(
        pairs,
        () => timeBuilding(bare.page, lines),
        async () => {
          await rest(zhupi.page);
          next += 1;
          return search(queries[next - 1] ?? '');
        },
      );
    } finally {
      await zhupi.app.close();
      await bare.app.close();
    }
  },
};
