import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { createSearch } from '../create-search.ts';
import { reportOf, searchFixture } from '../fixtures/search-fixture.ts';

const MANY = Array.from({ length: 400 }, (_item, number) => {
  const report = reportOf(
    `r${String(number).padStart(3, '0')}`,
    `第${String(number)}份\n${'教育，'.repeat(1 + (number % 7))}`,
  );
  const [date, region] = [
    `20${String(10 + (number % 9))}`,
    number % 3 === 0 ? '' : `省${String(number % 4)}`,
  ];
  return { ...report, summary: { ...report.summary, date, region } };
});

async function open() {
  const { deps } = await searchFixture(temporaryFolder(), MANY);
  const search = createSearch(deps);
  onTestFinished(() => search.close());
  const ask = (query: string, more = {}) =>
    search.search({ query, script: 'source', limit: 20, job: 'box', ...more });
  /** Asks as a window does, until the answer is complete. */
  const follow = async (query: string, more = {}) => {
    let answer = await ask(query, more);
    while (answer.progress !== undefined) answer = await ask(query, more);
    return answer;
  };
  return { search, ask, follow };
}

test('a job is told what is searchable while the index is made, and in the end the same as who waits', async () => {
  const { search, ask, follow } = await open();
  const first = await ask('教育');
  if (first.progress !== undefined) {
    const { looked, reports, missing } = first.progress;
    expect(looked).toBeLessThanOrEqual(reports);
    expect(reports + missing).toBe(MANY.length);
  }
  const followed = await follow('教育');
  const waited = await search.search({ query: '教育', script: 'source', limit: 20 });
  expect(followed.total).toEqual(waited.total);
  expect(followed.results).toEqual(waited.results);
  expect(waited.total.reports).toBe(MANY.length);
});

test('who asks while the first answer is being prepared is told all there is, too', async () => {
  const { deps } = await searchFixture(temporaryFolder(), MANY.slice(0, 20), MANY.slice(20, 24));
  const earlier = createSearch(deps);
  await earlier.search({ query: '教育', script: 'source', limit: 1 });
  await earlier.close();
  const search = createSearch(deps);
  onTestFinished(() => search.close());
  const asked = ['教', '教育', '教育'].map((query) => search.search({ query, script: 'source', limit: 5 }));
  const answers = await Promise.all(asked);
  expect(answers.map(({ total }) => total.reports)).toEqual([24, 24, 24]);
});

test('pages put together are the whole list, in each order', async () => {
  const { follow } = await open();
  for (const sort of ['relevance', 'date', 'place'] as const) {
    const whole = await follow('教育', { sort, limit: 400 });
    const pages = [];
    for (let offset = 0; offset < 400; offset += 150) {
      pages.push(...(await follow('教育', { sort, offset, limit: 150 })).results);
    }
    expect(pages).toEqual(whole.results);
    expect(whole.listed).toBe(400);
    const found = whole.results.map(({ reportId }) => MANY[Number(reportId.slice(1))]?.summary);
    if (sort === 'date') {
      const dates = found.map((summary) => summary?.date ?? '');
      expect(dates).toEqual(dates.toSorted().toReversed());
    }
    if (sort === 'place') {
      const regions = found.map((summary) => summary?.region ?? '');
      const known = regions.filter((region) => region !== '');
      expect(regions).toEqual([...known.toSorted(), ...regions.filter((region) => region === '')]);
    }
  }
});

test('a search ends when its job asks for something else, and when it is cancelled', async () => {
  const { search, ask, follow } = await open();
  await follow('教育');
  const old = ask('份');
  const next = ask('教');
  await expect(old).rejects.toMatchObject({ code: 'cancelled' });
  expect((await next).query).toBe('教');
  const stopped = ask('育');
  search.cancel('box');
  await Promise.allSettled([stopped]);
  expect((await follow('教育')).total.reports).toBe(MANY.length);
});
