import { expect, onTestFinished, test } from 'vitest';
import fc from 'fast-check';
import type { Annotation } from '#core/annotations/record.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { hostileQueries } from '#test/fuzz/hostile-queries.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import { reportOf, searchFixture } from './fixtures/search-fixture.ts';

function report(id: string, source: string, change: Partial<ReportSummary>): ReportContent {
  const made = reportOf(id, source, { title: change.title ?? '', script: change.script ?? 'Hans' });
  return { ...made, summary: { ...made.summary, ...change } };
}

const REPORTS = [
  report('r1', '关于教育\n全市教育的质量稳步提高，GDP增长。\n', {
    ...{ title: '教育强国规划', issuer: '教育部', region: '北京', date: '2023-07' },
  }),
  report('r2', '會議\n醫療質量提高。教育另行部署，economy向好。\n', {
    ...{ title: '會議紀要', issuer: '衛生局', region: '台北', date: '2020-01-05', script: 'Hant-TW' },
  }),
  report('r3', '天气\n第12号台风。\n', { title: '天气', date: '' }),
];

function note(id: string, reportId: string, change: Partial<Annotation>): Annotation {
  return {
    ...{
      schemaVersion: 1,
      id,
      reportId,
      kind: 'highlight',
      code: 'yellow',
      state: 'exact',
      note: '',
      tags: [],
    },
    ...{ createdAt: 0, updatedAt: 0, revision: 1 },
    anchor: { start: 0, end: 2, exact: '', prefix: '', suffix: '', sourceHash: '' },
    ...change,
  };
}

const NOTES = [
  note('n1', 'r1', { code: 'red', note: '這裡說到質量與責任', tags: ['教育 目标'] }),
  note('n2', 'r2', { code: 'blue', tags: ['责任主体'] }),
];

async function open(inPack = 1) {
  const { deps } = await searchFixture(temporaryFolder(), REPORTS.slice(inPack), REPORTS.slice(0, inPack));
  const notes = [...NOTES];
  const state = () => String(notes.length);
  const search = createSearch({ ...deps, notes: { list: () => notes, state } });
  onTestFinished(() => search.close());
  const find = (query: string) => search.search({ query, script: 'source', limit: 100 });
  return { search, notes, find };
}

test.each([
  ['(教育 -gdp) OR 台风', ['r2', 'r3'], 2],
  ['教育 NEAR/1 质量', ['r1'], 1],
  ['教*质量', ['r1'], 1],
  ['/[医醫]疗|台.{0,1}/', ['r2', 'r3'], 2],
  ['econ*', ['r2'], 1],
  ['第*号', ['r3'], 1],
  ['title:教育', ['r1'], 0],
  ['title:紀要 教育', ['r2'], 1],
  ['issuer:/.*局/', ['r2'], 0],
  ['place:臺北 OR place:北京', ['r1', 'r2'], 0],
  ['date:2020..2022', ['r2'], 0],
  ['date:2023-07-15..', ['r1'], 0],
  ['-date:2020', ['r1', 'r3'], 0],
  ['script:繁 质量', ['r2'], 1],
  ['tag:责任主體', ['r2'], 0],
  ['tag:责任', [], 0],
  ['tag:责任*', ['r2'], 0],
  ['color:red 教育', ['r1'], 2],
  ['has:note -color:red', ['r2'], 0],
  ['教育 -has:note', [], 0],
  ['in:notes 质量', ['r1'], 0],
  ['in:notes color:blue', ['r2'], 0],
  ['in:notes 质量 color:blue', [], 0],
  ['in:notes -质量', ['r2'], 0],
])('%s finds %j', async (query, ids, hits) => {
  for (const inPack of [0, 2]) {
    const { find, search } = await open(inPack);
    const { total, results } = await find(query);
    const listed = results.filter((result) => query.includes(':') || result.hits > 0);
    expect(listed.map(({ reportId }) => reportId).toSorted()).toEqual(ids);
    expect(total.hits).toBe(hits);
    for (const { reportId, hits: counted } of results) {
      const places = await search.searchInReport({ query, reportId, script: 'source' });
      expect(places).toHaveLength(counted);
    }
  }
});

test('titles, metadata, notes and tags are listed apart and not counted', async () => {
  const { find } = await open();
  const education = await find('教育');
  expect(education.total).toEqual({ reports: 2, hits: 3 });
  expect(education.metadata).toEqual([
    { reportId: 'r1', field: 'title', text: '教育强国规划' },
    { reportId: 'r1', field: 'issuer', text: '教育部' },
  ]);
  expect(education.notes).toEqual([{ annotationId: 'n1', reportId: 'r1', field: 'tags', text: '教育 目标' }]);
  expect(education.apart).toEqual({ metadata: 2, notes: 1 });
  const quality = await find('质量 责任');
  expect(quality.total).toEqual({ reports: 0, hits: 0 });
  expect(quality.notes).toEqual([
    { annotationId: 'n1', reportId: 'r1', field: 'note', text: '這裡說到質量與責任' },
  ]);
  expect((await find('责任 -教育')).notes).toEqual([]);
});

test.each(['jiaoyu qiangguo', 'jyqg', 'JiaoYu'])('%s is found in titles and tags', async (query) => {
  const { find } = await open();
  const { total, results, metadata } = await find(query);
  expect(total.hits).toBe(0);
  expect(results.map(({ reportId }) => reportId)).toEqual(['r1']);
  expect(metadata).toEqual([{ reportId: 'r1', field: 'title', text: '教育强国规划' }]);
  expect((await find('zrzt')).notes).toMatchObject([{ annotationId: 'n2', field: 'tags' }]);
});

test.each([
  ['tag:重点', ['r1']],
  ['tag:计划*', ['r2']],
  ['tag:b*', ['r2']],
  ['tag:划b', []],
])('of tags with signs and spaces %s finds %j', async (query, ids) => {
  const { find, notes } = await open();
  notes.push(note('n3', 'r1', { tags: ['重点！'] }), note('n4', 'r2', { tags: ['计划 A b2'] }));
  expect((await find(query)).results.map(({ reportId }) => reportId)).toEqual(ids);
});

test('notes are read anew when they have changed', async () => {
  const { find, notes } = await open();
  expect((await find('in:notes 新词')).total.reports).toBe(0);
  notes.push(note('n3', 'r3', { note: '新詞' }));
  expect((await find('in:notes 新词')).total.reports).toBe(1);
});

test('a bad query says where and why', async () => {
  const { find } = await open();
  await expect(find('教育 (质量')).rejects.toMatchObject({
    code: 'query-bad',
    params: { position: 3, at: 4, reason: 'bracket-open' },
  });
});

test('an expression for clause punctuation finds it, and the ends of blocks', async () => {
  const { find } = await open();
  const { total, results } = await find('/，/');
  expect(total.hits).toBeGreaterThan(0);
  expect(results.every(({ places }) => places.length > 0)).toBe(true);
});

test('the search answers any query with places or query-bad, hostile ones too', async () => {
  const { find } = await open();
  const piece = fc.constantFrom(
    ...[
      '教育',
      ' ',
      ' ',
      '-',
      'OR ',
      'NEAR/9 ',
      '(',
      ')',
      '"',
      '*',
      '?',
      '/',
      '.*',
      '[^a]+',
      'tag:',
      'title:',
    ],
    ...['in:notes ', 'date:2020..', 'jy', '，', '(a|a)*', '{1,200}'],
  );
  const typed = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(fc.oneof(typed, hostileQueries), async (query) => {
      try {
        const { total, results } = await find(query);
        expect(results.reduce((sum, { hits }) => sum + hits, 0)).toBe(total.hits);
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'query-bad' });
      }
    }),
    { numRuns: 500 },
  );
});
