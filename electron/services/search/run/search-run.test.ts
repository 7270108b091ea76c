import { expect, onTestFinished, test, vi } from 'vitest';
import { INDEX_FINGERPRINT } from '#core/search/index-fingerprint.ts';
import { requireQuery } from '#core/search/query/query.ts';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { SEARCH_SORTS } from '#core/ipc/settings-values.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { Documents } from '../corpus/documents.ts';
import { pinyinOf } from './find-apart.ts';
import { reportOf, searchFixture } from '../fixtures/search-fixture.ts';
import { openLibraryIndex } from '../index/library-index.ts';
import { SearchCorpus } from '../corpus/search-corpus.ts';
import { SearchRun } from './search-run.ts';
import { SearchedNotes } from './searched-notes.ts';

const REPORTS = Array.from({ length: 40 }, (_item, number) => {
  const report = reportOf(
    `r${String(number)}`,
    `第${String(number)}份\n${'教育，'.repeat(1 + (number % 7))}`,
  );
  return { ...report, summary: { ...report.summary, date: `20${String(10 + (number % 9))}` } };
});

test.each(SEARCH_SORTS)('what was listed by %s on the way does not stand for the whole', async (sort) => {
  const folder = await loadSearchFolder();
  const dataDir = temporaryFolder();
  const { deps } = await searchFixture(dataDir, REPORTS);
  const documents = new Documents(
    (reportId) => {
      const { source, format, edits, blocks, summary } = deps.reports.openReport(reportId);
      return { source, format, edits, blocks, script: summary.script };
    },
    folder,
    undefined,
  );
  const library = openLibraryIndex({
    path: `${dataDir}/index.db`,
    fingerprint: INDEX_FINGERPRINT,
    read: (reportId) => documents.indexable(reportId),
  });
  onTestFinished(() => library.close());
  const corpus = new SearchCorpus({ deps, folder, documents, library });
  await corpus.refresh(Infinity);
  const query = requireQuery('/教./', folder);
  const letters = await pinyinOf(query);
  const begin = () => new SearchRun(query, '/教./', corpus, new SearchedNotes(undefined, folder), letters);
  const whole = begin();
  Array.from(whole.work());
  // A machine so slow that every slice ends after a few reports.
  let time = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 1_000));
  onTestFinished(() => clock.mockRestore());
  const run = begin();
  for (const _stop of run.work()) run.list(sort, 0, 5);
  expect(run.total).toEqual(whole.total);
  expect(run.list(sort, 0, 5)).toEqual(whole.list(sort, 0, 5));
  expect(run.list(sort, 0, 40)).toEqual(whole.list(sort, 0, 40));
});
