import { setTimeout as wait } from 'node:timers/promises';
import { startBare, startZhupi, type Started } from '../cold-start.ts';
import type { Measure } from '../measure.ts';
import { takePairs } from '../pairs.ts';
import { treeMemory } from '../process-memory.ts';

/** Milliseconds after which a started program has done what it does by itself. */
const SETTLED = 5_000;

/** All processes with five reports in the library, one of them open. */
export const memory: Measure = {
  name: 'memory',
  unit: 'MB',
  goal: { kind: 'above', limit: 200 },
  take: ({ files, pairs }) => {
    if (process.platform !== 'linux') throw new Error('memory is read from /proc: this measure needs Linux');
    const weigh = async (started: Started): Promise<number> => {
      await wait(SETTLED);
      const megabytes = treeMemory(started.pid);
      await started.stop();
      return megabytes;
    };
    return takePairs(
      pairs,
      async () => weigh(await startBare(files.bare)),
      async () => weigh(await startZhupi(files.fiveReports)),
    );
  },
};
