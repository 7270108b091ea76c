import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDocx, wordParagraph } from '../importers/formats/fixtures/make-files.ts';
import { addNote } from '../notes/notes.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { listStoredReports } from '../store/report-list.ts';
import { openStoredReport } from '../store/report-table.ts';
import { recoverLibrary } from './recover-library.ts';

const now = (): number => Date.UTC(2026, 0, 2);
const TEXT = `不在任何备份里的一份报告\n${'各地落实责任。'.repeat(2000)}`;

/** A library that was never backed up: a report with a note, and a document. */
async function makeLibrary() {
  const dataDir = temporaryFolder();
  const store = await openStore({ dataDir, now });
  const { connection, originals } = store;
  const reportId = insertReport(connection, originals, newReport(TEXT), now())?.reportId ?? '';
  const deps = { connection, packs: { open: () => undefined }, actor: 'window', now } as const;
  addNote(deps, { reportId, start: 0, end: 4, kind: 'highlight', code: 'red', note: '看', tags: ['目标'] });
  const bytes = makeDocx(wordParagraph('一份文档') + wordParagraph('各地统筹安排。'));
  insertReport(connection, originals, newReport('一份文档', { bytes }), now());
  await store.close();
  return { dataDir, reportId, file: path.join(dataDir, 'zhupi.db') };
}

async function contentOf(dataDir: string) {
  const store = await openStore({ dataDir, now });
  try {
    const reports = listStoredReports(store.connection).map(({ reportId }) => reportId);
    const texts = reports.map((reportId) => openStoredReport(store.connection, reportId).source);
    return { texts, notes: listAnnotations(store.connection, null), problems: await store.check() };
  } finally {
    await store.close();
  }
}

test.each([
  ['first 18 bytes', 0, 18],
  ['header', 0, 100],
  ['first page', 0, 4096],
])(
  'a database without a backup that lost its %s keeps its notes',
  { timeout: 30_000 },
  async (_name, from, to) => {
    const { dataDir, file } = await makeLibrary();
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, bytes.fill(0, from, to));
    expect(await recoverLibrary(dataDir, now())).toMatchObject({
      ...{ reports: 2, notes: 1, lost: [], remade: 0, unread: false },
    });
    const { notes, texts, problems } = await contentOf(dataDir);
    expect(notes).toMatchObject([{ note: '看', tags: ['目标'] }]);
    expect(texts).toContain(TEXT);
    expect(problems).toEqual([]);
  },
);

test.each([
  ['empty', (file: string) => fs.truncateSync(file, 0)],
  ['gone', (file: string) => fs.rmSync(file)],
  ['of zeros', (file: string) => fs.writeFileSync(file, Buffer.alloc(80_000))],
])(
  'where the database is %s, reports are made anew from their files',
  { timeout: 60_000 },
  async (_name, damage) => {
    const { dataDir, file, reportId } = await makeLibrary();
    damage(file);
    await expect(openStore({ dataDir, now })).rejects.toMatchObject({ code: 'store-damaged' });
    const answer = await recoverLibrary(dataDir, now());
    expect(answer).toMatchObject({ reports: 2, notes: 0, remade: 2, unread: false });
    const { texts, problems } = await contentOf(dataDir);
    expect(texts).toContain(TEXT);
    expect(texts.join()).toContain('各地统筹安排。');
    expect(problems).toEqual([]);
    const store = await openStore({ dataDir, now });
    // The id follows from the file: links to the report hold.
    expect(openStoredReport(store.connection, reportId).source).toBe(TEXT);
    await store.close();
  },
);

test.each([
  ['empty', 0],
  ['of zeros', 80_000],
])('where nothing at all is left, the answer says so: %s', { timeout: 30_000 }, async (_name, size) => {
  const { dataDir, file } = await makeLibrary();
  fs.writeFileSync(file, Buffer.alloc(size));
  for (const entry of fs.readdirSync(path.join(dataDir, 'originals'), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) fs.writeFileSync(path.join(entry.parentPath, entry.name), '');
  }
  expect(await recoverLibrary(dataDir, now())).toMatchObject({ reports: 0, notes: 0, unread: true });
});

test('a new folder, and one whose originals are none, is a new library', async () => {
  const dataDir = temporaryFolder();
  fs.mkdirSync(path.join(dataDir, 'originals', 'ab'), { recursive: true });
  expect(await contentOf(dataDir)).toMatchObject({ texts: [], problems: [] });
});
