import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import type { Code, Project } from '#core/annotations/codes-record.ts';
import { openTestLibrary, packReport, type TestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';

const SOURCE = '深入实施科教兴国战略,办好人民满意的教育。';

const code = (value: string): unknown => expect.objectContaining({ code: value });
const mark = (library: TestLibrary, reportId: string, of: string, tags: readonly string[] = []): Annotation =>
  library.createNote({
    ...{ reportId, start: 0, end: 2, kind: 'highlight', code: of, note: '' },
    tags: [...tags],
  }) as Annotation;
const named = (library: TestLibrary, name: string, more: Partial<Code> = {}): Code =>
  library.createCode({
    ...{ name, color: 'teal', parentId: more.parentId ?? null, projectId: more.projectId ?? null },
  }) as Code;
const find = async (library: TestLibrary, id: string): Promise<Code | undefined> =>
  (await library.listCodes({})).find((each) => each.id === id);

describe('codes', () => {
  test('a library has the five of the program, without names', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const codes = await library.listCodes({});
    expect(codes.map(({ id, name, builtIn }) => [id, name, builtIn]).sort()).toEqual(
      ['blue', 'green', 'purple', 'red', 'yellow'].map((id) => [id, '', true]),
    );
  });

  test('a name, a colour, an order and a deletion are undone and redone over a restart', async () => {
    const dataDir = temporaryFolder();
    let library = await openTestLibrary(dataDir);
    const reportId = await library.addReport(SOURCE);
    const made = named(library, '数据');
    await library.changeCode({ id: 'yellow', revision: 1, change: { name: '目标', color: 'pink' } });
    await library.moveCode({ id: made.id, parentId: null, beforeId: 'yellow' });
    const note = mark(library, reportId, made.id);
    expect(await library.deleteCode({ id: made.id, moveTo: 'red' })).toEqual({ notes: 1 });
    expect(await library.listNotes({ reportId })).toMatchObject([{ id: note.id, code: 'red' }]);
    await library.close();
    library = await openTestLibrary(dataDir);
    await library.undo({});
    expect(await library.listNotes({ reportId })).toMatchObject([{ id: note.id, code: made.id }]);
    expect(await find(library, made.id)).toMatchObject({ name: '数据', position: 0 });
    await library.undo({});
    await library.undo({});
    expect(await find(library, made.id)).toMatchObject({ position: 5 });
    await library.undo({});
    expect(await find(library, 'yellow')).toMatchObject({ name: '', color: 'yellow' });
    await library.undo({});
    expect(await find(library, made.id)).toBeUndefined();
    for (let step = 0; step < 5; step += 1) await library.redo({});
    expect(await find(library, made.id)).toBeUndefined();
    expect(await find(library, 'yellow')).toMatchObject({ name: '目标', color: 'pink' });
    expect(await library.listNotes({ reportId })).toMatchObject([{ code: 'red' }]);
  });

  test('two codes that are offered together have no equal names, whatever the script', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const [a, b] = ['甲', '乙'].map((name) => library.createProject({ name })) as Project[];
    named(library, '责任主体');
    expect(() => named(library, '責任主體')).toThrow(code('code-name-taken'));
    expect(() => named(library, '責任主體', { projectId: a?.id ?? '' })).toThrow(code('code-name-taken'));
    named(library, '数据', { projectId: a?.id ?? '' });
    const other = named(library, '數據', { projectId: b?.id ?? '' });
    expect(() => named(library, '数据')).toThrow(code('code-name-taken'));
    expect(() => library.changeCode({ id: other.id, revision: 1, change: { projectId: null } })).toThrow(
      code('code-name-taken'),
    );
    expect(() => library.changeCode({ id: 'red', revision: 1, change: { name: '责任主体' } })).toThrow(
      code('code-name-taken'),
    );
  });

  test('what cannot be is refused', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const top = named(library, '目标');
    const under = named(library, '总目标', { parentId: top.id });
    const move = { id: 'red', parentId: under.id, beforeId: null };
    expect(() => library.moveCode(move)).toThrow(code('code-parent-invalid'));
    expect(() => library.deleteCode({ id: 'red', moveTo: 'blue' })).toThrow(code('code-built-in'));
    expect(() => library.deleteCode({ id: top.id, moveTo: 'nowhere' })).toThrow(code('code-unknown'));
    expect(() => library.deleteCode({ id: top.id, moveTo: top.id })).toThrow(code('code-unknown'));
    expect(() => library.changeCode({ id: top.id, revision: 9, change: { name: '措施' } })).toThrow(
      code('code-changed'),
    );
    expect(() => named(library, '措施', { projectId: 'nowhere' })).toThrow(code('project-unknown'));
    await library.deleteCode({ id: top.id, moveTo: 'red' });
    expect(await find(library, under.id)).toMatchObject({ parentId: null });
  });

  test('a note keeps a code that no row has, and it is counted', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    mark(library, reportId, 'c-from-elsewhere');
    mark(library, reportId, 'red');
    mark(library, reportId, 'red');
    expect(await library.countByCode({ projectId: null })).toEqual([
      { reportId, code: 'c-from-elsewhere', notes: 1 },
      { reportId, code: 'red', notes: 2 },
    ]);
    expect(await library.countByCode({ projectId: 'nowhere' })).toEqual([]);
    await library.deleteReports({ reportIds: [reportId] });
    expect(await library.countByCode({ projectId: null })).toEqual([]);
  });
});

describe('tags', () => {
  const tagsOf = async (library: TestLibrary): Promise<string[]> =>
    (await library.listNotes({ reportId: null })).map(({ tags }) => tags.join(' ')).sort();

  test('one is renamed, several are merged, one is taken away, each in one step', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    mark(library, reportId, 'red', ['目标', 'GDP']);
    mark(library, reportId, 'red', ['增长', '目标']);
    mark(library, reportId, 'red', ['民生']);
    expect(await library.changeTags({ tags: ['目標'], to: '指标' })).toEqual({ notes: 2 });
    expect(await tagsOf(library)).toEqual(['增长 指标', '指标 GDP', '民生']);
    expect(await library.changeTags({ tags: ['GDP', '增长'], to: '指标' })).toEqual({ notes: 2 });
    expect(await tagsOf(library)).toEqual(['指标', '指标', '民生']);
    expect(await library.countTags({})).toEqual([
      { name: '指标', notes: 2 },
      { name: '民生', notes: 1 },
    ]);
    await library.changeTags({ tags: ['指标'], to: null });
    expect(await tagsOf(library)).toEqual(['', '', '民生']);
    await library.undo({});
    await library.undo({});
    await library.undo({});
    expect(await tagsOf(library)).toEqual(['增长 目标', '民生', '目标 GDP']);
    expect(await library.historyState({})).toMatchObject({ undo: 'create-note', redo: 'change-tags' });
  });

  test('another spelling of the same tag becomes the spelling of the library, until it is undone', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    mark(library, reportId, 'red', ['責任主體']);
    await library.changeTags({ tags: ['責任主體'], to: '责任主体' });
    expect(mark(library, reportId, 'red', ['責任主體']).tags).toEqual(['责任主体']);
    await library.undo({});
    await library.undo({});
    expect(await library.listTags({})).toEqual(['責任主體']);
    await library.redo({});
    expect(await library.listTags({})).toEqual(['责任主体']);
  });

  test('a tag that nobody has changes nothing', async () => {
    const library = await openTestLibrary(temporaryFolder());
    expect(await library.changeTags({ tags: ['无'], to: '有' })).toEqual({ notes: 0 });
    expect(await library.historyState({})).toEqual({ undo: null, redo: null });
  });
});

describe('projects', () => {
  const first = { id: 'default', name: '我的资料', reportIds: null };

  test('reports are filed, the project is renamed and deleted, and all of it is undone over a restart', async () => {
    const dataDir = temporaryFolder();
    let library = await openTestLibrary(dataDir);
    const reportId = await library.addReport(SOURCE);
    expect(await library.listProjects({})).toMatchObject([first]);
    const project = await library.createProject({ name: '教育' });
    const { id } = project;
    expect(await library.fileReports({ projectId: id, reportIds: [reportId], isIn: true })).toEqual({
      changed: 1,
    });
    expect(await library.fileReports({ projectId: id, reportIds: [reportId], isIn: true })).toEqual({
      changed: 0,
    });
    const own = named(library, '指标', { projectId: id });
    await library.renameProject({ id, revision: 1, name: '教育强国' });
    named(library, '措施');
    await library.deleteProject({ id });
    expect(await library.listProjects({})).toMatchObject([first]);
    expect(await find(library, own.id)).toMatchObject({ projectId: null });
    expect(await library.listReports({})).toHaveLength(1);
    await library.close();
    library = await openTestLibrary(dataDir);
    await library.undo({});
    expect(await library.listProjects({})).toMatchObject([
      first,
      { id, name: '教育强国', reportIds: [reportId] },
    ]);
    expect(await find(library, own.id)).toMatchObject({ projectId: id });
    await library.undo({});
    await library.undo({});
    expect(await library.listProjects({})).toMatchObject([first, { name: '教育' }]);
    await library.undo({});
    await library.undo({});
    expect(await library.listProjects({})).toMatchObject([first, { reportIds: [] }]);
    await library.undo({});
    expect(await library.listProjects({})).toMatchObject([first]);
    for (let step = 0; step < 6; step += 1) await library.redo({});
    expect(await library.listProjects({})).toMatchObject([first]);
  });

  test('its codes leave a deleted project under a name that is free', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const [a, b] = ['甲', '乙'].map((name) => library.createProject({ name })) as Project[];
    const [ids] = [[a?.id ?? '', b?.id ?? '']];
    const codes = ids.map((projectId) => named(library, '数据', { projectId }));
    await library.deleteProject({ id: ids[0] ?? '' });
    expect(await find(library, codes[0]?.id ?? '')).toMatchObject({ name: '数据 2', projectId: null });
    await library.undo({});
    expect(await find(library, codes[0]?.id ?? '')).toMatchObject({ name: '数据', projectId: ids[0] });
  });

  test('the first one stays and has everything; names are free', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const reportId = await library.addReport(SOURCE);
    const fixed = code('project-fixed');
    expect(() => library.deleteProject({ id: 'default' })).toThrow(fixed);
    expect(() => library.fileReports({ projectId: 'default', reportIds: [reportId], isIn: false })).toThrow(
      fixed,
    );
    expect(await library.renameProject({ id: 'default', revision: 1, name: '資料庫' })).toMatchObject({
      revision: 2,
    });
    expect(() => library.createProject({ name: '资料库' })).toThrow(code('project-name-taken'));
    const stale = { id: 'default', revision: 1, name: '別的' };
    expect(() => library.renameProject(stale)).toThrow(code('project-changed'));
  });

  test('a report of a pack is copied when it is filed, and stays filed through the trash', async () => {
    const library = await openTestLibrary(temporaryFolder(), { packReports: [packReport('p-a-1', SOURCE)] });
    const { id } = await library.createProject({ name: '教育' });
    await library.fileReports({ projectId: id, reportIds: ['p-a-1'], isIn: true });
    mark(library, 'p-a-1', 'red');
    expect(await library.countByCode({ projectId: id })).toEqual([
      { reportId: 'p-a-1', code: 'red', notes: 1 },
    ]);
    await library.deleteReports({ reportIds: ['p-a-1'] });
    expect(await library.listProjects({})).toMatchObject([first, { reportIds: [] }]);
    await library.restoreReports({ reportIds: ['p-a-1'] });
    expect(await library.listProjects({})).toMatchObject([first, { reportIds: ['p-a-1'] }]);
  });

  test('a change is told to the windows as one of codes, not of reports', async () => {
    const library = await openTestLibrary(temporaryFolder());
    await library.createProject({ name: '教育' });
    await expect.poll(() => library.events.map(({ name }) => name)).toEqual(['codesChanged']);
    expect(library.invalidated()).toBe(0);
  });
});
