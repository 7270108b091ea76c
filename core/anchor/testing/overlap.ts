import type { TextRange } from '../../base/text-range.ts';

/** How much of `expected` a range holds, 0 to 1; two equal ranges hold each other, even when empty. */
export function overlapOf(range: TextRange, expected: TextRange): number {
  if (range.start === expected.start && range.end === expected.end) return 1;
  const shared = Math.min(range.end, expected.end) - Math.max(range.start, expected.start);
  return Math.max(0, shared) / (expected.end - expected.start);
}

/** Rows under a line of names, in columns, for the output of a measurement. */
export function tableOf(names: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [names, ...rows].map((row) => row.map(String));
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
