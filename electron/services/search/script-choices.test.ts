import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import { reportOf, searchFixture } from './fixtures/search-fixture.ts';

test('places and titles are written as the user wants them in each report', async () => {
  const reports = ['r1', 'r2'].map((id) => reportOf(id, `说钟\n他说钟，${id}。\n`, { title: '说钟' }));
  const { deps } = await searchFixture(temporaryFolder(), reports, []);
  const clock = [{ phrase: '说钟', replacement: '說鐘' }];
  const search = createSearch({
    ...deps,
    scriptOptions: () => (reportId) => ({ overrides: true, choices: reportId === 'r1' ? clock : [] }),
  });
  onTestFinished(() => search.close());
  // The words that are asked for are found in every script; what is shown is the choice's.
  const { results } = await search.search({ query: '说钟', script: 'tw', limit: 10 });
  const shown = new Map(
    results.map(({ reportId, title, places }) => [reportId, [title, ...places.map(({ match }) => match)]]),
  );
  expect(new Set(shown.get('r1'))).toEqual(new Set(['說鐘']));
  expect(new Set(shown.get('r2'))).toEqual(new Set(['說鍾']));
  const hits = await search.searchInReport({ query: '说钟', reportId: 'r1', script: 'hk' });
  expect(new Set(hits.map(({ match }) => match))).toEqual(new Set(['説鐘']));
});
