import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { createSearch } from '#services/search/create-search.ts';
import { reportOf, searchFixture } from '#services/search/fixtures/search-fixture.ts';
import type { SearchService } from '#services/search-types.ts';
import { hostileQueries } from './hostile-queries.ts';
import { fuzzTarget, type FuzzTarget } from './fuzz-target.ts';

/** Milliseconds of work that a query may take. */
const MOST_WORK = 1_000;
/** UTF-16 units of real text that are searched, where real texts are at hand. */
const MOST_TEXT = 400_000;

const MADE = [
  '关于教育强国的报告\n建设教育强国，办好人民满意的教育。第12号文件指出，GDP 增长5.2%。\n',
  `会议纪要\n${'a'.repeat(3_000)}教育强国，${'教'.repeat(500)}b\n`,
  '縣政府工作報告\n推進義務教育優質均衡發展，（一）加強領導；二、責任主體。\u{20bb7}野家\n',
];

/** Texts of the reports beside the checkout, cut to what one search can look at in a moment. */
function texts(): readonly string[] {
  const folder = path.join(process.env['ZHUPI_SHARED'] ?? '', 'reports');
  if (!existsSync(folder)) return MADE;
  const real = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8').slice(0, MOST_TEXT / 5));
  return [...MADE, ...real];
}

let search: Promise<SearchService> | undefined;

/** Notes, so that what is asked of them has something to find. */
function notesOf(reportIds: readonly string[]): readonly Annotation[] {
  return reportIds.map((reportId, number) => ({
    ...{ schemaVersion: 1, id: `n${String(number)}`, reportId, kind: 'highlight', state: 'exact' },
    ...{ code: ['red', 'yellow'][number % 2] ?? 'red', note: '要核对教育强國\njiaoyu', tags: ['目标', '縣'] },
    ...{ createdAt: 0, updatedAt: 0, revision: 1 },
    anchor: { start: 0, end: 1, exact: '', prefix: '', suffix: '', sourceHash: '' },
  }));
}

async function open(): Promise<SearchService> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zhupi-fuzz-'));
  const reports = texts().map((source, index) =>
    reportOf(`r${String(index)}`, source, { title: source.slice(0, 8) }),
  );
  const { deps } = await searchFixture(dataDir, reports.slice(1), reports.slice(0, 1));
  const notes = notesOf(reports.map(({ summary }) => summary.reportId));
  return createSearch({ ...deps, notes: { list: () => notes, state: () => '' } });
}

/** Any query is answered within a second of work, with exact totals or with the one named error; so are its suggestions. */
export const SEARCH_TARGET: FuzzTarget = fuzzTarget({
  name: 'search',
  inputs: hostileQueries,
  check: async (query) => {
    const service = await (search ??= open());
    const before = process.cpuUsage();
    try {
      const { total, results } = await service.search({ query, script: 'source', limit: 100 });
      assert.equal(
        results.reduce((sum, { hits }) => sum + hits, 0),
        total.hits,
      );
    } catch (thrown) {
      if (!(thrown instanceof ZhupiError) || thrown.code !== 'query-bad') throw thrown;
    }
    const typed = { written: query, caret: query.length, script: 'source', recent: [], job: 'box' } as const;
    await service.suggest(typed);
    const { user, system } = process.cpuUsage(before);
    const work = (user + system) / 1_000;
    assert.ok(work < MOST_WORK, `took ${String(Math.round(work))} ms of work`);
  },
});
