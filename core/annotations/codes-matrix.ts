/** How many notes of a report have a code. */
export interface MatrixCell {
  readonly reportId: string;
  readonly code: string;
  readonly notes: number;
}

/** One report: a count for each column, in their order. */
export interface MatrixRow {
  readonly reportId: string;
  readonly counts: readonly number[];
  readonly total: number;
}

/** Codes × reports. */
export interface CodeMatrix {
  /** Ids of codes. */
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly totals: readonly number[];
  readonly total: number;
}

/**
 * Puts counts into a table: the reports that have notes, in the order given, and the codes in theirs; behind them every
 * other id that a note has, so that the totals are those of all notes.
 */
export function codeMatrix(
  codes: readonly string[],
  reportIds: readonly string[],
  cells: readonly MatrixCell[],
): CodeMatrix {
  const wanted = new Set(reportIds);
  const byReport = new Map<string, Map<string, number>>();
  const others = new Set<string>();
  for (const { reportId, code, notes } of cells) {
    if (!wanted.has(reportId)) continue;
    const row = byReport.get(reportId) ?? new Map<string, number>();
    byReport.set(reportId, row.set(code, notes));
    if (!codes.includes(code)) others.add(code);
  }
  const columns = [...codes, ...[...others].sort()];
  const rows = reportIds.flatMap((reportId): MatrixRow[] => {
    const notes = byReport.get(reportId);
    if (notes === undefined) return [];
    const counts = columns.map((code) => notes.get(code) ?? 0);
    return [{ reportId, counts, total: sum(counts) }];
  });
  const totals = columns.map((_code, at) => sum(rows.map(({ counts }) => counts[at] ?? 0)));
  return { columns, rows, totals, total: sum(totals) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
