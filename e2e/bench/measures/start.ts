import { startBare, startZhupi } from '../cold-start.ts';
import type { Measure } from '../measure.ts';
import { takePairs } from '../pairs.ts';

/** From the launch of the process to a list of five reports that can be clicked, the last report open beside it. */
export const start: Measure = {
  name: 'start',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 1.5 },
  take: ({ files, pairs }) => {
    const timed = async (begin: () => ReturnType<typeof startBare>): Promise<number> => {
      const { readyAfter, stop } = await begin();
      await stop();
      return readyAfter;
    };
    return takePairs(
      pairs,
      () => timed(() => startBare(files.bare)),
      () => timed(() => startZhupi(files.fiveReports)),
    );
  },
};
