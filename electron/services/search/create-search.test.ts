import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { SearchService } from '../search-types.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import { reportOf, searchFixture } from './fixtures/search-fixture.ts';

const HANS = reportOf('r1', '教育强国\n本市加快建设教育强国，不断办好人民满意的教育。\n', {
  title: '教育强国',
});
const HANT = reportOf('r2', '會議紀要\n會議提出“教育\n强國”和GDP增長5％。\n', {
  title: '會議',
  script: 'Hant-TW',
});
const OTHER = reportOf('r3', '天气\n今天下雨。\n', { title: '教育强国的天气' });

async function open(
  library: readonly ReportContent[],
  pack: readonly ReportContent[] = [],
  dataDir = temporaryFolder(),
) {
  const fixture = await searchFixture(dataDir, library, pack);
  const search = createSearch(fixture.deps);
  onTestFinished(() => search.close());
  return { ...fixture, search, dataDir, find: finder(search) };
}

function finder(search: SearchService) {
  return async (query: string, script: 'source' | 'cn' | 'tw' = 'source', limit = 100) => {
    const { total, results } = await search.search({ query, script, limit });
    return { total, results, ids: results.map(({ reportId }) => reportId) };
  };
}

test('a query finds both scripts, in packs and library, and shows them in one', async () => {
  const { find } = await open([HANS], [HANT]);
  for (const query of ['教育强国', '教育強國']) {
    const { total, results } = await find(query, 'tw');
    expect(total).toEqual({ reports: 1, hits: 2 });
    expect(results[0]).toMatchObject({ reportId: 'r1', title: '教育強國', hits: 2 });
    expect(results[0]?.places).toEqual([
      { start: 0, end: 4, before: '', match: '教育強國', after: '' },
      { start: 11, end: 15, before: '本市加快建設', match: '教育強國', after: '，不斷辦好人民滿意的教育。' },
    ]);
  }
  const { total, results } = await find('教育', 'cn');
  expect(total).toEqual({ reports: 2, hits: 4 });
  expect(results.find(({ reportId }) => reportId === 'r2')?.places[0]?.before).toBe('会议提出“');
});

test('places read many at once are those of reports opened one by one', async () => {
  const edited = reportOf('r4', '通知\n办好教 育。\n教育，教育局', { script: 'Hant' });
  const gap = {
    start: 6,
    end: 7,
    before: ' ',
    after: '',
    rule: 'layout',
    confidence: 1,
    applied: true,
  } as const;
  const { deps, find } = await open([HANS, HANT, OTHER, { ...edited, edits: [gap] }]);
  const { sources: _sources, ...slowly } = { ...deps, dataDir: temporaryFolder() };
  const other = createSearch(slowly);
  onTestFinished(() => other.close());
  for (const query of ['教育', '教育 OR 天', '強國', '"教育" NEAR/9 教育']) {
    expect(await find(query, 'tw')).toEqual(await finder(other)(query, 'tw'));
  }
});

test('operators, one character, words', async () => {
  const { find } = await open([HANS, OTHER], [HANT]);
  expect((await find('教育 -GDP')).total).toEqual({ reports: 1, hits: 3 });
  expect((await find('会议 -GDP')).ids).toEqual([]);
  expect((await find('下雨 OR gdp')).ids.toSorted()).toEqual(['r2', 'r3']);
  expect((await find('-教育')).ids).toEqual(['r3']);
  expect((await find('国')).total).toEqual({ reports: 2, hits: 3 });
  expect((await find('gd')).total).toEqual({ reports: 0, hits: 0 });
  expect((await find('「5%」')).total).toEqual({ reports: 1, hits: 1 });
  await expect(find('「教育')).rejects.toMatchObject({ code: 'query-bad', params: { position: 0 } });
});

test('a report that only its title brings in is listed last and not counted', async () => {
  const { find } = await open([OTHER, HANS]);
  const { total, results } = await find('教育强国');
  expect(total).toEqual({ reports: 1, hits: 2 });
  expect(results.map(({ reportId, hits, score }) => [reportId, hits, score > 0])).toEqual([
    ['r1', 2, true],
    ['r3', 0, false],
  ]);
});

test('what the text has of a query that its title completes is not counted', async () => {
  const { find, search } = await open([OTHER, HANS]);
  const { total, results } = await find('天气 教育强国');
  expect(total).toEqual({ reports: 0, hits: 0 });
  expect(results).toEqual([{ reportId: 'r3', title: '教育强国的天气', hits: 0, score: 0, places: [] }]);
  expect(await search.searchInReport({ query: '天气 教育强国', reportId: 'r3', script: 'source' })).toEqual(
    [],
  );
});

test('totals do not depend on the limit, and a report gives all its places', async () => {
  const long = reportOf('r9', `报告\n${'教育，'.repeat(300)}\n`);
  const { find, search } = await open([HANS, long]);
  const { total, results } = await find('教育', 'source', 1);
  expect(total).toEqual({ reports: 2, hits: 303 });
  expect(results).toHaveLength(1);
  const hits = await search.searchInReport({ query: '教育', reportId: 'r9', script: 'tw' });
  expect(hits).toHaveLength(300);
  expect(hits.every(({ start, end }) => long.source.slice(start, end) === '教育')).toBe(true);
  const unknown = search.searchInReport({ query: '教育', reportId: 'r0', script: 'tw' });
  await expect(unknown).rejects.toMatchObject({ code: 'report-unknown' });
});

test('changed, new and deleted reports are seen after invalidate, and by the next process', async () => {
  const { find, library, search, dataDir } = await open([HANS, OTHER]);
  expect((await find('下雨')).ids).toEqual(['r3']);
  library.set('r3', reportOf('r3', '天气\n今天晴。\n', { version: 2 }));
  library.set('r4', reportOf('r4', '明天下雨'));
  library.delete('r1');
  search.invalidate();
  expect((await find('下雨')).ids).toEqual(['r4']);
  expect((await find('教育')).ids).toEqual([]);
  await search.close();
  const next = await open([...library.values()], [], dataDir);
  expect((await next.find('晴')).ids).toEqual(['r3']);
});

test('a copy in the library is searched in place of the text that its pack has by now', async () => {
  const copy = reportOf('p-x-a', '旧文', { title: '甲' });
  const { find } = await open([copy], [reportOf('p-x-a', '新文', { title: '甲' })]);
  expect((await find('旧')).total).toEqual({ reports: 1, hits: 1 });
  expect((await find('新')).total).toEqual({ reports: 0, hits: 0 });
});

test.each([
  ['no database', (file: string) => writeFileSync(file, 'x'.repeat(5000))],
  ['cut', (file: string) => truncateSync(file, 9000)],
  ['overwritten in the middle', (file: string) => overwrite(file)],
  [
    'a folder',
    (file: string) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
])('an index.db that is %s is made anew', async (_name, damage) => {
  const many = Array.from({ length: 30 }, (_item, index) =>
    reportOf(`r${index}`, `报告${index}\n建设教育强国。`),
  );
  const first = await open(many);
  expect((await first.find('教育强国')).total).toEqual({ reports: 30, hits: 30 });
  await first.search.close();
  damage(path.join(first.dataDir, 'index.db'));
  const second = await open(many, [], first.dataDir);
  expect((await second.find('教育强国')).total).toEqual({ reports: 30, hits: 30 });
});

test('a text of index.db in which a bit turned over is read from its report, and the index is made anew', async () => {
  const report = reportOf('r1', '题\n山水，山火。');
  const first = await open([report, OTHER]);
  const places = '/山./';
  expect((await first.find(places)).total).toEqual({ reports: 1, hits: 2 });
  await first.search.close();
  const file = path.join(first.dataDir, 'index.db');
  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from('山水', 'utf16le'));
  expect(at).toBeGreaterThan(0);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const second = await open([report, OTHER], [], first.dataDir);
  expect((await second.find(places)).total).toEqual({ reports: 1, hits: 2 });
  expect((await second.find(places)).total).toEqual({ reports: 1, hits: 2 });
  await second.search.close();
  expect(readFileSync(file).includes(Buffer.from('山水', 'utf16le'))).toBe(true);
});

test('where no index.db can be written the index is in memory', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  const { find } = await open([HANS], [], path.join(folder, 'file', 'below'));
  expect((await find('教育强国')).total).toEqual({ reports: 1, hits: 2 });
});

function overwrite(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096);
  writeFileSync(file, bytes);
}

test('what was prepared behind other work is searched as what was not, and closing ends the work', async () => {
  const many = Array.from({ length: 150 }, (_none, at) =>
    reportOf(`m${String(at)}`, `第${String(at)}份\n教育强国${'建设'.repeat(at)}`),
  );
  const { search, find, library, dataDir } = await open([...many, HANS]);
  await search.prepare(new AbortController().signal);
  const index = new DatabaseSync(path.join(dataDir, 'index.db'), { readOnly: true });
  expect(index.prepare('SELECT count(*) AS n FROM report').get()).toEqual({ n: 151 });
  index.close();
  library.set('r3', OTHER);
  search.invalidate();
  const preparing = search.prepare(new AbortController().signal);
  expect((await find('教育强国')).total.reports).toBe(151);
  expect((await find('今天下雨')).ids).toEqual(['r3']);
  await preparing;
  search.invalidate();
  const closing = search.prepare(AbortSignal.abort());
  await search.close();
  await closing;
});
