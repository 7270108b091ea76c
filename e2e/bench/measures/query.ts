import { largeLibrary } from '../large-library.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { takePairs } from '../pairs.ts';
import { startEngine, type EngineProcess } from '../search/engine-process.ts';
import { FREQUENT, percentile, sampledQueries } from '../search/queries.ts';

const QUERIES = 60;
const SHARE = 0.95;

/**
 * Milliseconds that 95 % of queries of 2 to 8 characters take at most, with the first 50 results and their snippets, at 10,000
 * reports. Baseline: a bare FTS5 phrase query by rank, and reading those 50 texts. Goal beside the ratio: 20 ms.
 */
export const query10k: WindowlessMeasure = {
  name: 'query-10k',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 3 },
  windowless: true,
  take: ({ pairs }) =>
    withEngine(10_000, async (engine) => {
      const queries = sampledQueries(QUERIES);
      await warmUp(engine);
      return takePairs(
        pairs,
        async () => percentile((await engine.ask('bare', queries)).times, SHARE),
        async () => percentile((await engine.ask('ours', queries)).times, SHARE),
      );
    }),
};

/** Milliseconds for the exact totals of frequent phrases, the slowest of them. Baseline: a bare look through all texts in memory. */
export const totals10k: WindowlessMeasure = {
  name: 'totals-10k',
  unit: 'ms',
  goal: { kind: 'at-most', limit: 150 },
  windowless: true,
  take: ({ pairs }) =>
    withEngine(10_000, async (engine) => {
      await warmUp(engine);
      return takePairs(
        pairs,
        () => slowestTotal(engine, 'scan'),
        () => slowestTotal(engine, 'totals'),
      );
    }),
};

/** The queries of `query-10k` at 50,000 reports against the same at 10,000: growth is at most linear. Tells the totals too. */
export const query50k: WindowlessMeasure = {
  name: 'query-50k',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 5 },
  windowless: true,
  isLong: true,
  take: ({ pairs }) =>
    withEngine(10_000, (small) =>
      withEngine(50_000, async (large) => {
        const queries = sampledQueries(QUERIES);
        await warmUp(small);
        await warmUp(large);
        console.error(
          `  slowest total at 50,000: ${(await slowestTotal(large, 'totals')).toFixed(0)} ms (goal 750)`,
        );
        return takePairs(
          pairs,
          async () => percentile((await small.ask('ours', queries)).times, SHARE),
          async () => percentile((await large.ask('ours', queries)).times, SHARE),
        );
      }),
    ),
};

async function withEngine<T>(reports: number, work: (engine: EngineProcess) => Promise<T>): Promise<T> {
  const engine = await startEngine(largeLibrary(reports));
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}

/** Runs the code for a first time, and checks that the totals are those of a look through all of them. */
async function warmUp(engine: EngineProcess): Promise<void> {
  const { counts } = await engine.ask('totals', FREQUENT);
  const scanned = await engine.ask('scan', FREQUENT);
  if (counts.join(' ') !== scanned.counts.join(' ')) throw new Error('the totals are wrong');
}

async function slowestTotal(engine: EngineProcess, what: 'totals' | 'scan'): Promise<number> {
  return Math.max(...(await engine.ask(what, FREQUENT)).times);
}
