import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { foldReading } from '#core/search/search-text.ts';
import { tokenize } from '#core/search/tokenize.ts';
import { buildReading } from '#core/text/reading.ts';
import { checkout } from '../../launch.ts';
import { largeLibrary } from '../large-library.ts';
import { largeTexts, TEXTS_VERSION } from '../large-texts.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { median, type Pair } from '../pairs.ts';
import { bundleScript } from '../search/engine-process.ts';
import { peersTable, type PeerRow } from '../search/peers-table.ts';
import { sampledQueries } from '../search/queries.ts';

const PEERS = ['minisearch', 'flexsearch', 'lunr'] as const;
const SIZES = [1_000, 10_000] as const;
const QUERIES = 40;
/** How often each is loaded; the medians count. */
const LOADS = 3;
/** Megabytes that the largest of them may take. */
const HEAP = 14_000;

/**
 * MiniSearch, FlexSearch and lunr over the same tokens, each built, kept in a file, loaded and asked in processes of its own;
 * the table goes to stderr and out/bench-peers.json. Theirs show no snippets and count no places. To load takes until the first
 * answer, all hits ranked; memory is what the process holds at the end, less what it held before, both after a rest and a
 * collection. Both are medians of three processes. What the others have built stays under out/bench with the time that it took,
 * for lunr takes minutes; loading and asking is measured each time. The pair is what we are least ahead in at either size,
 * milliseconds to load or megabytes, against the best of them.
 */
export const peers: WindowlessMeasure = {
  name: 'peers',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 0.1 },
  windowless: true,
  isLong: true,
  take: async () => {
    const rows: PeerRow[] = [];
    for (const reports of SIZES) rows.push(...(await rowsOf(reports)));
    console.error(peersTable(rows));
    writeFileSync(path.join(checkout, 'out', 'bench-peers.json'), `${JSON.stringify(rows, null, 2)}\n`);
    const pairs = SIZES.flatMap((size) => pairsOf(rows.filter(({ reports }) => reports === size)));
    return pairs.toSorted((a, b) => b.ours / b.baseline - a.ours / a.baseline).slice(0, 1);
  },
};

/** Ours against the best of the others, of one size. */
function pairsOf(rows: readonly PeerRow[]): readonly Pair[] {
  const ours = rows.find(({ engine }) => engine === 'zhupi');
  const others = rows.filter(({ engine }) => engine !== 'zhupi');
  return (['load', 'memory'] as const).map((key) => ({
    baseline: Math.min(...others.map((row) => row[key] ?? Infinity)),
    ours: ours?.[key] ?? Infinity,
  }));
}

async function rowsOf(reports: number): Promise<readonly PeerRow[]> {
  const { tokens, queries, asked } = await tokenFiles(reports);
  const peer = await bundleScript('peer-driver');
  const rows = PEERS.map((engine): PeerRow => {
    const index = path.join(path.dirname(tokens), `${engine}.json`);
    const built = builtOnce(`${index}.built`, () =>
      run(`${engine} builds`, reports, peer, [engine, 'build', tokens, index]),
    );
    const loaded =
      built === null
        ? null
        : loads(`${engine} loads`, reports, peer, [engine, 'query', tokens, index, queries]);
    return rowOf(engine, reports, built, loaded);
  });
  const own = await bundleScript('ours-driver');
  const library = largeLibrary(reports);
  const built = run('zhupi builds', reports, own, ['build', library]);
  run('zhupi prepares', reports, own, ['prepare', library]);
  const loaded = loads('zhupi loads', reports, own, ['query', library, JSON.stringify(asked)]);
  return [...rows, rowOf('zhupi', reports, built, loaded)];
}

/** The tokens of the reports and of the queries, made at the first call. */
async function tokenFiles(reports: number) {
  const folder = path.join(checkout, 'out', 'bench', `peers-${String(reports)}-${String(TEXTS_VERSION)}`);
  const [tokens, queries] = [path.join(folder, 'tokens.txt'), path.join(folder, 'queries.txt')];
  const asked = sampledQueries(QUERIES);
  if (existsSync(queries)) return { tokens, queries, asked };
  mkdirSync(folder, { recursive: true });
  const { fold, foldWithMap } = await loadSearchFolder();
  const tokensOf = (text: string): string => {
    const { text: folded, gaps } = foldReading({ fold, foldWithMap }, buildReading(text, 'txt', [], null));
    return tokenize(folded, gaps)
      .map(({ term }) => term)
      .join(' ');
  };
  writeFileSync(tokens, linesOf(Array.from(largeTexts(reports), tokensOf)));
  // The last token of a query is its last character alone, which stands nowhere by itself.
  writeFileSync(queries, linesOf(asked.map((query) => tokensOf(query).split(' ').slice(0, -1).join(' '))));
  return { tokens, queries, asked };
}

interface Figures {
  readonly build?: number;
  readonly size?: number;
  readonly load?: number;
  readonly shown?: number;
  readonly memory?: number;
  readonly times?: readonly number[];
}

/** The figures of a build that was done, now or before; a failed one is tried again. */
function builtOnce(file: string, build: () => Figures | null): Figures | null {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Figures;
  const built = build();
  if (built !== null) writeFileSync(file, JSON.stringify(built));
  return built;
}

function rowOf(engine: string, reports: number, built: Figures | null, loaded: Figures | null): PeerRow {
  return {
    ...{ engine, reports, build: built?.build ?? null, size: built?.size ?? null },
    ...{ load: loaded?.load ?? null, shown: loaded?.shown ?? null, memory: loaded?.memory ?? null },
    query: loaded?.times === undefined ? null : median(loaded.times),
  };
}

/** The medians of several processes; null when one failed. */
function loads(what: string, reports: number, script: string, arguments_: readonly string[]): Figures | null {
  const runs = Array.from({ length: LOADS }, () => run(what, reports, script, arguments_));
  const whole = runs.filter((each) => each !== null);
  if (whole.length < runs.length) return null;
  const middle = (key: 'load' | 'shown' | 'memory'): Figures => {
    const values = whole.flatMap((each) => each[key] ?? []);
    return values.length === 0 ? {} : { [key]: median(values) };
  };
  const times = whole.flatMap((each) => each.times ?? []);
  return { times, ...middle('load'), ...middle('shown'), ...middle('memory') };
}

/** Null when the process failed, for want of memory, say; tells on stderr how it went. */
function run(what: string, reports: number, script: string, arguments_: readonly string[]): Figures | null {
  const begun = performance.now();
  const tell = (how: string): void =>
    console.error(
      `  ${what} ${reports.toLocaleString('en')} reports: ${how} after ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
  try {
    const output = execFileSync(
      process.execPath,
      ['--expose-gc', `--max-old-space-size=${String(HEAP)}`, script, ...arguments_],
      {
        ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 },
        // What the compiler's threads have given back stays in arenas of their own otherwise, and counts as held.
        env: { ...process.env, MALLOC_ARENA_MAX: '1' },
      },
    );
    tell('done');
    return JSON.parse(output) as Figures;
  } catch {
    tell('failed');
    return null;
  }
}

function linesOf(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
