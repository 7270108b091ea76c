import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary, packReport } from '../store/fixtures/test-library.ts';

const ID = 'p-pack-one';
const OLD = '各地要统筹安排，落实责任。';
const NEW = `新增加的一段。${OLD}`;

async function openWith(dataDir: string, source: string, actor: 'window' | 'command' = 'window') {
  const library = await openTestLibrary(dataDir, { actor, packReports: [packReport(ID, source)] });
  await library.loadPacks();
  const text = async () => (await library.openReport({ reportId: ID })).source;
  return { library, text };
}

test('a copy follows the pack that a new program brings, with its notes, and never against an undo', async () => {
  const dataDir = temporaryFolder();
  const before = await openWith(dataDir, OLD);
  const place = { reportId: ID, start: 8, end: 12, kind: 'highlight', code: 'red' } as const;
  await before.library.createNote({ ...place, note: '看', tags: [] });
  await before.library.close();

  const command = await openWith(dataDir, NEW, 'command');
  expect(await command.text()).toBe(OLD);
  await command.library.close();

  const after = await openWith(dataDir, NEW);
  expect(await after.text()).toBe(NEW);
  expect(await after.library.listNotes({ reportId: ID })).toMatchObject([
    { note: '看', state: 'exact', anchor: { start: NEW.indexOf('落实责任'), exact: '落实责任' } },
  ]);
  expect(await after.library.check()).toEqual({ ok: true, problems: [] });
  await after.library.close();

  // The newer pack is gone again: the copy has had this text, and keeps what it has.
  const back = await openWith(dataDir, OLD);
  expect(await back.text()).toBe(NEW);
  await back.library.close();
});

test('a text that the user put in the place of the pack’s stays', async () => {
  const dataDir = temporaryFolder();
  const { library } = await openWith(dataDir, OLD);
  writeFileSync(`${dataDir}/own.txt`, `用户自己的文字。${OLD}`);
  await library.replaceText({ reportId: ID, path: `${dataDir}/own.txt` });
  await library.close();
  const after = await openWith(dataDir, NEW);
  expect(await after.text()).toContain('用户自己的文字');
  await after.library.close();
});
