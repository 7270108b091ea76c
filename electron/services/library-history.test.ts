import * as fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { EMPTY_METADATA as EMPTY } from '#core/report/report.ts';
import { openTestLibrary, type TestLibrary } from './store/fixtures/test-library.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';

const SOURCE = '深入实施科教兴国战略,办好人民满意的教育。';

function mark(library: TestLibrary, reportId: string, start: number, end: number): Annotation {
  const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
  return library.createNote({ reportId, start, end, ...fields, tags: [] }) as Annotation;
}

const code = (value: string): unknown => expect.objectContaining({ code: value });

describe('undo', () => {
  test('takes back and does again, over a restart, action by action', async () => {
    const dataDir = temporaryFolder();
    let library = await openTestLibrary(dataDir);
    const reportId = await library.addReport(SOURCE);
    const ids = [0, 1, 2].map((at) => mark(library, reportId, at, at + 2).id);
    await library.deleteNotes({ ids });
    expect(await library.historyState({})).toEqual({ undo: 'delete-notes', redo: null });
    await library.close();
    library = await openTestLibrary(dataDir);
    expect(await library.undo({})).toEqual({
      undo: 'create-note',
      redo: 'delete-notes',
      reportIds: [reportId],
    });
    expect((await library.listNotes({ reportId })).map((note) => note.id)).toEqual(ids);
    await library.undo({});
    expect(await library.listNotes({ reportId })).toHaveLength(2);
    await library.close();
    library = await openTestLibrary(dataDir);
    await library.redo({});
    await library.redo({});
    expect(await library.listNotes({ reportId })).toEqual([]);
    expect(() => library.redo({})).toThrow(code('redo-nothing'));
  });

  test('a new action ends what could be redone; with nothing left it says so', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    expect(() => library.undo({})).toThrow(code('undo-nothing'));
    mark(library, reportId, 0, 2);
    await library.undo({});
    mark(library, reportId, 2, 4);
    expect(() => library.redo({})).toThrow(code('redo-nothing'));
  });

  test('a revision never names two contents', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    const { id } = mark(library, reportId, 0, 2);
    await library.changeNote({ id, revision: 1, change: { note: 'a' } });
    await library.undo({});
    expect(await library.listNotes({ reportId })).toMatchObject([{ note: '', revision: 3 }]);
    await library.undo({});
    await library.redo({});
    expect(await library.listNotes({ reportId })).toMatchObject([{ note: '', revision: 4 }]);
  });

  test('what the command did is not on the stack; what it changed since bars the undo, once', async () => {
    const dataDir = temporaryFolder();
    const window = await openTestLibrary(dataDir);
    const reportId = await window.addReport(SOURCE);
    const other = mark(window, reportId, 4, 6);
    const { id } = mark(window, reportId, 0, 2);
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    await command.changeNote({ id, revision: 1, change: { note: 'by the command' } });
    expect(await window.historyState({})).toEqual({ undo: 'create-note', redo: null });
    expect(() => window.undo({})).toThrow(code('undo-superseded'));
    expect((await window.listNotes({ reportId })).map((note) => note.note)).toEqual(['by the command', '']);
    await window.undo({});
    expect((await window.listNotes({ reportId })).map((note) => note.id)).not.toContain(other.id);
  });

  test('brings a deleted report back with its notes', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    mark(library, reportId, 0, 2);
    await library.deleteReports({ reportIds: [reportId] });
    await library.undo({});
    expect(await library.listReports({})).toMatchObject([{ reportId, notes: 1 }]);
    await library.redo({});
    expect(await library.listReports({})).toEqual([]);
  });
});

describe('the trash', () => {
  test('holds a report with its notes until it is taken out', async () => {
    const clock = { now: 100 };
    const library = await openTestLibrary(temporaryFolder(), { clock });
    const reportId = await library.addReport(SOURCE, { metadata: { ...EMPTY, title: '题' } });
    const note = mark(library, reportId, 0, 2);
    const entry = { reportId, title: '题', notes: 1, deletedAt: 100 };
    expect(await library.deleteReports({ reportIds: [reportId, reportId] })).toEqual([entry]);
    expect(await library.listTrash({})).toEqual([entry]);
    expect(await library.listReports({})).toEqual([]);
    expect(await library.listNotes({ reportId: null })).toEqual([]);
    expect(await library.listTags({})).toEqual([]);
    expect(() => library.openReport({ reportId })).toThrow(code('report-unknown'));
    expect(() => library.changeNote({ id: note.id, revision: 1, change: {} })).toThrow(
      code('annotation-unknown'),
    );
    expect(await library.restoreReports({ reportIds: [reportId] })).toMatchObject([{ reportId, notes: 1 }]);
    expect(await library.listNotes({ reportId })).toEqual([note]);
    expect(await library.listTrash({})).toEqual([]);
  });

  test('lets go after 30 days, with the original, and takes the actions on it off the stack', async () => {
    const dataDir = temporaryFolder();
    const clock = { now: 0 };
    const first = await openTestLibrary(dataDir, { clock });
    const kept = await first.addReport('留');
    const reportId = await first.addReport(SOURCE);
    mark(first, kept, 0, 1);
    mark(first, reportId, 0, 2);
    await first.deleteReports({ reportIds: [reportId] });
    await first.close();
    clock.now = 30 * 86_400_000 - 1;
    const second = await openTestLibrary(dataDir, { clock });
    expect(await second.listTrash({})).toHaveLength(1);
    await second.close();
    clock.now += 1;
    const third = await openTestLibrary(dataDir, { clock });
    expect(await third.listTrash({})).toEqual([]);
    expect(() => third.restoreReports({ reportIds: [reportId] })).toThrow(code('report-unknown'));
    expect(await third.check()).toEqual({ ok: true, problems: [] });
    expect(originalsIn(dataDir)).toBe(1);
    expect(await third.historyState({})).toEqual({ undo: 'create-note', redo: null });
    expect(await third.addReport(SOURCE)).toBe(reportId);
    expect(await third.listNotes({ reportId })).toEqual([]);
  });
});

function originalsIn(dataDir: string): number {
  return fs
    .readdirSync(path.join(dataDir, 'originals'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).length;
}
