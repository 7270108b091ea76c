import type { SerializedDictionary } from '../flat-trie.ts';

/** Where a wrong word was met: a fragment of at most 20 characters, the document's title and its year. */
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

const LINE = /^(\S+) → (\S+) \| (.+) \| (.+) \| (\d{4})$/u;

/** Reads lines of `source → replacement | fragment | title | year`; empty ones are left out, any other line throws. */
export function parseOverrides(lines: string): readonly Override[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine);
}

function parseLine(line: string): Override {
  const [, source = '', replacement = '', fragment = '', title = '', year = ''] = LINE.exec(line) ?? [];
  if (year === '') throw new Error(`no override: ${line}`);
  return { source, replacement, evidence: { fragment, title, year: Number(year) } };
}

/** Overrides in the form of opencc-js's dictionaries. */
export function serializeOverrides(overrides: readonly Override[]): SerializedDictionary {
  return overrides.map(({ source, replacement }) => `${source} ${replacement}`).join('|');
}
