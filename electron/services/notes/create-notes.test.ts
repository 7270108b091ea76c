import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary } from '../store/fixtures/test-library.ts';

const SOURCE = '教育强国，教育为本。\n办好教育。';

async function open(source = SOURCE) {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport(source);
  const { sourceHash } = await library.openReport({ reportId });
  const create = (places: readonly number[], code = 'red', job?: string) =>
    library.createNotes({ reportId, sourceHash, code, places: [...places], job });
  const notes = async () => library.listNotes({ reportId });
  return { dataDir, library, reportId, sourceHash, create, notes };
}

test('highlights of many places are one action, with their quotes, and one undo takes all of them back', async () => {
  const { library, create, notes, dataDir, reportId } = await open();
  expect(await create([0, 2, 5, 7, 13, 15])).toEqual({ created: 3, cancelled: false });
  expect(await notes()).toMatchObject([
    { kind: 'highlight', code: 'red', state: 'exact', anchor: { start: 0, end: 2, exact: '教育' } },
    { anchor: { start: 5, end: 7, exact: '教育', prefix: '教育强国，' } },
    { anchor: { start: 13, end: 15, suffix: '。' } },
  ]);
  expect(await library.historyState({})).toEqual({ undo: 'create-notes', redo: null });
  // The stack of undo outlives the process.
  await library.close();
  const again = await openTestLibrary(dataDir);
  await again.undo({});
  expect(await again.listNotes({ reportId })).toEqual([]);
  await again.redo({});
  expect(await again.listNotes({ reportId })).toHaveLength(3);
  await again.close();
});

test('what is filled with the code already is not made twice; another code, an underline and a part of a place are', async () => {
  const { library, reportId, create, notes } = await open();
  const fields = { reportId, note: '', tags: [] };
  await library.createNote({ ...fields, start: 0, end: 4, kind: 'highlight', code: 'red' });
  await library.createNote({ ...fields, start: 5, end: 7, kind: 'underline', code: 'red' });
  await library.createNote({ ...fields, start: 13, end: 14, kind: 'highlight', code: 'red' });
  const places = [0, 2, 5, 7, 13, 15];
  expect(await create(places)).toMatchObject({ created: 2 });
  expect(await create(places)).toMatchObject({ created: 0 });
  expect(await library.historyState({})).toMatchObject({ undo: 'create-notes' });
  expect(await create(places, 'blue')).toMatchObject({ created: 3 });
  // The same place twice, and one inside another.
  expect(await create([8, 10, 8, 10, 8, 9], 'green')).toMatchObject({ created: 1 });
  expect(await notes()).toHaveLength(9);
});

test('a place that is none, and places of an older text, change nothing', async () => {
  const { library, reportId, create, notes } = await open();
  await expect(create([0, 2, 15, 99])).rejects.toMatchObject({ code: 'range-invalid' });
  await expect(create([0, 2, 5])).rejects.toMatchObject({ code: 'range-invalid' });
  const old = library.createNotes({ reportId, sourceHash: 'old', code: 'red', places: [0, 2] });
  await expect(old).rejects.toMatchObject({ code: 'report-changed' });
  expect(await notes()).toEqual([]);
});

test('very many are made in steps that tell how far they are', async () => {
  const { library, create, notes } = await open('教育'.repeat(520));
  const places = Array.from({ length: 1040 }, (_item, at) => at);
  expect(await create(places, 'red', 'j')).toEqual({ created: 520, cancelled: false });
  const told = library.events.flatMap((event) => (event.name === 'notesProgress' ? [event.payload] : []));
  expect(told.at(-1)).toEqual({ job: 'j', done: 520, total: 520 });
  await library.undo({});
  expect(await notes()).toEqual([]);
});
