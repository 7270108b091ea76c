import { expect, test } from 'vitest';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import { openTestLibrary, type TestLibrary } from '#services/store/fixtures/test-library.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';

const SCHOOLS = { name: '学校', query: 'title:教育 date:2020..', sort: 'date' } as const;

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const save = (library: TestLibrary, name: string = SCHOOLS.name): SavedSearch =>
  library.saveSearch({ ...SCHOOLS, name }) as SavedSearch;

test('a saved search survives a restart, and each change of it is one step back', async () => {
  const dataDir = temporaryFolder();
  let library = await openTestLibrary(dataDir);
  const saved = save(library);
  expect(saved).toMatchObject({ ...SCHOOLS, revision: 1 });
  const { id } = saved;
  await library.renameSavedSearch({ id, revision: 1, name: '学校与教育' });
  await library.deleteSavedSearch({ id });
  expect(await library.listSavedSearches({})).toEqual([]);
  expect(await library.historyState({})).toEqual({ undo: 'change-searches', redo: null });
  await library.close();
  library = await openTestLibrary(dataDir);
  await library.undo({});
  expect(await library.listSavedSearches({})).toMatchObject([{ ...SCHOOLS, id, name: '学校与教育' }]);
  await library.undo({});
  expect(await library.listSavedSearches({})).toMatchObject([{ ...SCHOOLS, id }]);
  await library.undo({});
  expect(await library.listSavedSearches({})).toEqual([]);
  for (let step = 0; step < 2; step += 1) await library.redo({});
  const [again] = await library.listSavedSearches({});
  expect(again).toMatchObject({ name: '学校与教育' });
  // No revision names two contents.
  expect(again?.revision).toBeGreaterThan(2);
  await library.close();
});

test('names are free whatever their script, and a stale or unknown one is said', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const { id } = save(library);
  expect(() => save(library, '學校')).toThrow(code('saved-search-name-taken'));
  const other = save(library, '别的');
  const taken = { id: other.id, revision: 1, name: '學校' };
  expect(() => library.renameSavedSearch(taken)).toThrow(code('saved-search-name-taken'));
  // Its own name in another script is no twin.
  expect(await library.renameSavedSearch({ id, revision: 1, name: '學校' })).toMatchObject({ revision: 2 });
  const stale = { id, revision: 1, name: '新' };
  expect(() => library.renameSavedSearch(stale)).toThrow(code('saved-search-changed'));
  await library.deleteSavedSearch({ id });
  expect(() => library.deleteSavedSearch({ id })).toThrow(code('saved-search-unknown'));
  await expect.poll(() => library.events.map(({ name }) => name)).toContain('savedSearchesChanged');
  // Nothing that lists reports or codes is told of it.
  expect(library.events.map(({ name }) => name)).not.toContain('libraryChanged');
  await library.close();
});
