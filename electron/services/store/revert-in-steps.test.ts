import { expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import { stepOver } from './take-back.ts';
import { topRedo, topUndo } from './undo-stack.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { openTestLibrary, type TestLibrary } from './fixtures/test-library.ts';

/** More than two steps. */
const NOTES = 620;

const code = (value: string): unknown => expect.objectContaining({ code: value });

/** A library with notes on a report, all of them yellow and then red. */
async function open() {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport('教育强国建设规划'.repeat(200));
  const { sourceHash } = await library.openReport({ reportId });
  const places = Array.from({ length: NOTES }, (_item, at) => [2 * at, 2 * at + 2]).flat();
  await library.createNotes({ reportId, sourceHash, code: 'yellow', places });
  const ids = (await library.listNotes({ reportId })).map(({ id }) => id);
  await library.changeNotes({ ids, change: { code: 'red' } });
  library.events.length = 0;
  return { dataDir, library, reportId, ids };
}

/** How many notes have each colour. */
async function colours(library: TestLibrary): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const note of await library.listNotes({ reportId: null })) {
    counts[note.code] = (counts[note.code] ?? 0) + 1;
  }
  return counts;
}

function told(library: TestLibrary, job: string): readonly number[] {
  return library.events.flatMap((event) =>
    event.name === 'notesProgress' && event.payload.job === job ? [event.payload.done] : [],
  );
}

/** Waits until so many notes have a colour, letting the steps go on. */
async function whenColoured(library: TestLibrary, colour: string): Promise<void> {
  await expect
    .poll(async () => (await colours(library))[colour] ?? 0, { interval: 0, timeout: 20_000 })
    .toBeGreaterThan(0);
}

test('undo and redo of many notes tell how far they are, and others are answered meanwhile', async () => {
  const { library, reportId } = await open();
  let isDone = false;
  const undoing = Promise.resolve(library.undo({ job: 'u' })).finally(() => {
    isDone = true;
  });
  await whenColoured(library, 'yellow');
  // Some of it is done, not all, and the library answers.
  expect(isDone).toBe(false);
  expect(await library.listReports({})).toMatchObject([{ reportId, notes: NOTES }]);
  expect(await undoing).toEqual({ undo: 'create-notes', redo: 'change-notes', reportIds: [reportId] });
  expect(await colours(library)).toEqual({ yellow: NOTES });
  expect([told(library, 'u')[0], told(library, 'u').at(-1)]).toEqual([0, 100]);
  expect(await library.redo({ job: 'r' })).toMatchObject({ undo: 'change-notes', redo: null });
  expect(await colours(library)).toEqual({ red: NOTES });
  expect(told(library, 'r').at(-1)).toBe(100);
});

test('two undos at once are done one after the other', async () => {
  const { library } = await open();
  await Promise.all([library.undo({}), library.undo({}), library.redo({})]);
  expect(await colours(library)).toEqual({ yellow: NOTES });
  expect(await library.historyState({})).toEqual({ undo: 'create-notes', redo: 'change-notes' });
});

test('what the user does meanwhile stays, and is what the next undo takes back', async () => {
  const { library, reportId } = await open();
  const undoing = library.undo({});
  await whenColoured(library, 'yellow');
  const place = { reportId, start: 0, end: 1, kind: 'highlight', code: 'blue' } as const;
  await library.createNote({ ...place, note: '', tags: [] });
  expect(await undoing).toMatchObject({ undo: 'create-note', redo: null });
  expect(await colours(library)).toEqual({ yellow: NOTES, blue: 1 });
  await library.undo({});
  await library.undo({});
  expect(await colours(library)).toEqual({});
});

test('an undo of an action that is still under way ends both', async () => {
  const { library, ids } = await open();
  const changing = library.changeNotes({ ids, change: { code: 'green' }, job: 'c' });
  await expect
    .poll(async () => (await colours(library))['green'], { interval: 0, timeout: 20_000 })
    .toBeGreaterThan(0);
  await library.undo({});
  await changing;
  expect(await colours(library)).toEqual({ red: NOTES });
});

test('changed by another before it begins, nothing is undone', async () => {
  const { library, dataDir, ids } = await open();
  const command = await openTestLibrary(dataDir, { actor: 'command' });
  const [id = ''] = ids;
  await command.changeNote({ id, revision: 2, change: { note: '别人的话' } });
  await expect(library.undo({})).rejects.toThrow(code('undo-superseded'));
  expect(await colours(library)).toEqual({ red: NOTES });
  expect(await library.historyState({})).toEqual({ undo: 'create-notes', redo: null });
});

test('changed by another between its steps, what was undone is put back', async () => {
  const { library, dataDir, ids } = await open();
  const command = await openTestLibrary(dataDir, { actor: 'command' });
  const undoing = Promise.resolve(library.undo({}));
  const failed = expect(undoing).rejects.toThrow(code('undo-superseded'));
  await whenColoured(library, 'yellow');
  // The last step is the one with the first notes.
  const [id = ''] = ids;
  await command.changeNote({ id, revision: 2, change: { note: '别人的话' } });
  await failed;
  expect(await colours(library)).toEqual({ red: NOTES });
  expect((await library.listNotes({ reportId: null })).filter(({ note }) => note !== '')).toHaveLength(1);
});

test(
  'cut short by the end of the process, it is the next undo that ends it',
  { timeout: 60_000 },
  async () => {
    const { library, dataDir } = await open();
    await library.close();
    const stop = new Error('the process ended');
    const coloursSeen = new Set<string>();
    for (const direction of ['undo', 'redo'] as const) {
      // Behind the look at all of it, behind a step, and behind all steps but the last.
      for (const share of [0.5, 4 / 6, 5 / 6]) {
        const store = await openStore({ dataDir, now: Date.now });
        const { connection } = store;
        const entry = direction === 'undo' ? topUndo(connection) : topRedo(connection);
        expect(entry?.label).toBe('change-notes');
        const onProgress = (done: number): void => {
          if (done >= share) throw stop;
        };
        const options = { now: Date.now, onProgress };
        if (entry !== undefined) {
          await expect(stepOver(connection, entry, direction, options)).rejects.toBe(stop);
        }
        await store.close();
        const again = await openTestLibrary(dataDir);
        coloursSeen.add(Object.keys(await colours(again)).join());
        if ((await again.historyState({})).undo === 'change-notes') await again.undo({});
        expect(await colours(again)).toEqual({ yellow: NOTES });
        expect(await again.historyState({})).toEqual({ undo: 'create-notes', redo: 'change-notes' });
        if (direction === 'undo' && share < 0.8) await again.redo({});
        await again.close();
      }
    }
    // Some were cut in the middle.
    expect([...coloursSeen].some((names) => names.includes(','))).toBe(true);
  },
);
