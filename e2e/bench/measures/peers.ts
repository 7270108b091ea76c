import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { foldReading } from '#core/search/search-text.ts';
import { tokenize } from '#core/search/tokenize.ts';
import { buildReading } from '#core/text/reading.ts';
import { checkout } from '../../launch.ts';
import { largeLibrary } from '../large-library.ts';
import { largeTexts } from '../large-texts.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { median } from '../pairs.ts';
import { bundleScript } from '../search/engine-process.ts';
import { sampledQueries } from '../search/queries.ts';

const PEERS = ['minisearch', 'flexsearch', 'lunr'] as const;
const SIZES = [1_000, 10_000] as const;
const QUERIES = 40;
/** Megabytes that the largest of them may take. */
const HEAP = 14_000;

interface Row {
  readonly engine: string;
  readonly reports: number;
  /** Milliseconds; null: it could not be done. */
  readonly build: number | null;
  readonly load: number | null;
  readonly query: number | null;
  /** Megabytes. */
  readonly memory: number | null;
  readonly size: number | null;
}

/**
 * MiniSearch, FlexSearch and lunr over the same tokens, each built, kept in a file, loaded and asked in processes of its own;
 * the table goes to stderr and out/bench-peers.json. Theirs show no snippets and count no places. The pair is what we are
 * least ahead in at 10,000 reports, milliseconds to load or megabytes, against the best of them.
 */
export const peers: WindowlessMeasure = {
  name: 'peers',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 0.1 },
  windowless: true,
  isLong: true,
  take: async () => {
    const rows: Row[] = [];
    for (const reports of SIZES) rows.push(...(await rowsOf(reports)));
    console.error(tableOf(rows));
    writeFileSync(path.join(checkout, 'out', 'bench-peers.json'), `${JSON.stringify(rows, null, 2)}\n`);
    const large = rows.filter((row) => row.reports === SIZES[1]);
    const ours = large.find(({ engine }) => engine === 'zhupi');
    const best = (key: 'load' | 'memory'): number =>
      Math.min(...large.flatMap((row) => (row.engine === 'zhupi' ? [] : [row[key] ?? Infinity])));
    const pairs = (['load', 'memory'] as const).map((key) => ({
      baseline: best(key),
      ours: ours?.[key] ?? Infinity,
    }));
    return pairs.toSorted((a, b) => b.ours / b.baseline - a.ours / a.baseline).slice(0, 1);
  },
};

async function rowsOf(reports: number): Promise<readonly Row[]> {
  const folder = path.join(checkout, 'out', 'bench', `peers-${String(reports)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { fold, foldWithMap } = await loadSearchFolder();
  const tokensOf = (text: string): string => {
    const { text: folded, gaps } = foldReading({ fold, foldWithMap }, buildReading(text, 'txt', [], null));
    return tokenize(folded, gaps)
      .map(({ term }) => term)
      .join(' ');
  };
  const [tokens, queries] = [path.join(folder, 'tokens.txt'), path.join(folder, 'queries.txt')];
  writeFileSync(tokens, linesOf(Array.from(largeTexts(reports), tokensOf)));
  const asked = sampledQueries(QUERIES);
  // The last token of a query is its last character alone, which stands nowhere by itself.
  writeFileSync(queries, linesOf(asked.map((query) => tokensOf(query).split(' ').slice(0, -1).join(' '))));
  const peer = await bundleScript('peer-driver');
  const rows = PEERS.map((engine): Row => {
    const index = path.join(folder, `${engine}.json`);
    console.error(`  ${engine}, ${reports.toLocaleString('en')} reports …`);
    const built = run(peer, [engine, 'build', tokens, index]);
    const loaded = built === null ? null : run(peer, [engine, 'query', tokens, index, queries]);
    return rowOf(engine, reports, built, loaded);
  });
  const own = await bundleScript('ours-driver');
  const library = largeLibrary(reports);
  const ours = rowOf(
    'zhupi',
    reports,
    run(own, ['build', library]),
    run(own, ['query', library, JSON.stringify(asked)]),
  );
  rmSync(folder, { recursive: true });
  return [...rows, ours];
}

interface Figures {
  readonly build?: number;
  readonly size?: number;
  readonly load?: number;
  readonly memory?: number;
  readonly times?: readonly number[];
}

function rowOf(engine: string, reports: number, built: Figures | null, loaded: Figures | null): Row {
  return {
    ...{ engine, reports, build: built?.build ?? null, size: built?.size ?? null },
    ...{ load: loaded?.load ?? null, memory: loaded?.memory ?? null },
    query: loaded?.times === undefined ? null : median(loaded.times),
  };
}

/** Null when the process failed, for want of memory, say. */
function run(script: string, arguments_: readonly string[]): Figures | null {
  try {
    const output = execFileSync(
      process.execPath,
      ['--expose-gc', `--max-old-space-size=${String(HEAP)}`, script, ...arguments_],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(output) as Figures;
  } catch {
    return null;
  }
}

function linesOf(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

function tableOf(rows: readonly Row[]): string {
  const shown = (value: number | null, unit: string): string =>
    (value === null ? 'failed' : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`).padStart(11);
  const head = ['engine', 'reports', 'build', 'file', 'load', 'memory', 'query'].map((name, at) =>
    at === 0 ? name.padEnd(12) : name.padStart(at === 1 ? 8 : 11),
  );
  const lines = rows.map(({ engine, reports, build, size, load, memory, query }) =>
    [
      engine.padEnd(12),
      reports.toLocaleString('en').padStart(8),
      shown(build, 'ms'),
      shown(size, 'MB'),
      shown(load, 'ms'),
      shown(memory, 'MB'),
      shown(query, 'ms'),
    ].join(''),
  );
  return [head.join(''), ...lines].join('\n');
}
