/** Where a context was met: a fragment of at most 20 characters, the document's title and its year. */
export interface Evidence {
  readonly fragment: string;
  readonly title: string;
  readonly year: number;
}

/** A phrase that OpenCC's dictionaries cut or read wrongly in official prose, and how it is written. */
export interface Override {
  readonly source: string;
  readonly replacement: string;
  readonly evidence: Evidence;
}

/** Overrides in the form of opencc-js's dictionaries. */
export function serializeOverrides(overrides: readonly Override[]): string {
  return overrides.map(({ source, replacement }) => `${source} ${replacement}`).join('|');
}
