import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_METADATA } from '#core/report/report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openTestLibrary, packReport, type TestLibrary } from '../store/fixtures/test-library.ts';

const source = '关于教育的报告\n一、统筹安排各项工作，推进落实。\n二、统筹安排，落实责任。\n';
const url = 'https://www.example.gov.cn/art/1.html';
const packed = packReport('p-pack-one', '包中的报告，其中也有各项工作。');

let folder: string;
let library: TestLibrary;
let reportId: string;
beforeEach(async () => {
  folder = temporaryFolder();
  library = await openTestLibrary(path.join(folder, 'data'), { packReports: [packed] });
  reportId = await library.addReport(source, { metadata: { ...EMPTY_METADATA, title: '报告', url } });
});

const file = (name: string, content: unknown): string => {
  const place = path.join(folder, name);
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
};
const run = async (paths: readonly string[], into: string | null = null) =>
  (await library.importNotes({ paths, reportId: into })).files;
const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});
const annotation = (id: string, of: string, selector: unknown) => ({
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id, type: 'Annotation' },
  body: { type: 'TextualBody', value: '要点' },
  target: { source: of, selector },
});

describe('notes of other programs', () => {
  test('Hypothesis: the page is known by its address, passages by their quotes, and a second time by their ids', async () => {
    const row = (id: string, selector: unknown) => ({
      ...{ id, uri: url, text: '要点', tags: ['目标'], created: '2026-01-01T00:00:00.000Z' },
      ...{ updated: '2026-01-01T00:00:00.000Z', target: [{ source: url, selector: [selector] }] },
    });
    const path1 = file('hypothesis.json', {
      annotations: [
        row('a1', quote('统筹安排各项工作', '一、', '，推进')),
        row('a2', quote('统筹安排', '', '')),
        row('a3', quote('没有这句话的地方')),
      ],
    });
    expect(await run([path1])).toMatchObject([
      {
        added: 3,
        missing: 0,
        refused: 0,
        states: { exact: 1, moved: 0, doubtful: 1, orphan: 1 },
        error: null,
      },
    ]);
    const notes = await library.listNotes({ reportId });
    expect(notes.find(({ state }) => state === 'exact')).toMatchObject({
      ...{ note: '要点', tags: ['目标'], anchor: { exact: '统筹安排各项工作' } },
    });
    expect(await run([path1])).toMatchObject([{ added: 0, unchanged: 3 }]);
  });

  test('Recogito, in a script of its own: placed in the report that the user names', async () => {
    const path1 = file('recogito.json', [annotation('#1', 'urn:text', [quote('統籌安排各項工作', '一、')])]);
    expect(await run([path1])).toMatchObject([{ added: 0, error: { code: 'notes-report-unknown' } }]);
    expect(await run([path1], reportId)).toMatchObject([{ added: 1, states: { moved: 1 } }]);
  });

  test('a report of a pack comes into the library with its first note', async () => {
    const path1 = file('a.json', annotation('x', 'zhupi://report/p-pack-one', [quote('各项工作', '也有')]));
    expect(await run([path1])).toMatchObject([{ added: 1 }]);
    expect(await library.listNotes({ reportId: 'p-pack-one' })).toHaveLength(1);
  });
});

test('notes of a report that is not here, or in the trash, are counted and stay out', async () => {
  const absent = file('a.json', annotation('x', 'zhupi://report/raaaaaaaaaaaaaaaaaaaa', [quote('统筹')]));
  expect(await run([absent], reportId)).toMatchObject([{ added: 0, missing: 1, error: null }]);
  await library.deleteReports({ reportIds: [reportId] });
  const trashed = file('b.json', annotation('x', `zhupi://report/${reportId}`, [quote('统筹')]));
  expect(await run([trashed])).toMatchObject([{ added: 0, missing: 1 }]);
});

test.each([
  ['no JSON', '{', 'notes-file-invalid'],
  ['JSON of another kind', '{"a":1}', 'notes-file-invalid'],
  ['an empty file', '', 'notes-file-invalid'],
])('%s fails by itself, and the other files come in', async (_name, content, code) => {
  const good = file('good.json', annotation('x', url, [quote('落实责任')]));
  const bad = file('bad.json', content);
  expect(await run([bad, good, path.join(folder, 'absent.json')])).toMatchObject([
    { path: bad, error: { code, params: { path: bad } } },
    { path: good, added: 1, error: null },
    { error: { code: 'file-not-found' } },
  ]);
});

test('all files of one import are one step of the history, named as an import', async () => {
  const files = ['落实责任', '推进落实'].map((exact, at) =>
    file(`${String(at)}.json`, annotation(`x${String(at)}`, url, [quote(exact)])),
  );
  await run(files);
  expect(await library.historyState({})).toMatchObject({ undo: 'import-notes' });
  await library.undo({});
  expect(await library.listNotes({ reportId: null })).toEqual([]);
  await library.redo({});
  expect(await library.listNotes({ reportId: null })).toHaveLength(2);
});
