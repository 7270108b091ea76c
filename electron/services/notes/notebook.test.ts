import * as fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_FILTER, type NotebookFilter, type NotebookSort } from '#core/annotations/notebook.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { EMPTY_METADATA } from '#core/report/report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';

const SOURCE = '統(tǒng)籌推進教育強國建設，辦好人民滿意的教育。';
const PINYIN = {
  ...{ start: 1, end: 7, before: '(tǒng)', after: '', rule: 'pinyin-brackets' },
  ...{ confidence: 1, applied: true },
};

type Fields = Partial<Pick<Annotation, 'code' | 'kind' | 'note'>> & { readonly tags?: readonly string[] };

function mark(library: TestLibrary, reportId: string, start: number, end: number, more: Fields = {}) {
  const { code = 'yellow', kind = 'highlight', note = '', tags = [] } = more;
  return library.createNote({ reportId, start, end, code, kind, note, tags: [...tags] }) as Annotation;
}

async function ids(
  library: TestLibrary,
  filter: Partial<NotebookFilter> = {},
  sort: NotebookSort = 'place',
): Promise<string[]> {
  const query = { filter: copied({ ...NO_FILTER, ...filter }), sort };
  const found = await library.notebookIds({ ...query, offset: 0, limit: 1000 });
  const { matching } = await library.notebook(query);
  expect(matching).toBe(found.length);
  return found;
}

function copied(filter: NotebookFilter) {
  const { reportIds, text, codes, tags, states, kinds } = filter;
  return {
    text,
    reportIds: reportIds && [...reportIds],
    ...{ codes: [...codes], tags: [...tags], states: [...states], kinds: [...kinds] },
  };
}

async function open() {
  const clock = { now: 1000 };
  const dataDir = temporaryFolder();
  const library = await openTestLibrary(dataDir, { clock });
  const first = await library.addReport(SOURCE, {
    metadata: { ...EMPTY_METADATA, title: '甲', date: '2021' },
    edits: [PINYIN],
  });
  const second = await library.addReport('教育的第二份报告', {
    metadata: { ...EMPTY_METADATA, title: '乙', date: '2022' },
  });
  return { clock, dataDir, library, first, second };
}

describe('the list of notes', () => {
  test('filters by text in either script, by code, tag, state, kind and report; sorts; counts', async () => {
    const { library, first, second, clock } = await open();
    const a = mark(library, first, 0, 8, { code: 'red', tags: ['目标'] });
    clock.now += 1;
    const b = mark(library, first, 10, 14, { note: 'Ｇｄｐ', tags: ['目标', '数据'] });
    clock.now += 1;
    const c = mark(library, second, 0, 2, { code: 'red', kind: 'underline' });
    expect(await ids(library)).toEqual([c.id, a.id, b.id]);
    expect(await ids(library, {}, 'time')).toEqual([c.id, b.id, a.id]);
    expect(await ids(library, {}, 'colour')).toEqual([b.id, c.id, a.id]);
    expect(await ids(library, { text: '统筹' })).toEqual([a.id]);
    expect(await ids(library, { text: 'gdp 数據' })).toEqual([b.id]);
    expect(await ids(library, { text: '教育强国' })).toEqual([b.id]);
    expect(await ids(library, { tags: ['目标', '数据'] })).toEqual([b.id]);
    expect(await ids(library, { codes: ['red'], reportIds: [first] })).toEqual([a.id]);
    expect(await ids(library, { kinds: ['underline'] })).toEqual([c.id]);
    expect(await ids(library, { states: ['orphan'] })).toEqual([]);
    const answer = await library.notebook({ filter: copied({ ...NO_FILTER, text: '教育' }), sort: 'place' });
    expect(answer).toMatchObject({
      all: 3,
      matching: 2,
      groups: [
        { reportId: second, title: '乙', count: 1 },
        { reportId: first, title: '甲', count: 1 },
      ],
      counts: {
        codes: [
          { value: 'red', count: 2 },
          { value: 'yellow', count: 1 },
        ],
        tags: [
          { value: '目标', count: 2 },
          { value: '数据', count: 1 },
        ],
      },
    });
    const rows = await library.notebookRows({
      filter: copied({ ...NO_FILTER, text: '统筹' }),
      ...{ sort: 'place', offset: 0, limit: 10 },
    });
    expect(rows).toEqual([{ annotation: a, quote: '統籌', title: '甲' }]);
  });

  test('follows every change: of notes, by another process, of repairs, of reports', async () => {
    const { library, first, second, dataDir } = await open();
    const a = mark(library, first, 0, 8);
    expect(await ids(library, { text: '统筹' })).toEqual([a.id]);
    await library.changeNote({ id: a.id, revision: 1, change: { note: '新话' } });
    expect(await ids(library, { text: '新话' })).toEqual([a.id]);
    const command = await openTestLibrary(dataDir, { actor: 'command' });
    const b = mark(command, second, 0, 2, { note: '新话' });
    expect(await ids(library, { text: '新话' })).toEqual([b.id, a.id]);
    await library.decideEdits({
      reportId: first,
      version: 1,
      decisions: [{ start: 1, end: 7, rule: 'pinyin-brackets', applied: false }],
    });
    expect(await ids(library, { text: 'tǒng' })).toEqual([a.id]);
    await library.deleteReports({ reportIds: [first] });
    expect(await ids(library)).toEqual([b.id]);
    await library.undo({});
    expect(await ids(library, { text: 'tǒng' })).toEqual([a.id]);
    await library.deleteNotes({ ids: [a.id, b.id] });
    expect(await ids(library)).toEqual([]);
  });

  test('a note on the report and a bookmark stand in it, what follows a bookmark is its quote', async () => {
    const { library, first } = await open();
    const whole = mark(library, first, 0, 0, { kind: 'note', note: '总评' });
    const place = mark(library, first, 7, 7, { kind: 'bookmark' });
    expect(whole.anchor).toMatchObject({ start: 0, end: 0, exact: '', prefix: '', suffix: '' });
    const query = { filter: copied(NO_FILTER), sort: 'place' as const };
    const rows = await library.notebookRows({ ...query, offset: 0, limit: 9 });
    expect(rows.map(({ annotation, quote }) => [annotation.id, quote])).toEqual([
      [whole.id, ''],
      [place.id, '籌推進教育強國建設，辦好人民滿意的教育。'],
    ]);
    expect(() => mark(library, first, 3, 3, { kind: 'note' })).toThrow('range-invalid');
    expect(() => mark(library, first, 0, 0, { kind: 'highlight' })).toThrow('range-invalid');
  });
});

describe('bulk actions', () => {
  test('recolour and retag many notes as one action, which undo takes back, over a restart', async () => {
    const { library, first, second, dataDir } = await open();
    const a = mark(library, first, 0, 8, { tags: ['目标', '旧'] });
    const b = mark(library, second, 0, 2);
    const before = await library.listNotes({ reportId: null });
    const change = { code: 'blue', addTags: ['目標', '新'], removeTags: ['旧'] };
    expect(await library.changeNotes({ ids: [a.id, b.id, a.id], change })).toEqual({
      changed: 2,
      cancelled: false,
    });
    const contents = async (opened: TestLibrary) =>
      (await opened.listNotes({ reportId: null })).map(({ code, tags }) => ({ code, tags }));
    const after = [
      { code: 'blue', tags: ['目标', '新'] },
      { code: 'blue', tags: ['目标', '新'] },
    ];
    expect(await contents(library)).toEqual(after);
    expect(await library.changeNotes({ ids: [a.id, b.id], change })).toEqual({
      changed: 0,
      cancelled: false,
    });
    await library.close();
    const again = await openTestLibrary(dataDir);
    expect(await again.undo({})).toMatchObject({ undo: 'create-note', redo: 'change-notes' });
    expect(await contents(again)).toEqual(before.map(({ code, tags }) => ({ code, tags })));
    await again.redo({});
    expect(await contents(again)).toEqual(after);
    await expect(again.changeNotes({ ids: ['nx'], change })).rejects.toThrow('annotation-unknown');
  });

  test('settle doubtful places where they stand, or nowhere', async () => {
    const { library, first, dataDir } = await open();
    const text = path.join(dataDir, 'new.txt');
    const [here, nowhere] = [mark(library, first, 10, 12), mark(library, first, 10, 12)];
    fs.writeFileSync(text, '另一份文字里的教育，又是教育，还是教育。');
    await library.replaceText({ reportId: first, path: text });
    const notes = async () =>
      new Map((await library.listNotes({ reportId: first })).map((note) => [note.id, note]));
    const carried = await notes();
    expect([...carried.values()].map(({ state }) => state)).toEqual(['doubtful', 'doubtful']);
    await library.changeNotes({ ids: [here.id], change: { settle: 'here', code: 'red' } });
    await library.changeNotes({ ids: [nowhere.id, here.id], change: { settle: 'nowhere' } });
    const settled = await notes();
    expect(settled.get(here.id)).toMatchObject({
      ...{ state: 'exact', code: 'red', revision: 3, anchor: carried.get(here.id)?.anchor },
    });
    expect(settled.get(nowhere.id)).toMatchObject({ state: 'orphan', anchor: nowhere.anchor });
  });

  test('over a hundred notes begin with a backup', async () => {
    const { library, first, dataDir } = await open();
    const made = Array.from({ length: 101 }, (_, at) => mark(library, first, at % 8, 9).id);
    const backups = (): readonly string[] => {
      const folder = path.join(dataDir, 'backups');
      return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    };
    await library.changeNotes({ ids: made.slice(1), change: { code: 'red' } });
    expect(backups()).toEqual([]);
    await library.changeNotes({ ids: made, change: { code: 'blue' } });
    expect(backups()).toEqual([expect.stringMatching(/^zhupi-.+-bulk\.db$/u)]);
    await library.deleteNotes({ ids: made });
    expect(await ids(library)).toEqual([]);
    await library.undo({});
    expect(await ids(library, { codes: ['blue'] })).toHaveLength(101);
  });
});
