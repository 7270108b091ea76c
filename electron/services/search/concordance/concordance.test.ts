import { expect, onTestFinished, test } from 'vitest';
import type { ConcordanceTextWish, ConcordanceWish } from '#core/ipc/calls/concordance-calls.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { concordanceMarkdown, concordanceTable } from '#core/search/concordance.ts';
import { writeCsv } from '#core/export/csv.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { createSearch } from '../create-search.ts';
import { reportOf, searchFixture } from '../fixtures/search-fixture.ts';

function dated(content: ReportContent, date: string, region = ''): ReportContent {
  return { ...content, summary: { ...content.summary, date, region } };
}

const HANS = dated(
  reportOf('r1', '一、教育\n加快建设教育强国，办好教育事业。\n', { title: '甲' }),
  '2023-07-18',
  '北京',
);
const HANT = dated(
  reportOf('r2', '會議\n會議提出“教育強國”，教育為本。\n', { title: '會議', script: 'Hant-TW' }),
  '2020',
);
const UNDATED = reportOf('r3', '𠮷年教育𠮷祥。\n', { title: '丙' });

const told: [number, number][] = [];
const tell = (done: number, total: number): void => void told.push([done, total]);

async function open(library = [HANS, HANT, UNDATED]) {
  const fixture = await searchFixture(temporaryFolder(), library);
  const search = createSearch(fixture.deps);
  onTestFinished(() => search.close());
  const service = await search.concordance();
  const wish: ConcordanceWish = {
    ...{ job: 'j1', query: '教育', script: 'source', order: 'text', grouping: 'none', only: null },
  };
  const linesOf = async (change: Partial<ConcordanceWish>, context = 5) => {
    const asked = { ...wish, ...change };
    const head = await service.open(asked, tell);
    const { id } = head;
    const rows = await service.lines({ id, script: asked.script, context, from: 0, count: 200 });
    return { head, rows: rows ?? [] };
  };
  return { ...fixture, search, service, wish, linesOf };
}

const shown = (rows: readonly { before: string; match: string; after: string }[]) =>
  rows.map(({ before, match, after }) => `${before}|${match}|${after}`);

test('every place of both scripts is a line, in the script asked for, with its label and number', async () => {
  const { linesOf } = await open();
  const { head, rows } = await linesOf({ query: '教育', script: 'tw' });
  expect(head.total).toEqual({ reports: 3, hits: 6 });
  expect(shown(rows.filter(({ reportId }) => reportId === 'r1'))).toEqual([
    '一、|教育|',
    '加快建設|教育|強國，辦好',
    '強國，辦好|教育|事業。',
  ]);
  const [heading, first] = rows.filter(({ reportId }) => reportId === 'r1');
  expect(heading).toMatchObject({ index: 0, label: '一', title: '甲', date: '2023-07-18', region: '北京' });
  expect(first).toMatchObject({ index: 1, label: '一 ¶1', start: 9, end: 11 });
});

test('context is counted in characters, not in units', async () => {
  const { linesOf } = await open([UNDATED]);
  const { rows } = await linesOf({}, 5);
  expect(shown(rows)).toEqual(['𠮷年|教育|𠮷祥。']);
  const many = await open([reportOf('r9', `${'𠮷'.repeat(9)}教育${'𠮷'.repeat(9)}\n`)]);
  expect(shown((await many.linesOf({}, 6)).rows)).toEqual([`${'𠮷'.repeat(6)}|教育|${'𠮷'.repeat(6)}`]);
});

test('equal neighbours stand together whatever their script, and groups and filters hold their places', async () => {
  const { linesOf } = await open();
  const { rows } = await linesOf({ order: 'right' });
  const after = rows.map((row) => row.after.replace(/[，”。]/gu, ''));
  expect(after.filter((text) => /^[强強][国國]/u.test(text))).toHaveLength(2);
  const at = after.findIndex((text) => /^[强強]/u.test(text));
  expect(after[at + 1]).toMatch(/^[强強]/u);
  const grouped = await linesOf({ order: 'left', grouping: 'year' });
  expect(grouped.head.groups).toEqual([
    { key: '2020', name: '2020', count: 2 },
    { key: '2023', name: '2023', count: 3 },
    { key: '', name: '', count: 1 },
  ]);
  const byReport = await linesOf({ grouping: 'report', script: 'cn', only: { by: 'year', key: '2020' } });
  expect(byReport.head).toMatchObject({
    total: { reports: 1, hits: 2 },
    groups: [{ key: 'r2', name: '会议', count: 2 }],
  });
  expect((await linesOf({ only: { by: 'place', key: '' } })).head.total.hits).toBe(3);
  expect((await linesOf({ only: { by: 'report', key: 'r3' } })).head.total.hits).toBe(1);
});

test('lines of a report that has changed, and of a concordance that is not kept, are not answered', async () => {
  const { library, search, service, wish } = await open();
  const page = { script: 'source', context: 20, from: 0, count: 10 } as const;
  const { id } = await service.open(wish, tell);
  library.set('r1', { ...HANS, source: '教育\n', version: 2, sourceHash: 'other' });
  search.invalidate();
  expect(await service.lines({ ...page, id })).toBeNull();
  const again = await service.open(wish, tell);
  expect(await service.lines({ ...page, id: again.id })).toHaveLength(4);
  for (let time = 0; time < 3; time += 1) await service.open(wish, tell);
  expect(await service.lines({ ...page, id: again.id })).toBeNull();
  expect(await service.lines({ ...page, id: 999 })).toBeNull();
});

test('the next concordance and a cancel end the one under way; a bad query is told', async () => {
  const many = Array.from({ length: 300 }, (_item, at) => reportOf(`r${at}`, `教育${at}\n`.repeat(30)));
  const { service, wish } = await open(many);
  await service.open(wish, tell);
  told.length = 0;
  const [first, second] = await Promise.allSettled([
    service.open({ ...wish, job: 'a', order: 'left' }, tell),
    service.open({ ...wish, job: 'b', order: 'right' }, tell),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect(second).toMatchObject({ status: 'fulfilled', value: { total: { hits: 9000 } } });
  expect(told.at(-1)).toEqual([300, 300]);
  const third = service.open({ ...wish, query: '育', job: 'c', order: 'left' }, tell);
  service.cancel('c');
  await expect(third).rejects.toMatchObject({ code: 'cancelled' });
  await expect(service.open({ ...wish, query: '(' }, tell)).rejects.toMatchObject({ code: 'query-bad' });
});

test('the text is that of the lines, in their order', async () => {
  const { service, wish, linesOf } = await open();
  const asked: ConcordanceTextWish = { ...wish, order: 'right', grouping: 'year', context: 5, format: 'csv' };
  const { rows } = await linesOf({ order: 'right', grouping: 'year' });
  expect(await service.text(asked, tell)).toEqual({ text: writeCsv(concordanceTable(rows)), lines: 6 });
  const { text } = await service.text({ ...asked, format: 'markdown' }, tell);
  expect(text).toBe(concordanceMarkdown(rows));
});

test('a trend sets the places against all texts that the filters let through', async () => {
  const other = dated(reportOf('r4', '天气晴。\n', { title: '丁' }), '2023-01');
  const { service } = await open([HANS, HANT, UNDATED, other]);
  const trend = await service.trend({ query: '教育强国', script: 'cn' });
  expect(trend.total).toEqual({ reports: 2, hits: 2 });
  expect(trend.reports.map(({ title, hits }) => [title, hits])).toEqual([
    ['会议', 1],
    ['甲', 1],
  ]);
  expect(trend.years.map(({ year, hits, found, reports }) => [year, hits, found, reports])).toEqual([
    ['2020', 1, 1, 1],
    ['2023', 1, 1, 2],
    ['', 0, 0, 1],
  ]);
  expect(trend.years[1]?.chars).toBe(HANS.summary.chars + other.summary.chars);
  const filtered = await service.trend({ query: '教育 place:北京 -天气', script: 'source' });
  expect(filtered.years.map(({ year, hits, reports }) => [year, hits, reports])).toEqual([['2023', 3, 1]]);
});
