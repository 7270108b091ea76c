/** What one engine took with so many reports; null: it could not be done. */
export interface PeerRow {
  readonly engine: string;
  readonly reports: number;
  /** Milliseconds. */
  readonly build: number | null;
  readonly load: number | null;
  /** Until the first results are shown with snippets; null for those that show none. */
  readonly shown: number | null;
  readonly query: number | null;
  /** Megabytes. */
  readonly memory: number | null;
  readonly size: number | null;
}

/** The rows as a table of text. */
export function peersTable(rows: readonly PeerRow[]): string {
  const written = (value: number | null, unit: string, none = 'failed'): string =>
    (value === null ? none : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`).padStart(11);
  const head = ['engine', 'reports', 'build', 'file', 'load', 'shown', 'memory', 'query'].map((name, at) =>
    at === 0 ? name.padEnd(12) : name.padStart(at === 1 ? 8 : 11),
  );
  const lines = rows.map(({ engine, reports, build, size, load, shown, memory, query }) =>
    [
      engine.padEnd(12),
      reports.toLocaleString('en').padStart(8),
      written(build, 'ms'),
      written(size, 'MB'),
      written(load, 'ms'),
      written(shown, 'ms', '–'),
      written(memory, 'MB'),
      written(query, 'ms'),
    ].join(''),
  );
  return [head.join(''), ...lines].join('\n');
}
