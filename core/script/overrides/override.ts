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

const ARROW = ' → ';
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

/** The entries of lines alone, as a dictionary of opencc-js: a converter is made ready without reading their evidence. */
export function entriesOf(lines: string): SerializedDictionary {
  const entries: string[] = [];
  for (let at = 0; at < lines.length;) {
    const newline = lines.indexOf('\n', at);
    const end = newline === -1 ? lines.length : newline;
    const [arrow, bar] = [lines.indexOf(ARROW, at), lines.indexOf(' | ', at)];
    if (arrow !== -1 && arrow < bar && bar < end) {
      entries.push(`${lines.slice(at, arrow)} ${lines.slice(arrow + ARROW.length, bar)}`);
    }
    at = end + 1;
  }
  return entries.join('|');
}
