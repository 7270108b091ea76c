import { describeGoal, judge } from './goal.ts';
import type { Measure } from './measure.ts';
import type { Pair } from './pairs.ts';

/** One line of out/bench.json. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  readonly goal: string;
  readonly pass: boolean;
}

export function resultOf({ name, unit, goal }: Measure, pairs: readonly Pair[]): Result {
  const { value, baseline, ratio, pass } = judge(goal, pairs);
  return {
    name,
    value: round(value, 1),
    unit,
    baseline: round(baseline, 1),
    ratio: round(ratio, 2),
    goal: describeGoal(goal, unit),
    pass,
  };
}

/** The results in columns. */
export function tableOf(results: readonly Result[]): string {
  const head = ['measure', 'ours', 'baseline', 'ratio', 'goal', ''];
  const rows = results.map((result) => [
    result.name,
    `${result.value.toFixed(1)} ${result.unit}`,
    `${result.baseline.toFixed(1)} ${result.unit}`,
    result.ratio.toFixed(2),
    result.goal,
    result.pass ? 'pass' : 'FAIL',
  ]);
  const lines = [head, ...rows];
  const widths = head.map((_title, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
