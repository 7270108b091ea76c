import { mkdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { atLeast } from '#test/random-maps.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { createSearch } from '../create-search.ts';
import { codesNamed, randomLibraries } from '../fixtures/random-library.ts';
import { randomQueries, writtenQuery } from '../fixtures/random-queries.ts';
import { reportOf, searchFixture, type SearchFixture } from '../fixtures/search-fixture.ts';
import { readCorpus } from './kept-corpus.ts';

type Deps = SearchFixture['deps'];

/** What a search of its own answers to each query, without what it took. */
async function answersOf(deps: Deps, queries: readonly string[]): Promise<unknown[]> {
  const search = createSearch(deps);
  const answers: unknown[] = [];
  for (const query of queries) {
    const { tookMs: _tookMs, ...answer } = await search.search({ query, script: 'source', limit: 100 });
    answers.push(answer);
  }
  await search.close();
  return answers;
}

/** Those of a store that tells no list: all that is known of its reports must have been kept. */
function withoutList(deps: Deps): Deps {
  const refuse = (): never => {
    throw new Error('asked for the list');
  };
  return { ...deps, indexStamps: refuse, reports: { ...deps.reports, listReports: refuse } };
}

test('a corpus that was kept answers as one that is gathered, and only for the same reports', async () => {
  const folderPath = temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      randomLibraries,
      fc.array(randomQueries.map(writtenQuery), { minLength: 1, maxLength: 4 }),
      async ({ inLibrary, inPack, notes: list }, queries) => {
        run += 1;
        const dataDir = path.join(folderPath, String(run));
        mkdirSync(dataDir);
        const { deps: bare, library } = await searchFixture(dataDir, inLibrary, inPack);
        const deps = { ...bare, notes: { list: () => list, state: () => '', codesNamed } };
        let state = 1;
        const stamped = { ...deps, reportsStamp: () => `state ${state}` };
        const gathered = await answersOf(deps, queries);
        // An index that was just made is kept by the next who finds it whole.
        expect(await answersOf(stamped, queries)).toEqual(gathered);
        expect(await answersOf(withoutList(stamped), queries)).toEqual(gathered);

        state += 1;
        const added: ReportContent = reportOf('new', '教育强国，教育', { title: '教育' });
        library.set('new', added);
        const changed = await answersOf(stamped, ['教育']);
        expect(changed).toEqual(await answersOf(deps, ['教育']));
        expect(JSON.stringify(changed)).toContain('"new"');
      },
    ),
    atLeast(25),
  );
});

test('rows that another process has written make what was kept void', async () => {
  const dataDir = temporaryFolder();
  const { deps, library } = await searchFixture(dataDir, [reportOf('a', '教育'), reportOf('b', '教育')]);
  const stamped = { ...deps, reportsStamp: () => 'the same' };
  await answersOf(deps, ['教育']);
  const kept = await answersOf(stamped, ['教育']);
  expect(await answersOf(withoutList(stamped), ['教育'])).toEqual(kept);
  library.delete('b');
  // Takes the row out of the index, and knows of no state.
  await answersOf(deps, ['教育']);
  expect(JSON.stringify(await answersOf(stamped, ['教育']))).not.toContain('"b"');
});

test('what is no kept corpus is none', () => {
  const names = ['reportId', 'title', 'issuer', 'region', 'date', 'script', 'chars', 'origin', 'importedAt'];
  const lists = ['rows', 'titleTokens', 'headingTokens', 'textTokens', 'metadata', 'ends'];
  const empty = Object.fromEntries([...names, ...lists].map((name) => [name, '[]']));
  expect(readCorpus({ ...empty, searchable: '""' })?.summaries).toEqual([]);
  for (const parts of [{}, empty, { ...empty, searchable: '""', rows: '[1]' }, { ...empty, ends: '{' }]) {
    expect(readCorpus(parts)).toBeNull();
  }
});
