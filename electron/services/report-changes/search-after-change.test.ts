import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { libraryParts } from '../library-parts.ts';
import { openLibrary } from '../library.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { analysedReport } from './fixtures/damaged-report.ts';

const TEXT = '关于教育工作的报告\n各地要统筹安排，落实责任。';

test('a search right behind a change answers from the new text and title, and behind undo from the old', async () => {
  const folder = temporaryFolder();
  const dataDir = path.join(folder, 'data');
  const store = await openStore({ dataDir, now: Date.now });
  const report = newReport(TEXT, await analysedReport(TEXT));
  const reportId = insertReport(store.connection, store.originals, report, 1)?.reportId ?? '';
  await store.close();
  const library = await openLibrary(
    { dataDir, packFiles: [], now: Date.now, actor: 'window', onEvent: () => undefined },
    libraryParts,
  );
  onTestFinished(() => library.close());
  await library.loadPacks();
  const find = async (query: string) => {
    const { results } = await library.search({ query, script: 'source', limit: 10 });
    const hits = await library.searchInReport({ query, reportId, script: 'source' });
    return [results.map((result) => [result.title, result.hits]), hits.map(({ start }) => start)];
  };
  const title = '关于教育工作的报告';
  expect(await find('落实责任')).toEqual([[[title, 1]], [TEXT.indexOf('落实')]]);
  const file = path.join(folder, 'new.txt');
  await writeFile(file, `${TEXT}\n前面的话不变，新的一行说经费保障。`);
  const { content } = await library.replaceText({ reportId, path: file });
  expect(await find('经费保障')).toEqual([[[title, 1]], [content.source.indexOf('经费')]]);
  await library.changeMetadata({ reportId, revision: content.revision, change: { title: '义务教育通报' } });
  expect(await find('义务教育')).toEqual([[['义务教育通报', 0]], []]);
  await library.undo({});
  expect(await find('义务教育')).toEqual([[], []]);
  await library.undo({});
  expect(await find('经费保障')).toEqual([[], []]);
  await library.redo({});
  expect(await find('经费保障')).toEqual([[[title, 1]], [content.source.indexOf('经费')]]);
});
