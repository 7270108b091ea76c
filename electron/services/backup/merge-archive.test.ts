import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { addNote, editNote, removeNotes, type NotesDeps } from '../notes/notes.ts';
import { changeMetadata } from '../report-changes/change-metadata.ts';
import { decideEdits } from '../report-changes/decide-edits.ts';
import { redoAction, undoAction } from '../store/actions.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { listBackups } from '../store/backups.ts';
import { listCodes, saveCode } from '../store/code-table.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { rowsOfRecord } from '../store/journal.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { listProjectRows, saveProject, setFiled } from '../store/project-table.ts';
import { openStoredReport, placeOfReport } from '../store/report-table.ts';
import { listTags } from '../store/tags.ts';
import { listTemplateRows, putTemplate } from '../store/template-table.ts';
import { trashReports } from '../store/trash.ts';
import { mergeArchive } from './merge-archive.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

let folder: string;
let clock: number;
let files = 0;
beforeEach(() => {
  folder = temporaryFolder();
  clock = Date.UTC(2026, 0, 2);
});

/** Each look at the clock is a second later, so that what is done later is later. */
const now = (): number => (clock += 1000);

async function inStore<T>(name: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: path.join(folder, name), now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const depsOf = ({ connection }: Store): NotesDeps => {
  return { connection, packs: { open: () => undefined }, actor: 'window', now };
};

const TEXT = `${'教育强国'.repeat(20)}关于保障教育投入的报告。`;

function addReport(store: Store, source = TEXT): string {
  return insertReport(store.connection, store.originals, newReport(source), now())?.reportId ?? '';
}

function note(store: Store, reportId: string, words: string, tags: readonly string[] = []): Annotation {
  const place = { reportId, start: 4, end: 8, kind: 'highlight', code: 'red' } as const;
  return addNote(depsOf(store), { ...place, note: words, tags });
}

const edit = (store: Store, { id, revision }: Annotation, words: string): Annotation =>
  editNote(depsOf(store), { id, revision, change: { note: words } }).annotation;

/** An archive of a library as it is now. */
async function archive(name: string): Promise<string> {
  files += 1;
  const file = path.join(folder, `${String(files)}.zip`);
  await inStore(name, (store) => writeBackup(store, file, now()));
  return file;
}

const merge = (name: string, file: string) =>
  inStore(name, (store) => mergeArchive(store, { file, actor: 'window', now: now() }));

const wordsIn = (name: string): Promise<string[]> =>
  inStore(name, ({ connection }) =>
    listAnnotations(connection, null)
      .map((one) => one.note)
      .sort(),
  );

/** A library `one`, and `two` with the same report and note, as a restored backup makes it. */
async function twoLibraries(): Promise<{ readonly reportId: string; readonly shared: Annotation }> {
  const made = await inStore('one', (store) => {
    const reportId = addReport(store);
    return { reportId, shared: note(store, reportId, '共有') };
  });
  await restoreBackup(path.join(folder, 'two'), await archive('one'), now());
  return made;
}

describe('an archive that is merged', () => {
  test('brings reports, originals, notes and their history into an empty library', async () => {
    const { reportId, shared } = await twoLibraries();
    await inStore('one', (store) => edit(store, shared, '共有，改过'));
    const answer = await merge('new', await archive('one'));
    expect(answer).toMatchObject({ ok: true, originals: 1, missing: [], reports: { added: 1 } });
    expect(answer.notes).toEqual({ added: 1, back: 0, updated: 0, kept: 0, both: 0 });
    await inStore('new', async (store) => {
      expect(await store.check()).toEqual([]);
      expect(openStoredReport(store.connection, reportId).source).toBe(TEXT);
      const states = rowsOfRecord(store.connection, 'annotation', shared.id).map(
        ({ change }) => change.after,
      );
      expect(states).toMatchObject([{ note: '共有，改过' }, { note: '共有' }]);
    });
    expect(await wordsIn('new')).toEqual(['共有，改过']);
  });

  test('again changes nothing, makes no backup and is told', async () => {
    await twoLibraries();
    await inStore('two', (store) => note(store, addReport(store, `${TEXT}二`), '二'));
    const file = await archive('two');
    expect(await merge('one', file)).toMatchObject({ reports: { added: 1, same: 1 }, notes: { added: 1 } });
    const backups = listBackups(path.join(folder, 'one', 'backups')).length;
    const again = await merge('one', file);
    expect(again).toMatchObject({ before: null, records: 0, reports: { added: 0, same: 2 } });
    expect(again.notes).toEqual({ added: 0, back: 0, updated: 0, kept: 2, both: 0 });
    expect(listBackups(path.join(folder, 'one', 'backups'))).toHaveLength(backups);
  });

  test('a later state wins either way, the earlier one stays in the history', async () => {
    const { shared } = await twoLibraries();
    await inStore('two', (store) => edit(store, edit(store, shared, '改一'), '改二'));
    const [older, newer] = [await archive('one'), await archive('two')];
    expect((await merge('two', older)).notes).toMatchObject({ updated: 0, kept: 1 });
    expect((await merge('one', newer)).notes).toMatchObject({ updated: 1, kept: 0 });
    expect(await wordsIn('one')).toEqual(['改二']);
    await inStore('one', ({ connection }) => {
      const states = rowsOfRecord(connection, 'annotation', shared.id).map(({ change }) => change.after);
      expect(states).toContainEqual(expect.objectContaining({ note: '共有' }));
      expect(states).toContainEqual(expect.objectContaining({ note: '改一' }));
    });
  });

  test('a note that was changed on both sides stays twice, the same way on both', async () => {
    const { shared } = await twoLibraries();
    await inStore('one', (store) => edit(store, shared, '甲改'));
    await inStore('two', (store) => edit(store, shared, '乙改'));
    const [one, two] = [await archive('one'), await archive('two')];
    expect((await merge('one', two)).notes).toMatchObject({ both: 1 });
    expect((await merge('two', one)).notes).toMatchObject({ both: 1 });
    expect((await merge('one', two)).notes).toMatchObject({ both: 0 });
    const notesOf = (name: string) =>
      inStore(name, ({ connection }) =>
        listAnnotations(connection, null)
          .map(({ id, note: words }) => `${id} ${words}`)
          .sort(),
      );
    expect(await notesOf('one')).toEqual(await notesOf('two'));
    expect(await wordsIn('one')).toEqual(['乙改', '甲改'].sort());
  });

  test('a note that was deleted here comes back', async () => {
    const { shared } = await twoLibraries();
    await inStore('one', (store) => removeNotes(depsOf(store), [shared.id]));
    const file = await archive('two');
    expect((await merge('one', file)).notes).toMatchObject({ added: 0, back: 1 });
    expect(await wordsIn('one')).toEqual(['共有']);
    expect((await merge('one', file)).notes).toMatchObject({ back: 0, kept: 1 });
  });

  test('one undo takes everything back, redo brings it again', async () => {
    const { reportId, shared } = await twoLibraries();
    const other = await inStore('two', (store) => {
      const id = addReport(store, `${TEXT}二`);
      note(store, id, '二');
      note(store, reportId, '又一条');
      edit(store, shared, '改过');
      return id;
    });
    await merge('one', await archive('two'));
    expect(await wordsIn('one')).toEqual(['二', '又一条', '改过'].sort());
    await inStore('one', ({ connection }) => {
      undoAction(connection, now());
      expect(placeOfReport(connection, other)).toBe('trash');
    });
    expect(await wordsIn('one')).toEqual(['共有']);
    await inStore('one', ({ connection }) => redoAction(connection, now()));
    expect(await wordsIn('one')).toEqual(['二', '又一条', '改过'].sort());
  });

  test('a report that is in the trash here comes out; what is in the trash there stays there', async () => {
    const { reportId } = await twoLibraries();
    await inStore('one', ({ connection }) =>
      connection.write(() => trashReports(connection, 'window', now(), [reportId])),
    );
    const trashed = await archive('one');
    expect(await merge('two', trashed)).toMatchObject({ before: null, reports: { added: 0, same: 0 } });
    expect(await merge('one', await archive('two'))).toMatchObject({ reports: { back: 1 } });
    expect(await wordsIn('one')).toEqual(['共有']);
  });

  test('the same text from another file is the same report', async () => {
    const { reportId } = await twoLibraries();
    await inStore('three', (store) => {
      const report = newReport(TEXT, { bytes: Buffer.from(`\uFEFF${TEXT}`) });
      const id = insertReport(store.connection, store.originals, report, now())?.reportId ?? '';
      expect(id).not.toBe(reportId);
      note(store, id, '另一台');
    });
    expect(await merge('one', await archive('three'))).toMatchObject({ reports: { added: 0, same: 1 } });
    await inStore('one', ({ connection }) => {
      expect(listAnnotations(connection, reportId)).toHaveLength(2);
    });
  });

  test('tags keep the spelling of the library', async () => {
    const { reportId } = await twoLibraries();
    await inStore('one', (store) => note(store, reportId, '一', ['目标']));
    await inStore('two', (store) => note(store, reportId, '二', ['目標']));
    await merge('one', await archive('two'));
    await inStore('one', ({ connection }) => expect(listTags(connection)).toEqual(['目标']));
    expect((await merge('one', await archive('two'))).notes).toMatchObject({ kept: 2, updated: 0 });
  });

  test('details take the later state, decisions come where there are none', async () => {
    const source = `${TEXT}统(tǒng)筹`;
    const start = source.indexOf('(');
    const repair = { start, end: start + 6, before: '(tǒng)', after: '', rule: 'pinyin', confidence: 1 };
    const reportId = await inStore('one', (store) => {
      const report = newReport(source, { edits: [{ ...repair, applied: true }] });
      return insertReport(store.connection, store.originals, report, now())?.reportId ?? '';
    });
    await restoreBackup(path.join(folder, 'two'), await archive('one'), now());
    await inStore('two', async (store) => {
      const deps = { ...depsOf(store), packs: { open: () => undefined, findDuplicate: () => undefined } };
      const changes = { ...deps, dataDir: store.dataDir, originals: store.originals };
      const { revision, version } = openStoredReport(store.connection, reportId);
      changeMetadata(changes, { reportId, revision, change: { issuer: '教育局' } });
      const decision = { start, end: start + 6, rule: 'pinyin', applied: false };
      await decideEdits(changes, { reportId, version, decisions: [decision] });
    });
    const file = await archive('two');
    expect(await merge('one', file)).toMatchObject({ decisions: 1, details: 1 });
    await inStore('one', ({ connection }) => {
      const { metadata, shownEdits } = openStoredReport(connection, reportId);
      expect(metadata.issuer).toBe('教育局');
      expect(shownEdits).toMatchObject([{ rule: 'pinyin', applied: false }]);
    });
    expect(await merge('one', file)).toMatchObject({ decisions: 0, details: 0, before: null });
  });

  test('codes and projects that are new come; those of the same name are one', async () => {
    const { reportId } = await twoLibraries();
    const addCode = (store: Store, id: string, name: string): void => {
      const [text, fold] = [Buffer.from(name), Buffer.from(name)];
      store.connection.run(
        "INSERT INTO code (id, name, fold, color, position, built_in) VALUES (?, ?, ?, 'red', 9, 0)",
        ...[id, text, fold],
      );
    };
    await inStore('one', (store) => addCode(store, 'c1', '目标'));
    await inStore('two', (store) => {
      addCode(store, 'c2', '目标');
      addCode(store, 'c3', '措施');
      store.connection.run(
        "INSERT INTO project (id, name, position, created_at) VALUES ('p1', CAST('论文' AS BLOB), 1, 1)",
      );
      store.connection.run(
        "INSERT INTO project_report (project_id, report_id, added_at) VALUES ('p1', ?, 1)",
        reportId,
      );
      const place = { reportId, start: 0, end: 4, kind: 'highlight', note: '代码', tags: [] } as const;
      addNote(depsOf(store), { ...place, code: 'c2' });
    });
    const file = await archive('two');
    expect(await merge('one', file)).toMatchObject({ records: 3 });
    await inStore('one', ({ connection }) => {
      const codes = connection.all<{ id: string }>('SELECT id FROM code WHERE built_in = 0 ORDER BY id');
      expect(codes.map(({ id }) => id)).toEqual(['c1', 'c3']);
      expect(listAnnotations(connection, reportId).find((one) => one.note === '代码')?.code).toBe('c1');
    });
    expect(await merge('one', file)).toMatchObject({ records: 0, before: null });
  });

  test('one undo takes codes, projects and templates of a merge away with its notes, and redo brings them back', async () => {
    const { reportId } = await twoLibraries();
    const own = { id: 'tmine', name: '论文', file: '{{ notes }}', note: '{{ text }}', hasSections: false };
    await inStore('two', (store) => {
      const { connection } = store;
      const code = { color: 'red', projectId: null, position: 9, builtIn: false, revision: 1 } as const;
      connection.write(() => {
        // Under a code whose id stands behind its own.
        saveCode(connection, { ...code, id: 'z', name: '措施', parentId: null });
        saveCode(connection, { ...code, id: 'a', name: '资金措施', parentId: 'z' });
        saveProject(connection, { id: 'j1', name: '课题', position: 1, createdAt: 1, revision: 1 });
        connection.run("UPDATE project SET vault_folder = CAST('/theirs' AS BLOB) WHERE id = 'j1'");
        setFiled(connection, 'j1', reportId, 1);
        putTemplate(connection, own);
      });
      const place = { reportId, start: 0, end: 4, kind: 'highlight', note: '代码', tags: [] } as const;
      addNote(depsOf(store), { ...place, code: 'a' });
    });
    expect(await merge('one', await archive('two'))).toMatchObject({ records: 5 });
    const sorted = ({ connection }: Store) => ({
      codes: listCodes(connection)
        .filter(({ builtIn }) => !builtIn)
        .map(({ id }) => id)
        .toSorted(),
      projects: listProjectRows(connection).map(({ id }) => id),
      templates: listTemplateRows(connection),
      coded: listAnnotations(connection, reportId).filter(({ code }) => code === 'a').length,
    });
    const all = { codes: ['a', 'z'], projects: ['default', 'j1'], templates: [own], coded: 1 };
    await inStore('one', (store) => {
      expect(sorted(store)).toEqual(all);
      expect(store.connection.get('SELECT vault_folder AS folder FROM project WHERE id = ?', 'j1')).toEqual({
        folder: null,
      });
      undoAction(store.connection, 5);
      expect(sorted(store)).toEqual({ codes: [], projects: ['default'], templates: [], coded: 0 });
      redoAction(store.connection, 6);
      expect(sorted(store)).toEqual(all);
    });
  });

  test('a text that is another one here keeps its place, and the notes of there are carried to it', async () => {
    const { reportId } = await twoLibraries();
    await inStore('two', async (store) => {
      const { addVersion } = await import('../report-changes/add-version.ts');
      const packs = { open: () => undefined, findDuplicate: () => undefined };
      const deps = { ...depsOf(store), packs, dataDir: store.dataDir, originals: store.originals };
      await addVersion(deps, reportId, () => {
        return { report: newReport(`新的开头。${TEXT}`), placeByBytes: null };
      });
      const exact = '关于保障教育投入';
      const start = openStoredReport(store.connection, reportId).source.indexOf(exact);
      const place = { reportId, start, end: start + exact.length, kind: 'highlight', code: 'red' } as const;
      addNote(depsOf(store), { ...place, note: '新文本上的', tags: [] });
    });
    await merge('one', await archive('two'));
    await inStore('one', async (store) => {
      const content = openStoredReport(store.connection, reportId);
      expect(content.source).toBe(TEXT);
      const carried = listAnnotations(store.connection, reportId).find((one) => one.note === '新文本上的');
      expect(carried).toMatchObject({ state: 'exact', anchor: { sourceHash: content.sourceHash } });
      expect(content.source.slice(carried?.anchor.start, carried?.anchor.end)).toBe('关于保障教育投入');
      expect(await store.check()).toEqual([]);
    });
  });
});

test('a file that is no archive changes nothing', async () => {
  await twoLibraries();
  await expect(merge('one', path.join(folder, 'nowhere.zip'))).rejects.toMatchObject({
    code: 'file-not-found',
  });
  await expect(merge('one', path.join(folder, 'one', 'state.json'))).rejects.toMatchObject({
    code: 'file-not-found',
  });
  expect(await wordsIn('one')).toEqual(['共有']);
});
