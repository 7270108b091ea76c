import { startZhupi } from '../cold-start.ts';
import { largeLibrary } from '../large-library.ts';
import type { Measure } from '../measure.ts';
import { openOne } from '../open-one.ts';
import { takePairs } from '../pairs.ts';

/** From the launch of the process to a list that can be clicked, with 10,000 reports. Baseline: the same with five. */
export const start10k: Measure = {
  name: 'start-10k',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 1.1 },
  take: async ({ files, pairs }) => {
    const large = largeLibrary(10_000);
    await openOne(large);
    const timed = async (dataDir: string): Promise<number> => {
      const { readyAfter, stop } = await startZhupi(dataDir);
      await stop();
      return readyAfter;
    };
    return takePairs(
      pairs,
      () => timed(files.fiveReports),
      () => timed(large),
    );
  },
};
