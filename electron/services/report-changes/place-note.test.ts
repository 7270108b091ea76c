import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { analysedReport } from './fixtures/damaged-report.ts';

const TEXT = [
  '关于教育工作的报告',
  '一、各地要加强组织领导，落实经费保障。',
  '二、县级政府应当在年底以前报告进度，逾期不报的要说明理由。',
].join('\n');
const code = (value: string): unknown => expect.objectContaining({ code: value });

async function withNote(library: TestLibrary, quote: string) {
  const reportId = await library.addReport(TEXT, await analysedReport(TEXT));
  const start = TEXT.indexOf(quote);
  const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
  const note = await library.createNote({ reportId, start, end: start + quote.length, ...fields, tags: [] });
  const current = async () => (await library.listNotes({ reportId })).find(({ id }) => id === note.id);
  const replace = async (text: string) => {
    const file = path.join(library.dataDir, '..', 'new.txt');
    await writeFile(file, text);
    return library.replaceText({ reportId, path: file });
  };
  return { reportId, note, current, replace };
}

const open = (): Promise<TestLibrary> => openTestLibrary(path.join(temporaryFolder(), 'data'));

test('an orphan is put where the user says, which undo takes back', async () => {
  const library = await open();
  const { note, current, replace } = await withNote(library, '落实经费保障');
  const text = '关于教育工作的报告\n一、全文已经重写，与以前没有一处相同。\n二、另有规定的除外。';
  await replace(text);
  const orphan = await current();
  expect(orphan).toMatchObject({ state: 'orphan', anchor: note.anchor, revision: 2 });
  const start = text.indexOf('另有规定');
  const place = { start, end: start + 4 };
  expect(() => library.placeNote({ id: note.id, revision: 1, place })).toThrow(code('annotation-conflict'));
  const beyond = { start, end: text.length + 1 };
  expect(() => library.placeNote({ id: note.id, revision: 2, place: beyond })).toThrow(code('range-invalid'));
  const empty = { start, end: start };
  expect(() => library.placeNote({ id: note.id, revision: 2, place: empty })).toThrow(code('range-invalid'));
  const placed = await library.placeNote({ id: note.id, revision: 2, place });
  expect(placed).toMatchObject({
    state: 'exact',
    anchor: { ...place, exact: '另有规定', suffix: '的除外。' },
  });
  expect(await current()).toEqual(placed);
  expect(await library.historyState({})).toMatchObject({ undo: 'place-note' });
  await library.undo({});
  expect(await current()).toMatchObject({ state: 'orphan', anchor: note.anchor });
  expect(() => library.placeNote({ id: 'n0', revision: 1, place })).toThrow(code('annotation-unknown'));
});

test('a note that the user takes off its place keeps its quote', async () => {
  const library = await open();
  const { note, current } = await withNote(library, '落实经费保障');
  const orphan = await library.placeNote({ id: note.id, revision: 1, place: null });
  expect(orphan).toMatchObject({ state: 'orphan', anchor: note.anchor });
  expect(await library.placeNote({ id: note.id, revision: 2, place: null })).toEqual(orphan);
  expect(await library.noteCandidates({ id: note.id })).toMatchObject([
    { start: note.anchor.start, end: note.anchor.end },
  ]);
  await library.undo({});
  expect(await current()).toMatchObject({ state: 'exact', anchor: note.anchor });
});

test('a doubtful note is carried on from the last text in which it was sure', async () => {
  const library = await open();
  const { note, current, replace } = await withNote(library, '落实经费保障');
  // Its paragraph is gone; the words stand in two others.
  const twice = [
    '关于教育工作的报告',
    '一、省里研究决定，落实经费保障，另行通知。',
    '二、市里研究决定，落实经费保障，另行通知。',
  ].join('\n');
  await replace(twice);
  const doubtful = await current();
  expect(doubtful?.state).toBe('doubtful');
  const candidates = await library.noteCandidates({ id: note.id });
  const places = candidates.map(({ start, end }) => twice.slice(start, end));
  expect(places).toEqual(['落实经费保障', '落实经费保障']);
  for (const { score } of candidates) expect(score >= 0 && score <= 1).toBe(true);
  const orphan = await library.placeNote({ id: note.id, revision: doubtful?.revision ?? 0, place: null });
  expect(orphan.anchor).toEqual(note.anchor);
  await library.undo({});
  await replace(`前言。\n${TEXT}`);
  expect(await current()).toMatchObject({ state: 'exact', anchor: { exact: '落实经费保障' } });
});
