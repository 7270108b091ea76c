import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { libraryParts } from '#services/library-parts.ts';
import { openLibrary } from '#services/library.ts';
import { settledMemory } from './settled-memory.ts';

/*
 * Our search beside the peers: `node --expose-gc ours-driver.mjs build|prepare|query DATA_FOLDER QUERIES-AS-JSON`. What is loaded is
 * the whole library, its list of reports too. To load takes until the first answer, from a process in which nothing but the
 * code is; memory is what the process holds beyond that, after all queries.
 */

const open = (dataDir: string) =>
  openLibrary(
    { dataDir, packFiles: [], now: Date.now, actor: 'command', onEvent: () => undefined },
    libraryParts,
  );

/** Makes index.db anew beside a copy of the store. */
async function build(dataDir: string): Promise<object> {
  const copy = `${dataDir}.index`;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  copyFileSync(path.join(dataDir, 'zhupi.db'), path.join(copy, 'zhupi.db'));
  const library = await open(copy);
  const begun = performance.now();
  await library.prepareSearch(new AbortController().signal);
  const took = performance.now() - begun;
  await library.close();
  const size = statSync(path.join(copy, 'index.db')).size / 1e6;
  rmSync(copy, { recursive: true });
  return { build: took, size };
}

/** Makes what an index of an older program lacks, and what a first search keeps for those of later starts. */
async function prepare(dataDir: string): Promise<object> {
  const library = await open(dataDir);
  await library.prepareSearch(new AbortController().signal);
  await library.loadPacks();
  await library.search({ query: '一', script: 'source', limit: 1 });
  await library.close();
  return {};
}

async function query(dataDir: string, queries: readonly string[]): Promise<object> {
  const before = await settledMemory();
  const begun = performance.now();
  const library = await open(dataDir);
  await library.loadPacks();
  const search = async (text: string): Promise<number> =>
    (await library.search({ query: `"${text}"`, script: 'source', limit: 50 })).results.length;
  await search(queries[0] ?? '');
  const load = performance.now() - begun;
  let found = 0;
  for (const each of queries) found += await search(each);
  const times: number[] = [];
  for (const each of queries) {
    const asking = performance.now();
    await search(each);
    times.push(performance.now() - asking);
  }
  const grown = (await settledMemory()) - before;
  await library.close();
  return { load, memory: grown, times, found };
}

const [what, dataDir = '', queries = '[]'] = process.argv.slice(2);
const work = {
  build: () => build(dataDir),
  prepare: () => prepare(dataDir),
  query: () => query(dataDir, JSON.parse(queries) as readonly string[]),
};
process.stdout.write(JSON.stringify(await work[what as keyof typeof work]()));
