import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../launch.ts';
import { makeBenchFiles, type BenchFiles } from './bench-files.ts';
import { MEASURE_NAMES, type Measure, type MeasureName, type WindowlessMeasure } from './measure.ts';
import { concordance100k } from './measures/concordance-100k.ts';
import { convert } from './measures/convert.ts';
import { convertReady } from './measures/convert-ready.ts';
import { importing } from './measures/import.ts';
import { importFrames } from './measures/import-frames.ts';
import { indexSize } from './measures/index-size.ts';
import { memory } from './measures/memory.ts';
import { memory10k } from './measures/memory-10k.ts';
import { notes10k, notes10kFilter, notes10kFrames } from './measures/notes-10k.ts';
import { notes50k, notes50kScroll } from './measures/notes-50k.ts';
import { open1m } from './measures/open-1m.ts';
import { open3k } from './measures/open-3k.ts';
import { paintResults } from './measures/paint-results.ts';
import { peers } from './measures/peers.ts';
import { query10k, query50k, totals10k } from './measures/query.ts';
import { reanchor1m, reanchor20k } from './measures/reanchor.ts';
import { start } from './measures/start.ts';
import { start10k } from './measures/start-10k.ts';
import { switch1m } from './measures/switch-1m.ts';
import { switch1mSight } from './measures/switch-1m-sight.ts';
import { switch3k } from './measures/switch-3k.ts';
import { switchFirst } from './measures/switch-first.ts';
import type { Pair } from './pairs.ts';
import { resultOf, tableOf, type Result } from './results-table.ts';

/** Fewer pairs give a first look, not a result. */
const PAIRS = 5;

const MEASURES: readonly Measure[] = [
  start,
  open3k,
  open1m,
  switch3k,
  switch1m,
  switch1mSight,
  switchFirst,
  memory,
  importing,
  importFrames,
  reanchor20k,
  reanchor1m,
  convert,
  convertReady,
  query10k,
  totals10k,
  indexSize,
  paintResults,
  start10k,
  memory10k,
  query50k,
  peers,
  concordance100k,
  notes10k,
  notes10kFilter,
  notes10kFrames,
  notes50k,
  notes50kScroll,
];

const USAGE = `npm run bench -- [--only ${MEASURE_NAMES.join(',')}] [--long] [--pairs N]
--long: also what takes many minutes (import-frames, query-50k, peers, concordance-100k); naming it with --only does too`;

interface Options {
  readonly only: readonly MeasureName[];
  readonly pairs: number;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  let files: BenchFiles | null = null;
  const results: Result[] = [];
  try {
    for (const measure of MEASURES.filter(({ name }) => options.only.includes(name))) {
      console.error(`Measuring ${measure.name} …`);
      const { pairs: count } = options;
      let pairs: readonly Pair[];
      if (isWindowless(measure)) {
        pairs = await measure.take({ pairs: count });
      } else {
        files ??= await makeBenchFiles();
        pairs = await measure.take({ files, pairs: count });
      }
      results.push(resultOf(measure, pairs));
    }
  } finally {
    files?.remove();
  }
  console.log(tableOf(results));
  const file = path.join(checkout, 'out', 'bench.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nMedians of ${options.pairs} pairs, 15 % allowed for noise; written to ${file}`);
  return results.every(({ pass }) => pass) ? 0 : 1;
}

function isWindowless(measure: Measure): measure is WindowlessMeasure {
  return 'windowless' in measure;
}

/** Null when the arguments make no sense. */
function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, pairs: { type: 'string' }, long: { type: 'boolean' } },
    });
    const usual = MEASURES.filter(({ isLong }) => values.long === true || isLong !== true);
    const wanted = values.only?.split(',') ?? usual.map(({ name }) => name);
    const only = MEASURE_NAMES.filter((name) => wanted.includes(name));
    const pairs = Number(values.pairs ?? PAIRS);
    const sound = only.length === wanted.length && Number.isInteger(pairs) && pairs > 0;
    return sound ? { only, pairs } : null;
  } catch {
    return null;
  }
}

process.exitCode = await main();
