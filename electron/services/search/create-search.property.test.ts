import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFolder } from '#core/script/index.ts';
import { findPlaces } from '#core/search/matches.ts';
import { buildReading } from '#core/text/reading.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import { reportOf, searchFixture } from './fixtures/search-fixture.ts';

const folder = await loadFolder();

const characters = fc.constantFrom(
  ...['教', '育', '强', '強', '国', '國', '的', 'A', 'b', '1', '２', 'é'],
  ...[' ', '　', '\n', '，', '。', '“', '%', '\u{20bb7}', '\u200b', '㎏'],
);
const source = fc.array(characters, { maxLength: 60 }).map((list) => list.join(''));
const word = fc.array(characters, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const reports = fc.array(source, { minLength: 1, maxLength: 6 });

function contentsOf(sources: readonly string[]) {
  return sources.map((text, index) => reportOf(`r${index}`, text, { title: text.slice(0, 4) }));
}

test('the hits of a phrase are those of a scan of every text', async () => {
  const folderPath = temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(reports, word, fc.nat(), async (sources, query, split) => {
      const phrase = folder.fold(query).replace(/^,+|,+$/gu, '');
      fc.pre(phrase !== '' && !query.includes('“'));
      const contents = contentsOf(sources);
      const at = split % (contents.length + 1);
      run += 1;
      const { deps } = await searchFixture(`${folderPath}/${run}`, contents.slice(at), contents.slice(0, at));
      const search = createSearch(deps);
      const answer = await search.search({ query: `"${query}"`, script: 'source', limit: 100 });
      const expected = contents.map(({ summary, source: text }) => {
        const folded = folder.foldWithMap(buildReading(text, 'txt', []).text);
        return [summary.reportId, findPlaces(folded, phrase).length] as const;
      });
      const found = expected.filter(([, hits]) => hits > 0);
      expect(answer.total).toEqual({
        reports: found.length,
        hits: found.reduce((sum, [, hits]) => sum + hits, 0),
      });
      const listed = answer.results.filter(({ hits }) => hits > 0);
      expect(listed.map(({ reportId, hits }) => [reportId, hits]).toSorted()).toEqual(found.toSorted());
      await search.close();
    }),
    { numRuns: 120 },
  );
});

test('it does not matter which engine holds a report', async () => {
  const folderPath = temporaryFolder();
  let run = 0;
  const queries = fc.array(
    word.filter((text) => /^[\p{L}\p{N}]+$/u.test(text)),
    { minLength: 1, maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(reports, queries, fc.integer({ min: 0, max: 63 }), async (sources, words, mask) => {
      const contents = contentsOf(sources);
      const answers = [];
      for (const inPack of [0, 63, mask]) {
        run += 1;
        const { deps } = await searchFixture(
          `${folderPath}/${run}`,
          contents.filter((_content, index) => (inPack & (1 << index)) === 0),
          contents.filter((_content, index) => (inPack & (1 << index)) !== 0),
        );
        const search = createSearch(deps);
        const { total, results } = await search.search({
          query: words.join(' '),
          script: 'source',
          limit: 9,
        });
        answers.push({ total, results });
        await search.close();
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }),
    { numRuns: 60 },
  );
});
