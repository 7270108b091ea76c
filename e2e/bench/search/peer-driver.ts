import { readFileSync, statSync, writeFileSync } from 'node:fs';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { settledMemory } from './settled-memory.ts';

/*
 * One peer in a process of its own: `node --expose-gc peer-driver.mjs NAME build|query TOKENS INDEX QUERIES`. TOKENS and
 * QUERIES hold one text a line, its tokens with blanks between. Prints what it took as JSON.
 */

interface Peer {
  readonly build: (texts: readonly string[]) => () => string;
  readonly load: (file: string) => (query: string) => number;
}

const words = (text: string): string[] => text.split(' ');
const flexOptions = { tokenize: 'strict', encode: words, resolution: 9, fastupdate: false } as const;
const miniOptions = {
  fields: ['text'],
  tokenize: words,
  processTerm: (term: string): string => term,
  searchOptions: { combineWith: 'AND' as const, prefix: false, fuzzy: false as const },
};

const peers: Readonly<Record<string, Peer>> = {
  minisearch: {
    build: (texts) => {
      const index = new MiniSearch(miniOptions);
      index.addAll(texts.map((text, id) => ({ id, text })));
      return () => JSON.stringify(index);
    },
    load: (file) => {
      const index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), miniOptions);
      return (query) => index.search(query).slice(0, 50).length;
    },
  },
  flexsearch: {
    build: (texts) => {
      const index = new FlexSearch.Index(flexOptions);
      texts.forEach((text, id) => index.add(id, text));
      return () => {
        const parts: [string, string][] = [];
        void index.export((key: string, data: string) => void parts.push([key, data]));
        return JSON.stringify(parts);
      };
    },
    load: (file) => {
      const index = new FlexSearch.Index(flexOptions);
      for (const [key, data] of JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) {
        void index.import(key, data);
      }
      return (query) => (index.search(query, { limit: 50 }) as unknown[]).length;
    },
  },
  lunr: {
    build: (texts) => {
      const builder = new lunr.Builder();
      builder.ref('id');
      builder.field('text');
      builder.tokenizer = ((text: string) =>
        words(text).map((word) => new lunr.Token(word, {}))) as unknown as typeof lunr.tokenizer;
      texts.forEach((text, id) => builder.add({ id: String(id), text }));
      const index = builder.build();
      return () => JSON.stringify(index);
    },
    load: (file) => {
      const index = lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')) as object);
      return (query) =>
        index
          .query((clauses) => {
            for (const term of words(query)) {
              clauses.term(term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
            }
          })
          .slice(0, 50).length;
    },
  },
};

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}

async function run([name = '', what, tokens = '', file = '', queries = '']: readonly string[]) {
  const peer = peers[name];
  if (peer === undefined) throw new Error(`no peer ${name}`);
  if (what === 'build') {
    const texts = linesOf(tokens);
    const begun = performance.now();
    const serialise = peer.build(texts);
    const build = performance.now() - begun;
    writeFileSync(file, serialise());
    return { build, size: statSync(file).size / 1e6 };
  }
  const asked = linesOf(queries);
  const before = await settledMemory();
  const begun = performance.now();
  const query = peer.load(file);
  query(asked[0] ?? '');
  const load = performance.now() - begun;
  let found = 0;
  for (const each of asked) found += query(each);
  const times = asked.map((each) => {
    const asking = performance.now();
    query(each);
    return performance.now() - asking;
  });
  return { load, memory: (await settledMemory()) - before, times, found };
}

process.stdout.write(JSON.stringify(await run(process.argv.slice(2))));
