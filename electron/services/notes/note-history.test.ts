import * as fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';

const SOURCE = '第一段讲目标。\n第二段讲措施和责任主体。\n第三段讲数据。';
const DAY = 24 * 60 * 60 * 1000;

async function open() {
  const clock = { now: 1000 };
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir, { clock });
  const reportId = await library.addReport(SOURCE);
  return { clock, dataDir, library, reportId };
}

function mark(library: TestLibrary, reportId: string, quote: string, note = ''): Annotation {
  const start = SOURCE.indexOf(quote);
  const rest = { kind: 'highlight', code: 'red', note, tags: ['甲'] } as const;
  return library.createNote({
    ...rest,
    ...{ reportId, start, end: start + quote.length },
    tags: ['甲'],
  }) as Annotation;
}

async function replace(library: TestLibrary, dataDir: string, reportId: string, text: string): Promise<void> {
  const file = path.join(dataDir, 'other.txt');
  fs.writeFileSync(file, text);
  await library.replaceText({ reportId, path: file });
}

describe('history of a note', () => {
  test('tells every state with its time, and brings one back as a change that undo takes back', async () => {
    const { library, reportId, clock } = await open();
    const { id } = mark(library, reportId, '责任主体', '一');
    clock.now = 2000;
    await library.changeNote({ id, revision: 1, change: { note: '二', code: 'blue', tags: [] } });
    clock.now = 3000;
    await library.deleteNotes({ ids: [id] });
    clock.now = 4000;
    await library.undo({});
    const versions = await library.noteHistory({ id });
    expect(
      versions.map(({ time, what, isCurrent, annotation }) => [time, what, isCurrent, annotation.note]),
    ).toEqual([
      [4000, 'restored', true, '二'],
      [3000, 'deleted', false, '二'],
      [2000, 'changed', false, '二'],
      [1000, 'created', false, '一'],
    ]);
    const seq = versions.at(-1)?.seq ?? 0;
    const restored = await library.restoreNoteVersion({ id, seq });
    expect(restored).toMatchObject({ note: '一', code: 'red', tags: ['甲'], state: 'exact' });
    expect(await library.listNotes({ reportId })).toEqual([restored]);
    // It says that already: nothing is done.
    expect(await library.restoreNoteVersion({ id, seq })).toEqual(restored);
    await library.undo({});
    expect(await library.listNotes({ reportId })).toMatchObject([{ note: '二', code: 'blue', tags: [] }]);
    expect(() => library.noteHistory({ id: 'nunknown' })).toThrow('annotation-unknown');
  });

  test('a version of an earlier text brings its words back and leaves the note where it is', async () => {
    const { library, reportId, dataDir } = await open();
    const { id } = mark(library, reportId, '责任主体', '一');
    await library.changeNote({ id, revision: 1, change: { note: '二' } });
    await replace(library, dataDir, reportId, `新的开头。\n${SOURCE}`);
    const [carried] = await library.listNotes({ reportId });
    const versions = await library.noteHistory({ id });
    expect(versions.map(({ what }) => what)).toEqual(['carried', 'changed', 'created']);
    await library.restoreNoteVersion({ id, seq: versions[2]?.seq ?? 0 });
    const [note] = await library.listNotes({ reportId });
    expect(note).toMatchObject({ note: '一', anchor: carried?.anchor, state: carried?.state });
  });
});

describe('the trash of notes', () => {
  test('lists what was deleted within thirty days, and gives it back in one action', async () => {
    const { library, reportId, clock, dataDir } = await open();
    const first = mark(library, reportId, '目标', '留');
    const second = mark(library, reportId, '数据');
    await library.deleteNotes({ ids: [first.id] });
    clock.now += DAY;
    await library.deleteNotes({ ids: [second.id] });
    const { total, notes } = await library.listDeletedNotes({ limit: 10 });
    expect(total).toBe(2);
    expect(notes.map(({ annotation, quote, deletedAt }) => [annotation.id, quote, deletedAt])).toEqual([
      [second.id, '数据', 1000 + DAY],
      [first.id, '目标', 1000],
    ]);
    clock.now += 29 * DAY + 1;
    expect((await library.listDeletedNotes({ limit: 10 })).notes.map((one) => one.annotation.id)).toEqual([
      second.id,
    ]);
    await library.close();
    const again = await openTestLibrary(dataDir, { clock });
    // What is not listed any more is in the journal all the same.
    await again.restoreNotes({ ids: [first.id, second.id] });
    expect(await again.listNotes({ reportId })).toMatchObject([
      { id: first.id, note: '留', tags: ['甲'], anchor: first.anchor, revision: 2 },
      { id: second.id },
    ]);
    expect(await again.listDeletedNotes({ limit: 10 })).toEqual({ total: 0, notes: [] });
    await expect(again.restoreNotes({ ids: [first.id] })).rejects.toThrow('annotation-unknown');
    await again.undo({});
    expect(await again.listNotes({ reportId })).toEqual([]);
  });

  test('leads a note to the text that its report has by now', async () => {
    const { library, reportId, dataDir } = await open();
    const note = mark(library, reportId, '责任主体');
    const whole = library.createNote({
      ...{ reportId, start: 0, end: 0, kind: 'note', code: 'red', note: '总评', tags: [] },
    }) as Annotation;
    const place = library.createNote({
      ...{ reportId, start: 8, end: 8, kind: 'bookmark', code: 'red', note: '', tags: [] },
    }) as Annotation;
    await library.deleteNotes({ ids: [note.id, whole.id, place.id] });
    const text = `新的开头。\n${SOURCE}`;
    await replace(library, dataDir, reportId, text);
    await library.restoreNotes({ ids: [note.id, whole.id, place.id] });
    const restored = await library.listNotes({ reportId });
    const { sourceHash } = await library.openReport({ reportId });
    const start = text.indexOf('责任主体');
    expect(restored.find(({ id }) => id === note.id)).toMatchObject({
      anchor: { start, end: start + 4, sourceHash },
      state: 'exact',
    });
    expect(restored.find(({ id }) => id === whole.id)).toMatchObject({
      anchor: { start: 0, end: 0, exact: '', suffix: '', sourceHash },
      state: 'exact',
    });
    expect(restored.find(({ id }) => id === place.id)).toMatchObject({ anchor: { start: 14, end: 14 } });
  });

  test('a note on the report is exact in every text, and undo leads back', async () => {
    const { library, reportId, dataDir } = await open();
    const fields = { kind: 'note', code: 'red', note: '总评', tags: [] } as const;
    const whole = library.createNote({ reportId, start: 0, end: 0, ...fields, tags: [] }) as Annotation;
    await replace(library, dataDir, reportId, '完全不同的一份文字，没有一句相同。');
    const { sourceHash } = await library.openReport({ reportId });
    expect(await library.listNotes({ reportId })).toMatchObject([
      { state: 'exact', anchor: { start: 0, end: 0, exact: '', sourceHash }, note: '总评' },
    ]);
    await library.undo({});
    expect(await library.listNotes({ reportId })).toMatchObject([{ anchor: whole.anchor, state: 'exact' }]);
  });
});
