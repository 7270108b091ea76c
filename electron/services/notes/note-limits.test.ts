import { expect, test } from 'vitest';
import { NOTE_LIMITS } from '#core/annotations/note-limits.ts';
import { libraryCalls } from '#core/ipc/contract.ts';
import { recoverLibrary } from '../backup/recover-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary } from '../store/fixtures/test-library.ts';
import { saveAnnotation } from '../store/annotation-table.ts';
import { isDatabaseProblem } from '../store/check-store.ts';
import { openStore } from '../store/open-store.ts';

const LONG = '标'.repeat(NOTE_LIMITS.tag + 1);
const MANY = Array.from({ length: NOTE_LIMITS.tags + 1 }, (_none, at) => `标签${String(at)}`);
const refused = (reason: string) => ({ code: 'note-limit', params: { reason } });

async function open() {
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir);
  const reportId = await library.addReport('教育强国，教育为本。');
  const mark = async (tags: readonly string[], note = '') =>
    library.createNote({ reportId, start: 0, end: 2, kind: 'highlight', code: 'red', note, tags: [...tags] });
  return { dataDir, library, reportId, mark };
}

test('whoever writes more than a note may hold is refused, and nothing is stored', async () => {
  const { library, reportId, mark } = await open();
  await expect(mark([LONG])).rejects.toMatchObject(refused('tag'));
  await expect(mark(MANY)).rejects.toMatchObject(refused('tags'));
  await expect(mark([], '看'.repeat(NOTE_LIMITS.words + 1))).rejects.toMatchObject(refused('words'));
  expect(await library.listNotes({ reportId })).toEqual([]);
  const { id, revision } = await mark(MANY.slice(1));
  const change = async (tags: string[]) => library.changeNote({ id, revision, change: { tags } });
  await expect(change([LONG])).rejects.toMatchObject(refused('tag'));
  const bulk = async (addTags: string[]) => library.changeNotes({ ids: [id], change: { addTags } });
  await expect(bulk(['又一个'])).rejects.toMatchObject(refused('tags'));
  const rename = async (to: string) => library.changeTags({ tags: ['标签1'], to });
  await expect(rename(LONG)).rejects.toMatchObject(refused('tag'));
  expect(await library.listNotes({ reportId })).toMatchObject([{ revision, tags: MANY.slice(1) }]);
  await library.close();
});

test(
  'an odd note that is there already is read, is no damage, and comes through a recovery',
  { timeout: 30_000 },
  async () => {
    const { dataDir, library, reportId, mark } = await open();
    const good = await mark(['目标']);
    await library.close();
    const odd = { ...good, id: `n${'7'.repeat(16)}`, code: 'c'.repeat(70), tags: [...MANY, LONG] };
    const now = () => 1000;
    const store = await openStore({ dataDir, now });
    store.connection.write(() => saveAnnotation(store.connection, odd));
    expect((await store.check()).filter(isDatabaseProblem)).toEqual([]);
    await store.close();
    expect(await recoverLibrary(dataDir, 2000)).toMatchObject({ notes: 2, lost: [] });
    const again = await openTestLibrary(dataDir);
    const notes = libraryCalls.listNotes.response.parse(await again.listNotes({ reportId }));
    expect(notes.find(({ id }) => id === odd.id)).toEqual(odd);
    // What is too much of it can be taken away.
    await again.changeTags({ tags: [LONG], to: '短' });
    expect((await again.listNotes({ reportId })).flatMap(({ tags }) => tags)).toContain('短');
    await again.close();
  },
);

test.each([
  ["kind = 'thought'", { kind: 'highlight' }],
  ["note = x'e79c8bff'", { note: '看\ufffd' }],
  ["tags = '[1'", { tags: [] }],
  ["state = '?', revision = 0", { state: 'doubtful', revision: 1 }],
])(
  'a note whose row cannot be read as one (%s) keeps the rest of it in a recovery',
  { timeout: 30_000 },
  async (spoilt, wanted) => {
    const { dataDir, library, reportId, mark } = await open();
    const { id } = await mark(['目标'], '看');
    await library.close();
    const store = await openStore({ dataDir, now: () => 1000 });
    // As if the journal were lost, too: what it knows would come before.
    store.connection.raw.exec('DROP TRIGGER journal_keeps_rows; DELETE FROM journal');
    store.connection.raw.exec(`UPDATE annotation SET ${spoilt}`);
    await store.close();
    expect(await recoverLibrary(dataDir, 2000)).toMatchObject({ notes: 1 });
    const again = await openTestLibrary(dataDir);
    expect(await again.listNotes({ reportId })).toMatchObject([
      { id, anchor: { start: 0, end: 2, exact: '教育' }, ...wanted },
    ]);
    await again.close();
  },
);
