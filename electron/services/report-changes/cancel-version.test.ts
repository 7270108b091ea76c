import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openTestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';

const TEXT = '深入实施科教兴国战略，办好人民满意的教育。';

test('tells how many notes have a place; cancelled while the texts are compared, all is as it was', async () => {
  const folder = temporaryFolder();
  const library = await openTestLibrary(path.join(folder, 'data'));
  const reportId = await library.addReport(TEXT);
  const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
  await library.createNote({ reportId, start: 4, end: 10, ...fields, tags: [] });
  const state = async () => [await library.openReport({ reportId }), await library.listNotes({ reportId })];
  const before = await state();
  const file = path.join(folder, 'r.txt');
  await writeFile(file, `前言。\n${TEXT}`);
  const told: unknown[] = [];
  const push = library.events.push.bind(library.events);
  // As a window that cancels with the first word of progress.
  library.events.push = (...events) => {
    for (const event of events) {
      if (event.name !== 'versionProgress') continue;
      told.push(event.payload);
      void library.cancelVersion({ reportId });
    }
    return push(...events);
  };
  const replaced = library.replaceText({ reportId, path: file });
  await expect(replaced).rejects.toThrow(expect.objectContaining({ code: 'cancelled' }));
  expect(told).toEqual([{ reportId, done: 0, total: 1 }]);
  expect(await state()).toEqual(before);
  expect(await library.listVersions({ reportId })).toHaveLength(1);
  library.events.push = push;
  expect((await library.replaceText({ reportId, path: file })).anchors).toMatchObject({ exact: 1 });
  expect(
    library.events.filter(({ name }) => name === 'versionProgress').map(({ payload }) => payload),
  ).toEqual([0, 0, 1].map((done) => ({ reportId, done, total: 1 })));
});
