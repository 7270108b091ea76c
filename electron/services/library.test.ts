import * as fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { EMPTY_METADATA as EMPTY, reportSummarySchema } from '#core/report/report.ts';
import { openTestLibrary, packReport, type TestLibrary } from './store/fixtures/test-library.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';

/** A busy machine is slow at telling, too. */
const PATIENCE = { timeout: 30_000 };
const SOURCE = '深入实施科教兴国战略,办好人民满意的教育。';

function mark(library: TestLibrary, reportId: string, start: number, end: number): Annotation {
  const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
  return library.createNote({ reportId, start, end, ...fields, tags: [] }) as Annotation;
}

const code = (value: string): unknown => expect.objectContaining({ code: value });

describe('reports', () => {
  test('come back as they went in, original and source, after a restart', async () => {
    const dataDir = temporaryFolder();
    const first = await openTestLibrary(dataDir);
    const source = 'a\0b\ud800c\udfff\ufeff\r\n𠮷';
    const bytes = Uint8Array.of(1, 2, 0, 255);
    const edits = [
      { start: 0, end: 1, before: 'a', after: '\ud83d', rule: 'x', confidence: 1, applied: true },
    ];
    const undecodable = [{ offset: 2, bytes: Uint8Array.of(0xff) }];
    const reportId = await first.addReport(source, { bytes, edits, undecodable, script: 'mixed' });
    await first.close();
    const second = await openTestLibrary(dataDir);
    const opened = await second.openReport({ reportId });
    expect(opened).toMatchObject({ source, edits, version: 1, summary: { script: 'mixed', notes: 0 } });
    expect(await second.check()).toEqual({ ok: true, problems: [] });
    const originals = fs.readdirSync(path.join(dataDir, 'originals'), {
      recursive: true,
      withFileTypes: true,
    });
    const [file] = originals.filter((entry) => entry.isFile());
    expect([...fs.readFileSync(path.join(file?.parentPath ?? '', file?.name ?? ''))]).toEqual([...bytes]);
  });

  test('are listed by their date, then by import, then by id; the store answers what the contract says', async () => {
    const clock = { now: 10 };
    const library = await openTestLibrary(temporaryFolder(), {
      clock,
      packReports: [packReport('p-a-1', '包')],
    });
    const add = async (title: string, date: string): Promise<void> => {
      clock.now += 1;
      await library.addReport(title, { metadata: { ...EMPTY, title, date } });
    };
    await add('undated, first', '');
    await add('2019', '2019-12-31');
    await add('2023', '2023');
    await add('2023-07', '2023-07');
    await add('undated, second', '');
    const reports = await library.listReports({});
    expect(reports.map((report) => report.title)).toEqual([
      '2023-07',
      '2023',
      'pack p-a-1',
      '2019',
      'undated, second',
      'undated, first',
    ]);
    for (const report of reports) expect(reportSummarySchema.parse(report)).toEqual(report);
  });

  test('are duplicates by bytes or by text, also in the trash and in packs', async () => {
    const library = await openTestLibrary(temporaryFolder(), { packReports: [packReport('p-a-1', '包')] });
    const reportId = await library.addReport(SOURCE);
    expect(await library.addReport('other text', { bytes: Buffer.from(SOURCE) })).toBe(reportId);
    expect(await library.addReport(SOURCE, { bytes: Buffer.from('other bytes') })).toBe(reportId);
    await library.deleteReports({ reportIds: [reportId] });
    expect(await library.addReport(SOURCE)).toBe(reportId);
    expect(await library.addReport('包')).toBe('p-a-1');
    expect(await library.listReports({})).toHaveLength(1);
  });

  test('that are unknown are named', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const unknown = { reportId: 'r1' };
    expect(() => library.openReport(unknown)).toThrow(code('report-unknown'));
    expect(() => library.listNotes(unknown)).toThrow(code('report-unknown'));
    expect(() => library.deleteReports({ reportIds: ['r1'] })).toThrow(code('report-unknown'));
    expect(() => library.restoreReports({ reportIds: ['r1'] })).toThrow(code('report-unknown'));
    expect(() => mark(library, 'r1', 0, 1)).toThrow(code('report-unknown'));
  });
});

describe('notes', () => {
  test('stand on the source with quote and context, and are there after a restart', async () => {
    const dataDir = temporaryFolder();
    const first = await openTestLibrary(dataDir, { clock: { now: 5000 } });
    const reportId = await first.addReport(SOURCE);
    const at = SOURCE.indexOf('科教');
    const note = await first.createNote({
      reportId,
      start: at,
      end: at + 4,
      kind: 'highlight',
      code: 'my-code',
      note: '# 看\0这里 \ud800',
      tags: ['目标 ', '目标', '', 'Tag'],
    });
    const { sourceHash } = await first.openReport({ reportId });
    const exact = '科教兴国';
    const suffix = SOURCE.slice(at + 4);
    expect(note).toMatchObject({
      anchor: { start: at, end: at + 4, exact, prefix: '深入实施', suffix, sourceHash },
      state: 'exact',
      note: '# 看\0这里 \ud800',
      tags: ['目标', 'Tag'],
      revision: 1,
      createdAt: 5000,
    });
    await first.close();
    const second = await openTestLibrary(dataDir);
    expect(await second.listNotes({ reportId })).toEqual([note]);
    expect(await second.listNotes({ reportId: null })).toEqual([note]);
    expect((await second.listReports({}))[0]?.notes).toBe(1);
    expect(await second.listTags({})).toEqual(['Tag', '目标']);
  });

  test('are listed in the order of their places', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    for (const [start, end] of [
      [5, 9],
      [0, 4],
      [0, 2],
      [8, 9],
    ] as const) {
      mark(library, reportId, start, end);
    }
    const notes = await library.listNotes({ reportId });
    expect(notes.map(({ anchor }) => [anchor.start, anchor.end])).toEqual([
      [0, 2],
      [0, 4],
      [5, 9],
      [8, 9],
    ]);
  });

  test.each([
    [0, SOURCE.length + 3],
    [5, 4],
    [SOURCE.length + 10, SOURCE.length + 12],
    [3, 3],
  ])('a range of %i to %i is refused and nothing is stored', async (start, end) => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    expect(() => mark(library, reportId, start, end)).toThrow(code('range-invalid'));
    expect(await library.listNotes({ reportId })).toEqual([]);
    expect(await library.historyState({})).toEqual({ undo: null, redo: null });
  });

  test('a range that cuts a surrogate pair is refused, a bookmark may be empty', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport('一𠮷二');
    expect(() => mark(library, reportId, 0, 2)).toThrow(code('range-invalid'));
    expect(() => mark(library, reportId, 2, 4)).toThrow(code('range-invalid'));
    expect(mark(library, reportId, 1, 3).anchor.exact).toBe('𠮷');
    const bookmark = {
      reportId,
      start: 4,
      end: 4,
      kind: 'bookmark',
      code: 'red',
      note: '',
      tags: [],
    } as const;
    expect(await library.createNote({ ...bookmark, tags: [] })).toMatchObject({ anchor: { exact: '' } });
  });

  test('a change names the revision it saw; a stale one keeps both', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    const note = mark(library, reportId, 0, 4);
    const mine = await library.changeNote({ id: note.id, revision: 1, change: { note: 'first' } });
    expect(mine).toMatchObject({ annotation: { note: 'first', revision: 2 }, keptCopy: null });
    const stale = await library.changeNote({ id: note.id, revision: 1, change: { note: 'second' } });
    expect(stale.annotation).toEqual(mine.annotation);
    expect(stale.keptCopy).toMatchObject({ note: 'second', anchor: note.anchor, revision: 1 });
    expect((await library.listNotes({ reportId })).map((each) => each.note).sort()).toEqual([
      'first',
      'second',
    ]);
    const same = await library.changeNote({ id: note.id, revision: 1, change: { note: 'first' } });
    expect(same).toEqual({ annotation: mine.annotation, keptCopy: null });
    expect(() => library.changeNote({ id: 'n0', revision: 1, change: {} })).toThrow(
      code('annotation-unknown'),
    );
  });

  test('a tag keeps the spelling in which it was first used', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    const note = mark(library, reportId, 0, 4);
    await library.changeNote({ id: note.id, revision: 1, change: { tags: ['GDP'] } });
    const other = mark(library, reportId, 2, 4);
    const { annotation } = await library.changeNote({
      id: other.id,
      revision: 1,
      change: { tags: ['gdp', 'ＧＤＰ'] },
    });
    expect(annotation.tags).toEqual(['GDP']);
  });
});

describe('reports of packs', () => {
  test('are told of when they are loaded', async () => {
    const library = await openTestLibrary(temporaryFolder(), { packReports: [packReport('p-a-1', '包')] });
    await library.loadPacks();
    expect(library.events).toEqual([{ name: 'libraryChanged', payload: {} }]);
    expect(library.invalidated()).toBe(1);
  });

  const reports = [packReport('p-a-1', '包里的报告'), packReport('p-a-2', '另一个')];

  test('are copied by the first note, which outlives the pack', async () => {
    const dataDir = temporaryFolder();
    const withPack = await openTestLibrary(dataDir, { packReports: reports });
    expect(await withPack.listNotes({ reportId: 'p-a-1' })).toEqual([]);
    const note = mark(withPack, 'p-a-1', 0, 2);
    mark(withPack, 'p-a-1', 1, 2);
    const listed = await withPack.listReports({});
    expect(listed.map((report) => [report.reportId, report.notes, report.origin])).toEqual([
      ['p-a-1', 2, 'pack'],
      ['p-a-2', 0, 'pack'],
    ]);
    await withPack.close();
    const without = await openTestLibrary(dataDir);
    expect(await without.listReports({})).toMatchObject([{ reportId: 'p-a-1', notes: 2 }]);
    expect(await without.openReport({ reportId: 'p-a-1' })).toMatchObject({
      source: '包里的报告',
      format: 'md',
    });
    expect((await without.listNotes({ reportId: 'p-a-1' }))[0]).toEqual(note);
    expect(await without.check()).toEqual({ ok: true, problems: [] });
  });

  test('stay away when they are deleted, and come back from the trash', async () => {
    const dataDir = temporaryFolder();
    const clock = { now: 0 };
    const library = await openTestLibrary(dataDir, { packReports: reports, clock });
    await library.deleteReports({ reportIds: ['p-a-2'] });
    await library.close();
    clock.now = 400 * 86_400_000;
    const later = await openTestLibrary(dataDir, { packReports: reports, clock });
    expect((await later.listReports({})).map((report) => report.reportId)).toEqual(['p-a-1']);
    expect(() => later.openReport({ reportId: 'p-a-2' })).toThrow(code('report-unknown'));
    await later.restoreReports({ reportIds: ['p-a-2'] });
    expect(await later.listReports({})).toHaveLength(2);
  });
});

describe('events', () => {
  test('tell of own changes after the answer', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    await vi.waitFor(() => {
      expect(library.events).toEqual([{ name: 'libraryChanged', payload: {} }]);
    }, PATIENCE);
    expect(library.invalidated()).toBe(1);
    mark(library, reportId, 0, 1);
    expect(library.events).toHaveLength(1);
    await vi.waitFor(() => {
      expect(library.events[1]).toEqual({ name: 'notesChanged', payload: { reportIds: [reportId] } });
    }, PATIENCE);
  });

  test('of many changes are few', async () => {
    const library = await openTestLibrary(temporaryFolder());
    for (let at = 0; at < 40; at += 1) await library.addReport(`报告 ${String(at)}`);
    await vi.waitFor(() => {
      expect(library.events.length).toBeGreaterThan(0);
    }, PATIENCE);
    expect(library.events.length).toBeLessThan(20);
    const { length } = library.events;
    await library.addReport('last');
    await vi.waitFor(() => {
      expect(library.events.length).toBeGreaterThan(length);
    }, PATIENCE);
  });

  test("tell of another process's changes", async () => {
    const dataDir = temporaryFolder();
    const window = await openTestLibrary(dataDir);
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    const reportId = await command.addReport(SOURCE);
    mark(command, reportId, 0, 1);
    await vi.waitFor(() => {
      expect(window.events).toEqual([
        { name: 'libraryChanged', payload: {} },
        { name: 'notesChanged', payload: { reportIds: [reportId] } },
      ]);
    }, PATIENCE);
    expect(await window.listNotes({ reportId })).toHaveLength(1);
  });
});

test('what the window may not call after closing fails', async () => {
  const library = await openTestLibrary(temporaryFolder());
  await library.close();
  expect(() => library.listReports({})).toThrow();
});
