import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '#core/report/report.ts';
import { openTestLibrary, packReport } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';

const code = (value: string): unknown => expect.objectContaining({ code: value });
const metadata = { ...EMPTY_METADATA, title: '旧题', issuer: '教育部' };

test('fields are changed, the text is not; undo and redo over a restart', async () => {
  const dataDir = temporaryFolder();
  let library = await openTestLibrary(dataDir);
  const reportId = await library.addReport('一份报告', { metadata });
  const before = await library.openReport({ reportId });
  const change = { title: ' 新题 ', date: '2024-03' };
  const after = await library.changeMetadata({ reportId, revision: before.revision, change });
  expect(after).toEqual({
    ...before,
    metadata: { ...metadata, title: '新题', date: '2024-03', foundBy: { title: 'user', date: 'user' } },
    summary: { ...before.summary, title: '新题', date: '2024-03' },
    revision: 2,
  });
  expect(await library.listReports({})).toEqual([after.summary]);
  await library.close();
  library = await openTestLibrary(dataDir);
  expect(await library.undo({})).toMatchObject({ redo: 'change-metadata', reportIds: [reportId] });
  expect(await library.openReport({ reportId })).toEqual({ ...before, revision: 3 });
  await library.redo({});
  expect(await library.openReport({ reportId })).toEqual({ ...after, revision: 4 });
});

test('a writer who has not seen the current fields is told; one who says the same is not', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const reportId = await library.addReport('一份报告', { metadata });
  await library.changeMetadata({ reportId, revision: 1, change: { issuer: '国务院' } });
  const late = { reportId, revision: 1 };
  expect(() => library.changeMetadata({ ...late, change: { issuer: '省政府' } })).toThrow(
    code('report-changed'),
  );
  expect(await library.changeMetadata({ ...late, change: { issuer: '国务院' } })).toMatchObject({
    revision: 2,
  });
  expect((await library.openReport({ reportId })).metadata.issuer).toBe('国务院');
});

test('a field that is none changes nothing; an unknown report is told', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const reportId = await library.addReport('一份报告', { metadata });
  const change = { issuer: '国务院', title: '' };
  expect(() => library.changeMetadata({ reportId, revision: 1, change })).toThrow(code('metadata-invalid'));
  expect((await library.openReport({ reportId })).metadata).toEqual(metadata);
  expect(() => library.changeMetadata({ reportId: 'r0', revision: 1, change: {} })).toThrow(
    code('report-unknown'),
  );
  expect(await library.historyState({})).toEqual({ undo: null, redo: null });
});

test('an undo that another process’s change has overtaken does nothing', async () => {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport('一份报告', { metadata });
  await library.changeMetadata({ reportId, revision: 1, change: { title: '甲' } });
  const command = await openTestLibrary(dataDir, { actor: 'command' });
  await command.changeMetadata({ reportId, revision: 2, change: { title: '乙' } });
  expect(() => library.undo({})).toThrow(code('undo-superseded'));
  expect((await library.openReport({ reportId })).metadata.title).toBe('乙');
});

test('a pack’s report is copied, and keeps its new title when the pack goes', async () => {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir, { packReports: [packReport('p-a-1', '包')] });
  await library.changeMetadata({ reportId: 'p-a-1', revision: 1, change: { title: '我的题' } });
  expect(await library.listReports({})).toMatchObject([{ title: '我的题', origin: 'pack' }]);
  await library.close();
  const without = await openTestLibrary(dataDir);
  expect(await without.listReports({})).toMatchObject([{ reportId: 'p-a-1', title: '我的题' }]);
});
