import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFolder } from '#core/script/index.ts';
import { atLeast } from '#test/random-maps.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import { naiveSearch } from './fixtures/naive-search.ts';
import { codesNamed, randomLibraries, type RandomLibrary } from './fixtures/random-library.ts';
import { randomQueries, writtenQuery, type RandomQuery } from './fixtures/random-queries.ts';
import { searchFixture } from './fixtures/search-fixture.ts';

const folder = await loadFolder();

test('every operator means what a look at every character of every text says', { timeout: 1e9 }, async () => {
  const folderPath = temporaryFolder();
  let libraries = 0;
  await fc.assert(
    fc.asyncProperty(
      randomLibraries,
      fc.array(randomQueries, { minLength: 1, maxLength: 10, size: 'max' }),
      (library, queries) => {
        libraries += 1;
        return checkQueries(`${folderPath}/${libraries}`, library, queries);
      },
    ),
    atLeast(60),
  );
});

async function checkQueries(
  dataDir: string,
  library: RandomLibrary,
  queries: readonly RandomQuery[],
): Promise<void> {
  const { deps } = await searchFixture(dataDir, library.inLibrary, library.inPack);
  const notes = { list: () => library.notes, state: () => '', codesNamed };
  const search = createSearch({ ...deps, notes });
  const reports = [...library.inLibrary, ...library.inPack];
  try {
    for (const query of queries) {
      const written = writtenQuery(query);
      const answer = await search.search({ query: written, script: 'source', limit: 100 });
      const expected = naiveSearch(query, reports, library.notes, folder.fold);
      const listed = [...expected.found, ...expected.byTitle.map((reportId) => [reportId, 0] as const)];
      expect({
        written,
        total: answer.total,
        results: answer.results.map(({ reportId, hits }) => [reportId, hits]).toSorted(),
        metadata: answer.metadata?.toSorted(byReport),
        notes: answer.notes?.toSorted(byReport),
        apart: answer.apart,
        listed: answer.listed,
      }).toEqual({
        written,
        total: {
          reports: expected.found.length,
          hits: expected.found.reduce((sum, [, hits]) => sum + hits, 0),
        },
        results: listed.toSorted(),
        metadata: expected.metadata.toSorted(byReport),
        notes: expected.notes.toSorted(byReport),
        apart: { metadata: expected.metadata.length, notes: expected.notes.length },
        listed: listed.length,
      });
      for (const [reportId, hits] of listed) {
        const places = await search.searchInReport({ query: written, reportId, script: 'source' });
        expect([written, reportId, places.length]).toEqual([written, reportId, hits]);
      }
    }
  } finally {
    await search.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function byReport(a: { readonly reportId: string }, b: { readonly reportId: string }): number {
  return a.reportId < b.reportId ? -1 : a.reportId > b.reportId ? 1 : 0;
}
