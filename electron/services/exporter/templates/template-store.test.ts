import { expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '#core/export/export-template.ts';
import { temporaryFolder } from '../../store/fixtures/temporary-folder.ts';
import { openTestLibrary } from '../../store/fixtures/test-library.ts';

const PARTS = { name: '论文', file: '{{ notes }}', note: '{{ text }}', hasSections: false };

test('a template that is made, changed or deleted can be taken back, over a restart', async () => {
  const dataDir = temporaryFolder();
  let library = await openTestLibrary(dataDir);
  const own = async () => (await library.listTemplates({})).slice(BUILT_IN_TEMPLATES.length);
  const made = await library.saveTemplate({ id: null, ...PARTS });
  const changed = await library.saveTemplate({ ...made, note: '{{ quote }}' });
  await library.deleteTemplate({ id: made.id });
  expect(await own()).toEqual([]);
  await library.close();
  library = await openTestLibrary(dataDir);
  expect(await library.historyState({})).toEqual({ undo: 'change-templates', redo: null });
  await library.undo({});
  expect(await own()).toEqual([changed]);
  await library.undo({});
  expect(await own()).toEqual([made]);
  await library.redo({});
  expect(await own()).toEqual([changed]);
  // No report was touched.
  expect(library.invalidated()).toBe(0);
  expect(library.events.map(({ name }) => name)).not.toContain('libraryChanged');
});

test('what another has changed since is not taken back; a save that changes nothing is no step', async () => {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const command = await openTestLibrary(dataDir, { actor: 'command' });
  const made = await library.saveTemplate({ id: null, ...PARTS });
  await library.saveTemplate({ ...made, name: '另一个' });
  await library.saveTemplate({ ...made, name: '另一个' });
  await command.saveTemplate({ ...made, name: '命令改的' });
  expect(() => library.undo({})).toThrow('undo-superseded');
  expect((await library.listTemplates({})).at(-1)).toMatchObject({ name: '命令改的' });
  await expect(library.saveTemplate({ ...PARTS, id: 'plain' })).rejects.toThrow('template-unknown');
  expect(() => library.deleteTemplate({ id: 'plain' })).toThrow('template-unknown');
});
