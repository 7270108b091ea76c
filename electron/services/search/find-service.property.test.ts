import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextRange } from '#core/base/text-range.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import type { FindService } from './find-service.ts';
import { reportOf, searchFixture } from './fixtures/search-fixture.ts';

const characters = fc.constantFrom(
  ...['教', '育', '强', '強', '国', '國', '的', 'A', 'b', '1'],
  ...[' ', '　', '\n', '，', '。', '“', '\u{20bb7}', '\u200b', '㈠'],
);
const text = fc.array(characters, { maxLength: 80 }).map((list) => list.join(''));
const word = fc
  .array(fc.constantFrom('教', '育', '强', '國', '的', 'a', '1'), { minLength: 1, maxLength: 3 })
  .map((list) => list.join(''));
/** Queries of every kind, most of which have places in such texts. */
const query = fc.oneof(
  word,
  word.map((one) => `"${one}"`),
  fc.tuple(word, word).map(([one, other]) => `${one} ${other}`),
  fc.tuple(word, word).map(([one, other]) => `${one} OR ${other}`),
  fc.tuple(word, word).map(([one, other]) => `${one} -${other}`),
  fc.tuple(word, word).map(([one, other]) => `(${one} OR ${other}) 的`),
  fc.tuple(word, word, fc.nat(9)).map(([one, other, distance]) => `${one} NEAR/${distance} ${other}`),
  word.map((one) => `${one}*`),
  word.map((one) => `${one[0] ?? ''}?`),
  fc.constantFrom('/教.?[育国]/', '/[a-z0-9]+/', '/(教|育)+/'),
  word.map((one) => `${one} script:hant`),
  word.map((one) => `title:T1 ${one}`),
);

const RUNS = 25;
/** Has places of most of the queries. */
const EXAMPLE = '教育强國，的教a 1\n國的育';

async function placesOf(find: FindService, id: number, total: number): Promise<TextRange[]> {
  const places: TextRange[] = [];
  for (let from = 0; from < total; from += 7) {
    const page = find.places({ id, seed: { kind: 'numbers', from, to: from + 7 }, most: 7 });
    const flat = page?.places ?? [];
    for (let at = 0; at < flat.length; at += 2) {
      const number = (page?.first ?? 0) + at / 2;
      places[number] = { start: flat[at] ?? -1, end: flat[at + 1] ?? -1 };
    }
  }
  return places;
}

test('what is found in a report is what the search over everything counts and lists there', async () => {
  const folder = temporaryFolder();
  let run = 0;
  let withPlaces = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.array(query, { minLength: 1, maxLength: 4 }),
      fc.nat(4),
      async (sources, queries, split) => {
        const contents = [EXAMPLE, ...sources].map((source, index) =>
          reportOf(`r${index}`, source, { title: `T${index}`, script: index === 1 ? 'Hant' : 'Hans' }),
        );
        run += 1;
        const { deps } = await searchFixture(
          `${folder}/${run}`,
          contents.slice(split),
          contents.slice(0, split),
        );
        const search = createSearch(deps);
        const find = await search.find();
        for (const written of ['教育', ...queries]) {
          const asked = { query: written, script: 'source' } as const;
          const listed = (await search.search({ ...asked, limit: 100 })).results;
          for (const { summary } of contents) {
            const { reportId } = summary;
            const { id, total } = await find.find({ job: 'bar', query: written, reportId });
            expect(total).toBe(listed.find((result) => result.reportId === reportId)?.hits ?? 0);
            const inReport = await search.searchInReport({ ...asked, reportId });
            expect(await placesOf(find, id, total)).toEqual(
              inReport.map(({ start, end }) => ({ start, end })),
            );
            withPlaces += total > 0 ? 1 : 0;
          }
        }
        await search.close();
      },
    ),
    { numRuns: RUNS },
  );
  expect(withPlaces).toBeGreaterThanOrEqual(RUNS);
});

test('a bad query is told where it goes wrong, an unknown report by name, and a newer question ends the older', async () => {
  const { deps } = await searchFixture(temporaryFolder(), [reportOf('r0', '教育强国')]);
  const search = createSearch(deps);
  const find = await search.find();
  const failure = (wish: Partial<Parameters<FindService['find']>[0]>): Promise<unknown> =>
    find.find({ job: 'bar', query: '教育', reportId: 'r0', ...wish }).catch((thrown: unknown) => thrown);
  const bad = await failure({ query: '教育 OR' });
  expect(bad).toBeInstanceOf(ZhupiError);
  expect(bad).toMatchObject({ code: 'query-bad', params: { reason: 'or-side', position: 3 } });
  expect(await failure({ reportId: 'r9' })).toMatchObject({ code: 'report-unknown' });
  const older = failure({});
  const newer = failure({ query: '强国' });
  const other = failure({ job: 'another window' });
  expect(await older).toMatchObject({ code: 'cancelled' });
  expect(await newer).toMatchObject({ total: 1 });
  expect(await other).toMatchObject({ total: 1 });
  expect(find.places({ id: 99, seed: { kind: 'text', start: 0, end: 4 }, most: 5 })).toBeNull();
  await search.close();
});
