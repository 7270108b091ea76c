import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';
import { rowsOfRecord } from '../store/journal.ts';
import { openStore } from '../store/open-store.ts';

const NOTES = 700;

/** A library with a report and notes on it, two characters each. */
async function open(count = NOTES) {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport('教育强国建设规划'.repeat(400));
  const { sourceHash } = await library.openReport({ reportId });
  const places = Array.from({ length: count }, (_item, at) => [2 * at, 2 * at + 2]).flat();
  await library.createNotes({ reportId, sourceHash, code: 'yellow', places });
  const ids = (await library.listNotes({ reportId })).map(({ id }) => id);
  return { dataDir, library, reportId, ids };
}

async function codesOf(library: TestLibrary): Promise<ReadonlySet<string>> {
  return new Set((await library.listNotes({ reportId: null })).map(({ code }) => code));
}

/** Does something when the library has told of this many steps. */
async function whenTold(library: TestLibrary, steps: number, work: () => unknown): Promise<void> {
  await expect
    .poll(() => library.events.filter(({ name }) => name === 'notesProgress').length, {
      interval: 1,
      timeout: 20_000,
    })
    .toBeGreaterThan(steps);
  await work();
}

test('an action on many notes tells how far it is, and is one undo', async () => {
  const { library, ids } = await open();
  const answer = await library.changeNotes({ ids, change: { code: 'red' }, job: 'j' });
  expect(answer).toEqual({ changed: NOTES, cancelled: false });
  const told = library.events.flatMap((event) => (event.name === 'notesProgress' ? [event.payload] : []));
  expect(told[0]).toEqual({ job: 'j', done: 0, total: NOTES });
  expect(told.at(-1)).toEqual({ job: 'j', done: NOTES, total: NOTES });
  expect(await library.historyState({})).toEqual({ undo: 'change-notes', redo: null });
  await library.undo({});
  expect(await codesOf(library)).toEqual(new Set(['yellow']));
  expect(await library.historyState({})).toEqual({ undo: 'create-notes', redo: 'change-notes' });
  await library.redo({});
  expect(await codesOf(library)).toEqual(new Set(['red']));
  await library.deleteNotes({ ids, job: 'k' });
  expect(await library.listNotes({ reportId: null })).toEqual([]);
  await library.undo({});
  expect(await library.listNotes({ reportId: null })).toHaveLength(NOTES);
});

test('cancelled, it leaves every note as it was, and the stack of undo too', async () => {
  const { library, ids, dataDir } = await open();
  const running = library.changeNotes({ ids, change: { code: 'red' }, job: 'j' });
  await whenTold(library, 0, () => library.cancelNotes({ job: 'j' }));
  expect(await running).toEqual({ changed: 0, cancelled: true });
  expect(await codesOf(library)).toEqual(new Set(['yellow']));
  expect(await library.historyState({})).toEqual({ undo: 'create-notes', redo: null });
  await library.cancelNotes({ job: 'j' });
  await library.close();
  const store = await openStore({ dataDir, now: Date.now });
  expect(await store.check()).toEqual([]);
  await store.close();
});

test('another writes between its steps: what that changed stays, and so does the rest of the action', async () => {
  const { library, ids } = await open();
  const [first = ''] = ids;
  const running = library.changeNotes({ ids, change: { code: 'red' }, job: 'j' });
  await whenTold(library, 1, async () => {
    const note = (await library.listNotes({ reportId: null })).find(({ id }) => id === first);
    await library.changeNote({ id: first, revision: note?.revision ?? 0, change: { note: '别人的话' } });
    await library.cancelNotes({ job: 'j' });
  });
  const { changed, cancelled } = await running;
  const notes = await library.listNotes({ reportId: null });
  expect(notes.find(({ id }) => id === first)).toMatchObject({ note: '别人的话', code: 'red' });
  // Either it had ended when it was cancelled, or it stands as far as it came.
  expect(notes.filter(({ code }) => code === 'red')).toHaveLength(changed);
  expect(cancelled).toBe(changed < NOTES);
});

test('an undo meanwhile takes it back', async () => {
  const { library, ids, dataDir } = await open();
  const running = library.deleteNotes({ ids, job: 'j' });
  await expect
    .poll(async () => (await library.listNotes({ reportId: null })).length, { interval: 1, timeout: 20_000 })
    .not.toBe(NOTES);
  await library.undo({});
  await running;
  expect(await library.listNotes({ reportId: null })).toHaveLength(NOTES);
  await library.close();
  const store = await openStore({ dataDir, now: Date.now });
  expect(rowsOfRecord(store.connection, 'annotation', ids[0] ?? '')).toHaveLength(3);
  await store.close();
});
