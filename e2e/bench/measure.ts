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
  'switch-first',
  'memory',
  'import',
  'reanchor-20k',
  'reanchor-1m',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

export interface MeasureContext {
  readonly files: BenchFiles;
  /** Pairs to take, at least 5 for a result that counts. */
  readonly pairs: number;
}

export interface Measure {
  readonly name: MeasureName;
  readonly unit: 'ms' | 'MB';
  readonly goal: Goal;
  readonly take: (context: MeasureContext) => Promise<readonly Pair[]>;
}
