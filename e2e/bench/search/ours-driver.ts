import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { libraryParts } from '#services/library-parts.ts';
import { openLibrary } from '#services/library.ts';
import { settledMemory } from './settled-memory.ts';

/*
 * Our search beside the peers: `node --expose-gc ours-driver.mjs build|prepare|query DATA_FOLDER QUERIES-AS-JSON`. What is loaded is
 * the whole library, its list of reports too. To load takes until the first answer, all hits counted and ranked, from a process in
 * which only the code and the tables of characters are; "shown" until 50 results are described with snippets, which the peers do
 * not do. Memory is what the process holds beyond those, after all queries with their 50 results.
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
  // The peers' code is there before they load, and they are given tokens: what makes them of a text is no part of an index.
  await import('#services/search/create-search.ts');
  (await loadSearchFolder()).fold(queries.join('\n'));
  const before = await settledMemory();
  const begun = performance.now();
  const library = await open(dataDir);
  await library.loadPacks();
  const search = async (text: string, limit = 50): Promise<number> =>
    (await library.search({ query: `"${text}"`, script: 'source', limit })).results.length;
  await search(queries[0] ?? '', 1);
  const load = performance.now() - begun;
  await search(queries[0] ?? '');
  const shown = performance.now() - begun;
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
  return { load, shown, memory: grown, times, found };
}

const [what, dataDir = '', queries = '[]'] = process.argv.slice(2);
const work = {
  build: () => build(dataDir),
  prepare: () => prepare(dataDir),
  query: () => query(dataDir, JSON.parse(queries) as readonly string[]),
};
process.stdout.write(JSON.stringify(await work[what as keyof typeof work]()));
