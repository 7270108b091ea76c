import type { BenchFiles } from './bench-files.ts';
import type { Goal } from './goal.ts';
import type { Pair } from './pairs.ts';

/** The names stand in out/bench.json and stay as they are. */
export const MEASURE_NAMES = [
  'start',
  'open-3k',
  'open-1m',
  'switch-3k',
  'switch-1m',
  'switch-1m-sight',
  'switch-first',
  'memory',
  'import',
  'import-frames',
  'reanchor-20k',
  'reanchor-1m',
  'convert',
  'convert-ready',
  'query-10k',
  'totals-10k',
  'index-size',
  'paint-results',
  'start-10k',
  'memory-10k',
  'query-50k',
  'peers',
  'concordance-100k',
  'notes-10k',
  'notes-10k-filter',
  'notes-10k-frames',
  'notes-50k',
  'notes-50k-scroll',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

export interface MeasureContext {
  readonly files: BenchFiles;
  /** Pairs to take, at least 5 for a result that counts. */
  readonly pairs: number;
}

export interface Measure {
  readonly name: MeasureName;
  readonly unit: 'ms' | 'MB' | 'frames';
  readonly goal: Goal;
  /** Takes many minutes; measured only where it is asked for. */
  readonly isLong?: true;
  readonly take: (context: MeasureContext) => Promise<readonly Pair[]>;
}

/** A measure that opens no window and so needs none of the files made for the windows. */
export interface WindowlessMeasure extends Measure {
  readonly windowless: true;
  readonly take: (context: Pick<MeasureContext, 'pairs'>) => Promise<readonly Pair[]>;
}
