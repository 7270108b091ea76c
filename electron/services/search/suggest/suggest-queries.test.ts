import { expect, onTestFinished, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { createSearch } from '../create-search.ts';
import { reportOf, searchFixture } from '../fixtures/search-fixture.ts';

function report(id: string, source: string, change: Partial<ReportSummary>): ReportContent {
  const made = reportOf(id, source, { title: change.title ?? '', script: change.script ?? 'Hans' });
  return { ...made, summary: { ...made.summary, ...change } };
}

const REPORTS = [
  report('r1', '海洋强国。海洋强国建设，海洋强国规划。\n', {
    ...{ title: '海洋强国规划', issuer: '海洋局', region: '舟山', date: '2023-07' },
  }),
  report('r2', '海洋強國的路。海洋強國。\n', {
    ...{ title: '漁業會議紀要', issuer: '漁業局', region: '台北', date: '2020-01', script: 'Hant-TW' },
  }),
];

function note(id: string, tags: readonly string[]): Annotation {
  return {
    ...{ schemaVersion: 1, id, reportId: 'r1', kind: 'highlight', code: 'yellow', state: 'exact', note: '' },
    ...{ tags: [...tags], createdAt: 0, updatedAt: 0, revision: 1 },
    anchor: { start: 0, end: 2, exact: '', prefix: '', suffix: '', sourceHash: '' },
  };
}

const SAVED: SavedSearch = {
  ...{ id: 's1', name: '渔业', query: 'title:渔业 date:2020..', sort: 'date', createdAt: 0, revision: 1 },
};

async function open() {
  const { deps } = await searchFixture(temporaryFolder(), REPORTS.slice(1), REPORTS.slice(0, 1));
  const notes = [note('n1', ['责任主体', '目标']), note('n2', ['责任主体'])];
  const search = createSearch({
    ...deps,
    notes: { list: () => notes, state: () => 'same' },
    savedSearches: () => [SAVED],
  });
  onTestFinished(() => search.close());
  await search.search({ query: '海', script: 'source', limit: 1 });
  const suggest = (written: string, script: 'source' | 'cn' | 't' = 'source', job = 'j') =>
    search.suggest({ written, caret: written.length, script, recent: ['海洋 规划', '漁業'], job });
  return { search, suggest };
}

test('a word brings queries, phrases of the texts, tags, titles and metadata', async () => {
  const { suggest } = await open();
  expect(await suggest('海洋', 'cn')).toEqual([
    { kind: 'recent', query: '海洋 规划' },
    { kind: 'phrase', text: '海洋强国' },
    { kind: 'title', reportId: 'r1', text: '海洋强国规划' },
    { kind: 'issuer', text: '海洋局' },
  ]);
  expect(await suggest('渔业')).toEqual([
    { kind: 'saved', name: '渔业', query: SAVED.query, sort: 'date' },
    { kind: 'recent', query: '漁業' },
    { kind: 'title', reportId: 'r2', text: '漁業會議紀要' },
    { kind: 'issuer', text: '漁業局' },
  ]);
});

test('phrases are shown in the script of the reader', async () => {
  const { suggest } = await open();
  expect(await suggest('海洋', 't')).toContainEqual({ kind: 'phrase', text: '海洋強國' });
});

test.each([
  ['yuyehuiyi', [{ kind: 'title', reportId: 'r2', text: '漁業會議紀要' }]],
  ['yyhy', [{ kind: 'title', reportId: 'r2', text: '漁業會議紀要' }]],
  ['ze ren', [{ kind: 'tag', text: '责任主体' }]],
  ['tag:zr', [{ kind: 'tag', text: '责任主体' }]],
  ['海洋 tag:責', [{ kind: 'tag', text: '责任主体' }]],
  ['tag:', ['责任主体', '目标'].map((text) => ({ kind: 'tag', text }))],
  ['title:"渔业', [{ kind: 'title', reportId: 'r2', text: '漁業會議紀要' }]],
  ['place:zhou', [{ kind: 'place', text: '舟山' }]],
  ['date:', ['2023', '2020'].map((text) => ({ kind: 'date', text }))],
  ['in:', []],
  ['海洋 ', []],
  ['无此词', []],
  ['长'.repeat(50), []],
])('%s', async (written, expected) => {
  const { suggest } = await open();
  expect(await suggest(written)).toEqual(expected);
});

test('the next question of a job ends the one before, those of others go on', async () => {
  const { suggest } = await open();
  const [first, other, second] = await Promise.allSettled([
    suggest('海', 'source', 'a'),
    suggest('海', 'source', 'b'),
    suggest('海洋', 'source', 'a'),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect([other.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
});
