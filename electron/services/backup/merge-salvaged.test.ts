import { expect, test } from 'vitest';
import { annotationSchema } from '#core/annotations/record.ts';
import { addNote, removeNotes } from '../notes/notes.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { mergeSalvaged } from './merge-salvaged.ts';
import { mendedNoteOf } from './salvaged-notes.ts';

const now = (): number => 1000;

test('a note goes only when the journal takes it away and it stands nowhere', async () => {
  const damaged = await openStore({ dataDir: temporaryFolder(), now });
  const { connection } = damaged;
  const reportId = insertReport(connection, damaged.originals, newReport('教育强国'), 1)?.reportId ?? '';
  const deps = { connection, packs: { open: () => undefined }, actor: 'window', now } as const;
  const place = { reportId, start: 0, end: 2, kind: 'highlight', code: 'red', tags: [] } as const;
  const kept = addNote(deps, { ...place, note: '在' });
  const gone = addNote(deps, { ...place, note: '删' });
  const whole = await openStore({ dataDir: temporaryFolder(), now });
  await mergeSalvaged(connection, whole.connection, () => Promise.resolve(null));
  expect(listAnnotations(whole.connection, null)).toHaveLength(2);
  removeNotes(deps, [gone.id]);
  // What is left of a row of the journal whose end is spoilt.
  connection.raw.exec('DROP TRIGGER journal_keeps_values');
  connection.run('UPDATE journal SET after = NULL WHERE record_id = ?', kept.id);
  expect(await mergeSalvaged(connection, whole.connection, () => Promise.resolve(null))).toEqual([]);
  expect(listAnnotations(whole.connection, null)).toMatchObject([{ id: kept.id }]);
  await damaged.close();
  await whole.close();
});

test('a row that is no note any more, and stands in neither backup nor journal, is kept with what can be read of it', async () => {
  const damaged = await openStore({ dataDir: temporaryFolder(), now });
  const { connection } = damaged;
  const reportId = insertReport(connection, damaged.originals, newReport('教育强国'), 1)?.reportId ?? '';
  const deps = { connection, packs: { open: () => undefined }, actor: 'window', now } as const;
  const place = { reportId, start: 1, end: 3, kind: 'highlight', code: 'red' } as const;
  const spoilt = [
    `tags = '["甲",7,"乙'`,
    `tags = '["甲",7,"乙"]'`,
    `tags = '${JSON.stringify(Array.from({ length: 5000 }, (_, at) => `签${String(at)}`))}'`,
    `kind = 'squiggle'`,
    `"end" = 0`,
    `start = -1`,
    `state = ''`,
    `revision = 0`,
    `schema_version = 99`,
    `exact = x'ff41'`,
  ];
  const ids = spoilt.map((change, at) => {
    const { id } = addNote(deps, { ...place, note: `话${String(at)}`, tags: [] });
    connection.raw.exec('PRAGMA ignore_check_constraints = ON');
    connection.run(`UPDATE annotation SET ${change} WHERE id = ?`, id);
    return id;
  });
  connection.raw.exec('PRAGMA foreign_keys = OFF');
  connection.raw.exec('DROP TABLE journal');
  const whole = await openStore({ dataDir: temporaryFolder(), now });
  expect(await mergeSalvaged(connection, whole.connection, () => Promise.resolve(null))).toEqual([]);
  const notes = new Map(listAnnotations(whole.connection, null).map((note) => [note.id, note]));
  expect(ids.map((id) => notes.get(id)?.note)).toEqual(spoilt.map((_, at) => `话${String(at)}`));
  expect(ids.slice(0, 3).map((id) => notes.get(id)?.tags.length)).toEqual([0, 2, 5000]);
  expect(notes.get(ids[3] ?? '')).toMatchObject({ kind: 'highlight', anchor: { start: 1, end: 3 } });
  for (const note of notes.values()) expect(annotationSchema.safeParse(note).success).toBe(true);
  await damaged.close();
  await whole.close();
});

test('what a spoilt row holds in the columns of texts may be of any type', () => {
  const row = { id: 'n0000000000000001', report_id: 'r1', note: 5, exact: null, prefix: 1.5, suffix: '后' };
  expect(mendedNoteOf(row)).toMatchObject({ id: row.id, note: '', anchor: { exact: '', suffix: '后' } });
  expect(mendedNoteOf({ ...row, id: 7 })).toBeUndefined();
  expect(mendedNoteOf({ ...row, report_id: null })).toBeUndefined();
});
