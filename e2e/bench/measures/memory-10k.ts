import { setTimeout as wait } from 'node:timers/promises';
import { largeLibrary } from '../large-library.ts';
import type { Measure } from '../measure.ts';
import { openOne } from '../open-one.ts';
import { takePairs } from '../pairs.ts';
import { treeMemory } from '../process-memory.ts';
import { openZhupi } from '../timed-window.ts';

/** Milliseconds after which a program has done what it does by itself, reading texts for the next search among it. */
const SETTLED = 6_000;
const QUERY = '发展';

/** All processes with 10,000 reports in the library, one of them open, behind a search. Baseline: the same with five. */
export const memory10k: Measure = {
  name: 'memory-10k',
  unit: 'MB',
  goal: { kind: 'above', limit: 150 },
  take: async ({ files, pairs }) => {
    if (process.platform !== 'linux') throw new Error('memory is read from /proc: this measure needs Linux');
    const large = largeLibrary(10_000);
    await openOne(large);
    const weigh = async (dataDir: string): Promise<number> => {
      const { app, page } = await openZhupi(dataDir);
      await page.locator('search input').fill(QUERY);
      await page.locator(`[data-query="${QUERY}"] mark`).first().waitFor();
      await wait(SETTLED);
      const megabytes = treeMemory(app.process().pid ?? 0);
      await app.close();
      return megabytes;
    };
    return takePairs(
      pairs,
      () => weigh(files.fiveReports),
      () => weigh(large),
    );
  },
};
